package clientportal.local.events;

import clientportal.local.template.Application;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The application's queues; with a file, their messages survive a restart. */
public final class Queues {
  private final Map<String, LocalQueue> byArn = new LinkedHashMap<>();
  private final Map<String, String> sourceByDeadLetters = new LinkedHashMap<>();
  private final Optional<Path> file;
  private final AtomicLong changes = new AtomicLong();

  public Queues(List<Application.Queue> queues, Clock clock, Optional<Path> file) {
    this.file = file;
    for (Application.Queue queue : queues) {
      byArn.put(queue.arn(), new LocalQueue(queue, clock, this::changed));
    }
    for (Application.Queue queue : queues) {
      queue
          .deadLetters()
          .ifPresent(deadLetters -> {
            byArn(queue.arn()).deadLetters(byArn(deadLetters.queueArn()));
            sourceByDeadLetters.put(deadLetters.queueArn(), queue.arn());
          });
    }
    restore();
  }

  /** The queue with this ARN. */
  public LocalQueue byArn(String arn) {
    LocalQueue queue = byArn.get(arn);
    if (queue == null) {
      throw new IllegalArgumentException("no queue " + arn);
    }
    return queue;
  }

  /** The queue with this name, which may omit the application's prefix. */
  public LocalQueue byName(String name) {
    return byArn.values().stream()
        .filter(queue -> queue.name().equals(name) || queue.name().endsWith("-" + name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue " + name));
  }

  /** Every queue. */
  public List<LocalQueue> all() {
    return List.copyOf(byArn.values());
  }

  /** Moves the messages of a dead-letter queue back to its source queue. */
  public void redrive(LocalQueue deadLetters) {
    String source = sourceByDeadLetters.get(deadLetters.arn());
    if (source == null) {
      throw new IllegalArgumentException(deadLetters.name() + " has no source queue");
    }
    deadLetters.redriveTo(byArn(source));
  }

  /** Tells every queue that the clock was moved. */
  public void clockMoved() {
    byArn.values().forEach(LocalQueue::clockMoved);
  }

  long changes() {
    return changes.get();
  }

  private void changed() {
    changes.incrementAndGet();
    file.ifPresent(this::save);
  }

  private synchronized void save(Path target) {
    Map<String, List<QueuedMessage>> state = new LinkedHashMap<>();
    byArn.forEach((arn, queue) -> state.put(arn, queue.messages()));
    try {
      Json.save(target, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return;
    }
    try {
      Json.read(file.get(), new TypeReference<Map<String, List<QueuedMessage>>>() {})
          .forEach((arn, messages) -> {
            if (byArn.containsKey(arn)) {
              byArn(arn).restore(messages);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
