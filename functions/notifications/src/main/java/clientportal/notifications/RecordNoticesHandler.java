package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes {@code FolderShared}, {@code DocumentShared}, {@code DocumentAdded}, {@code
 * DocumentUploaded}, {@code DocumentWithdrawn} and {@code UploadRejected}.
 */
public record RecordNoticesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RecordNoticesHandler() {
    this(NotificationsModule.fromEnvironment().recordNotices());
  }

  RecordNoticesHandler(RecordNotices recordNotices) {
    this(Batch.ofMessages(body -> recordNotices.handle(EventMessage.of(body))));
  }
}
