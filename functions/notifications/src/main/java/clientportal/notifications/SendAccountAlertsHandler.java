package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages of {@code AddressChanged}, {@code AccessTakenAway} and {@code AccountRevoked}. */
public final class SendAccountAlertsHandler implements RequestStreamHandler {
  private final Batch batch;

  public SendAccountAlertsHandler() {
    this(NotificationsModule.fromEnvironment().sendAccountAlerts());
  }

  SendAccountAlertsHandler(SendAccountAlerts sendAccountAlerts) {
    batch = Batch.ofMessages(body -> sendAccountAlerts.handle(EventMessage.of(body)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
