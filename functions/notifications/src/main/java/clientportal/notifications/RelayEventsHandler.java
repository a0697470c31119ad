package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Records of the table's stream, in their order. */
public final class RelayEventsHandler implements RequestStreamHandler {
  private final Batch batch;

  public RelayEventsHandler() {
    this(NotificationsModule.fromEnvironment().relayEvents());
  }

  RelayEventsHandler(RelayEvents relayEvents) {
    batch = Batch.ofRecords(relayEvents::handle);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
