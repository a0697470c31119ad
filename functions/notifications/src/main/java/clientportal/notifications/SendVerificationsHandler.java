package clientportal.notifications;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.log.Metric;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes {@code VerificationRequested}, {@code RegistrationRequested}, {@code
 * RegistrationResolved} and {@code PasswordResetRequested}.
 */
public record SendVerificationsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendVerificationsHandler() {
    this(NotificationsModule.fromEnvironment().sendVerifications());
  }

  SendVerificationsHandler(SendVerifications sendVerifications) {
    this(
        Batch.ofMessages((body, line) -> {
          if (sendVerifications.handle(EventMessage.of(body)) == EventMails.Outcome.HELD_BACK) {
            line.count(Metric.LIMITS_REFUSED);
          }
        }));
  }
}
