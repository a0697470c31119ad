package clientportal.local.events;

import clientportal.local.dynamodb.EmbeddedDynamoDb;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes the records of streams and the messages of queues to their functions. */
public final class Pumps implements AutoCloseable {
  private final List<QueuePump> queuePumps = new ArrayList<>();
  private final List<StreamPump> streamPumps = new ArrayList<>();

  public Pumps(
      Application application,
      FunctionHost functions,
      Queues queues,
      EmbeddedDynamoDb dynamoDb,
      Clock clock,
      Optional<Path> folder) {
    for (Application.Function function : application.functions()) {
      for (Application.Source source : function.sources()) {
        if (source instanceof Application.QueueSource each) {
          queuePumps.add(
              new QueuePump(
                  function,
                  each,
                  queues.byArn(each.queueArn()),
                  functions,
                  application.place().region()));
        }
      }
    }
    for (Application.Table table : application.tables()) {
      List<StreamConsumer> consumers = new ArrayList<>();
      for (Application.Function function : application.functions()) {
        for (Application.Source source : function.sources()) {
          if (source instanceof Application.StreamSource each
              && each.streamArn().equals(table.streamArn())) {
            consumers.add(new StreamConsumer(function, each, functions, queues, clock));
          }
        }
      }
      if (!consumers.isEmpty()) {
        Optional<Path> file = folder.map(path -> path.resolve(table.name() + "-stream.json"));
        TableStream stream =
            new TableStream(
                dynamoDb.client(),
                dynamoDb.streams(),
                table.name(),
                table.streamArn(),
                application.place().region(),
                StreamPump.checkpoints(file));
        streamPumps.add(new StreamPump(stream, consumers, file));
      }
    }
    dynamoDb.onWrite(() -> streamPumps.forEach(StreamPump::written));
  }

  /** Starts all pumps. */
  public void start() {
    streamPumps.forEach(StreamPump::start);
    queuePumps.forEach(QueuePump::start);
  }

  /** The queues that a function reads; a message in one of them is work to be done. */
  List<LocalQueue> consumed() {
    return queuePumps.stream().map(QueuePump::queue).toList();
  }

  boolean streamsDrained(long millis) throws InterruptedException {
    for (StreamPump pump : streamPumps) {
      if (!pump.drained(millis)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    queuePumps.forEach(QueuePump::stop);
    try {
      for (StreamPump pump : streamPumps) {
        pump.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
