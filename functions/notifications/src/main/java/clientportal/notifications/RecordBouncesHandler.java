package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What SES reports of mails, through EventBridge and a queue. */
public final class RecordBouncesHandler implements RequestStreamHandler {
  private final Batch batch;

  public RecordBouncesHandler() {
    this(NotificationsModule.fromEnvironment().recordBounces());
  }

  RecordBouncesHandler(RecordBounces recordBounces) {
    batch = Batch.ofMessages(recordBounces::handle);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
