package clientportal.notifications;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes {@code AccountBounced}. */
public record ReportBouncesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ReportBouncesHandler() {
    this(NotificationsModule.fromEnvironment().reportBounces());
  }

  ReportBouncesHandler(ReportBounces reportBounces) {
    this(Batch.ofMessages(body -> reportBounces.handle(EventMessage.of(body))));
  }
}
