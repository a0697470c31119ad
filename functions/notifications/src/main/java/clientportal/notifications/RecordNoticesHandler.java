package clientportal.notifications;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the events that somebody is notified of, in the portal and by a digest. */
public record RecordNoticesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RecordNoticesHandler() {
    this(NotificationsModule.fromEnvironment().recordNotices());
  }

  RecordNoticesHandler(RecordNotices recordNotices) {
    this(Batch.ofMessages(body -> recordNotices.handle(EventMessage.of(body))));
  }
}
