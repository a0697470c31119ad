package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes SES's reports about mails, which arrive through EventBridge and a queue. */
public record RecordBouncesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RecordBouncesHandler() {
    this(NotificationsModule.fromEnvironment().recordBounces());
  }

  RecordBouncesHandler(RecordBounces recordBounces) {
    this(Batch.ofMessages(recordBounces::handle));
  }
}
