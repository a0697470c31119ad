package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages of {@code AccountBounced}. */
public final class ReportBouncesHandler implements RequestStreamHandler {
  private final Batch batch;

  public ReportBouncesHandler() {
    this(NotificationsModule.fromEnvironment().reportBounces());
  }

  ReportBouncesHandler(ReportBounces reportBounces) {
    batch = Batch.ofMessages(body -> reportBounces.handle(EventMessage.of(body)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
