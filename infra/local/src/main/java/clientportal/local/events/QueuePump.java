package clientportal.local.events;

import clientportal.local.functions.FunctionFailedException;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes a queue's messages to a function in batches, and returns those that failed. */
final class QueuePump {
  /** Two, so that errors of concurrency appear here already. */
  private static final int READERS = 2;

  private final Application.Function function;
  private final Application.QueueSource source;
  private final LocalQueue queue;
  private final FunctionHost functions;
  private final String region;
  private final List<Thread> readers = new ArrayList<>();

  QueuePump(
      Application.Function function,
      Application.QueueSource source,
      LocalQueue queue,
      FunctionHost functions,
      String region) {
    this.function = function;
    this.source = source;
    this.queue = queue;
    this.functions = functions;
    this.region = region;
  }

  LocalQueue queue() {
    return queue;
  }

  void start() {
    for (int i = 0; i < READERS; i++) {
      readers.add(Thread.ofVirtual().name("queue " + queue.name()).start(this::run));
    }
  }

  void stop() {
    readers.forEach(Thread::interrupt);
  }

  private void run() {
    try {
      while (true) {
        List<QueuedMessage> batch = new ArrayList<>(queue.receive(source.batchSize()));
        process(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void process(List<QueuedMessage> batch) throws InterruptedException {
    Set<String> failed = new HashSet<>();
    try {
      byte[] answer = functions.invoke(function.name(), Json.bytes(event(batch)));
      if (source.reportsFailures()) {
        failed.addAll(BatchFailures.of(answer));
      }
      if (failed.contains("")) {
        throw new IOException("an empty itemIdentifier");
      }
    } catch (FunctionFailedException | IOException e) {
      batch.forEach(message -> failed.add(message.id()));
    } catch (RuntimeException e) {
      // A reader that ended here would leave the queue full, and everybody waiting for it.
      System.err.println("Queue " + queue.name() + ": " + e);
      batch.forEach(message -> failed.add(message.id()));
    } catch (InterruptedException e) {
      batch.forEach(queue::release);
      throw e;
    }
    for (QueuedMessage message : batch) {
      if (failed.contains(message.id())) {
        queue.release(message);
      } else {
        queue.delete(message);
      }
    }
  }

  private Map<String, Object> event(List<QueuedMessage> batch) {
    return Map.of("Records", batch.stream().map(this::record).toList());
  }

  private Map<String, Object> record(QueuedMessage message) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("messageId", message.id());
    record.put("receiptHandle", message.id() + "-" + message.received());
    record.put("body", message.body());
    record.put(
        "attributes",
        Map.of(
            "ApproximateReceiveCount", Integer.toString(message.received()),
            "SentTimestamp", Long.toString(message.sentAt()),
            "SenderId", "LOCAL",
            "ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceivedAt())));
    Map<String, Object> attributes = new LinkedHashMap<>();
    message
        .attributes()
        .forEach((name, attribute) ->
            attributes.put(
                name,
                Map.of(
                    attribute.type().startsWith("Binary") ? "binaryValue" : "stringValue",
                    attribute.value(),
                    "stringListValues",
                    List.of(),
                    "binaryListValues",
                    List.of(),
                    "dataType",
                    attribute.type())));
    record.put("messageAttributes", attributes);
    record.put("md5OfBody", md5(message.body()));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queue.arn());
    record.put("awsRegion", region);
    return record;
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The identifiers of those records of a batch that the function reports as failed. */
  static final class BatchFailures {
    private BatchFailures() {}

    static List<String> of(byte[] answer) throws IOException {
      if (answer.length == 0) {
        return List.of();
      }
      List<String> failures = new ArrayList<>();
      for (JsonNode failure : Json.parse(answer).path("batchItemFailures")) {
        failures.add(failure.path("itemIdentifier").asText(""));
      }
      return failures;
    }
  }
}
