package clientportal.notifications;

import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Messages of {@code FolderShared}, {@code DocumentShared}, {@code DocumentAdded} and {@code
 * DocumentUploaded}.
 */
public final class RecordNoticesHandler implements RequestStreamHandler {
  private final Batch batch;

  public RecordNoticesHandler() {
    this(NotificationsModule.fromEnvironment().recordNotices());
  }

  RecordNoticesHandler(RecordNotices recordNotices) {
    batch = Batch.ofMessages(body -> recordNotices.handle(EventMessage.of(body)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    batch.handle(event, response, context);
  }
}
