package clientportal.notifications;

import clientportal.platform.json.Json;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages of Lambda's about parts of the table's stream that {@code RelayEvents} gave up. */
public final class RelayLostEventsHandler implements RequestStreamHandler {
  private final Batch batch;

  public RelayLostEventsHandler() {
    this(NotificationsModule.fromEnvironment().relayLostEvents());
  }

  RelayLostEventsHandler(RelayLostEvents relayLostEvents) {
    batch =
        Batch.ofMessagesWithOutcome(message -> {
          LostRange range = LostRange.of(message);
          int records = relayLostEvents.handle(range);
          return Json.object()
              .with("shard", range.shard())
              .with("from", range.from())
              .with("to", range.to())
              .with("records", records);
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
