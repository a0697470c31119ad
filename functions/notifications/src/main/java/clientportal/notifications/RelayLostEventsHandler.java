package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.json.Json;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes Lambda's messages about parts of the stream that {@code RelayEvents} failed on. */
public record RelayLostEventsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RelayLostEventsHandler() {
    this(NotificationsModule.fromEnvironment().relayLostEvents());
  }

  RelayLostEventsHandler(RelayLostEvents relayLostEvents) {
    this(
        Batch.ofMessagesWithOutcome(message -> {
          LostRange range = LostRange.of(message);
          int records = relayLostEvents.handle(range);
          return Json.object()
              .with("shard", range.shard())
              .with("from", range.from())
              .with("to", range.to())
              .with("records", records);
        }));
  }
}
