package clientportal.local.events;

import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
import clientportal.local.functions.FunctionFailedException;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes a stream's records to one function: filters, batches, retries, on-failure destination. */
final class StreamConsumer {
  private static final long PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final Application.Function function;
  private final Application.StreamSource source;
  private final List<EventPattern> filters;
  private final FunctionHost functions;
  private final Optional<LocalQueue> onFailure;
  private final Clock clock;

  StreamConsumer(
      Application.Function function,
      Application.StreamSource source,
      FunctionHost functions,
      Queues queues,
      Clock clock) {
    this.function = function;
    this.source = source;
    this.filters = source.filters().stream().map(EventPattern::of).toList();
    this.functions = functions;
    this.onFailure = source.onFailureArn().map(queues::byArn);
    this.clock = clock;
  }

  void accept(TableStream.Batch read) throws InterruptedException {
    List<StreamRecord> matching = read.records().stream().filter(this::matches).toList();
    for (int from = 0; from < matching.size(); from += source.batchSize()) {
      int to = Math.min(matching.size(), from + source.batchSize());
      process(read, matching.subList(from, to), 0);
    }
  }

  private boolean matches(StreamRecord record) {
    JsonNode json = Json.tree(record.json());
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(json));
  }

  private void process(TableStream.Batch read, List<StreamRecord> batch, int failures)
      throws InterruptedException {
    List<StreamRecord> rest = batch;
    for (int failed = failures; ; failed++) {
      Outcome outcome = invoke(rest);
      rest = outcome.rest();
      if (rest.isEmpty()) {
        return;
      }
      if (source.retries() >= 0 && failed >= source.retries()) {
        sendToDestination(read, rest, failed + 1);
        return;
      }
      Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS * (failed + 1)));
      if (outcome.crashed() && source.bisects() && rest.size() > 1) {
        int middle = rest.size() / 2;
        process(read, rest.subList(0, middle), failed + 1);
        process(read, rest.subList(middle, rest.size()), failed + 1);
        return;
      }
    }
  }

  /** The records of a batch that remain to be done, and whether the whole invocation failed. */
  private record Outcome(List<StreamRecord> rest, boolean crashed) {}

  private Outcome invoke(List<StreamRecord> batch) throws InterruptedException {
    try {
      byte[] answer =
          functions.invoke(
              function.name(),
              Json.bytes(Map.of("Records", batch.stream().map(StreamRecord::json).toList())));
      List<String> failed =
          source.reportsFailures() ? QueuePump.BatchFailures.of(answer) : List.of();
      for (int i = 0; i < batch.size(); i++) {
        if (failed.contains(batch.get(i).sequenceNumber())) {
          return new Outcome(batch.subList(i, batch.size()), false);
        }
      }
      // An identifier that is not in the batch makes the whole batch fail.
      return new Outcome(failed.isEmpty() ? List.of() : batch, !failed.isEmpty());
    } catch (FunctionFailedException | IOException e) {
      return new Outcome(batch, true);
    }
  }

  /** Sends the position of the records, without their content, as Lambda does. */
  private void sendToDestination(TableStream.Batch read, List<StreamRecord> batch, int tries) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("shardId", read.shardId());
    place.put("startSequenceNumber", batch.getFirst().sequenceNumber());
    place.put("endSequenceNumber", batch.getLast().sequenceNumber());
    place.put("batchSize", batch.size());
    place.put("streamArn", read.streamArn());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("version", "1.0");
    record.put("timestamp", clock.instant().toString());
    record.put(
        "requestContext",
        Map.of(
            "functionArn",
            function.arn() + ":live",
            "condition",
            "RetryAttemptsExhausted",
            "approximateInvokeCount",
            tries));
    record.put("DDBStreamBatchInfo", place);
    onFailure.ifPresent(queue -> queue.send(Json.write(record), Map.of()));
  }
}
