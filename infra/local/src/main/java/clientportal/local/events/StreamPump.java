package clientportal.local.events;

import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads a table's stream after each write, and passes the records to functions. */
final class StreamPump {
  /** Changes without a call, such as expired items, are found within this time. */
  private static final long MILLIS_BETWEEN_LOOKS = 2_000;

  private static final long MILLIS_AFTER_FAILURE = 200;

  private final TableStream stream;
  private final List<StreamConsumer> consumers;
  private final Optional<Path> checkpoints;
  private long wanted;
  private long done;
  private boolean stopped;
  private final Thread thread;

  StreamPump(TableStream stream, List<StreamConsumer> consumers, Optional<Path> checkpoints) {
    this.stream = stream;
    this.consumers = consumers;
    this.checkpoints = checkpoints;
    this.thread = Thread.ofPlatform().daemon().name("stream").unstarted(this::run);
  }

  static Map<String, String> checkpoints(Optional<Path> file) {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return new HashMap<>();
    }
    try {
      return Json.read(file.get(), new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    thread.start();
  }

  synchronized void written() {
    wanted++;
    notifyAll();
  }

  /** Waits at most this long until every earlier write is handled, and returns whether it is. */
  synchronized boolean drained(long millis) throws InterruptedException {
    long ticket = ++wanted;
    notifyAll();
    long end = System.nanoTime() + millis * 1_000_000;
    while (done < ticket) {
      long rest = (end - System.nanoTime()) / 1_000_000;
      if (rest <= 0) {
        return false;
      }
      wait(rest);
    }
    return true;
  }

  void stop() throws InterruptedException {
    synchronized (this) {
      stopped = true;
    }
    thread.interrupt();
    thread.join(2_000);
  }

  private void run() {
    try {
      while (true) {
        long ticket = nextTicket();
        if (ticket < 0) {
          return;
        }
        if (readAll()) {
          finished(ticket);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized long nextTicket() throws InterruptedException {
    long end = System.nanoTime() + MILLIS_BETWEEN_LOOKS * 1_000_000;
    while (wanted == done && !stopped) {
      long rest = (end - System.nanoTime()) / 1_000_000;
      if (rest <= 0) {
        break;
      }
      wait(rest);
    }
    return stopped ? -1 : wanted;
  }

  private synchronized void finished(long ticket) {
    done = ticket;
    notifyAll();
  }

  private boolean readAll() throws InterruptedException {
    while (true) {
      List<TableStream.Batch> batches;
      try {
        batches = stream.read();
      } catch (SdkException e) {
        Thread.sleep(MILLIS_AFTER_FAILURE); // the table is busy or is being closed
        return false;
      }
      if (batches.isEmpty()) {
        return true;
      }
      for (TableStream.Batch batch : batches) {
        List<StreamRecord> records = batch.records();
        for (StreamConsumer consumer : consumers) {
          pass(batch, consumer);
        }
        stream.handled(batch.shardId(), records.getLast());
        save();
      }
    }
  }

  /** A consumer that cannot take a batch must not end the stream for all others. */
  private static void pass(TableStream.Batch batch, StreamConsumer consumer)
      throws InterruptedException {
    try {
      consumer.accept(batch);
    } catch (RuntimeException e) {
      System.err.println("Stream " + batch.streamArn() + ": " + e);
    }
  }

  private void save() {
    checkpoints.ifPresent(file -> {
      try {
        Json.save(file, stream.checkpoints());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
