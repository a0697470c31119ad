package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes {@code AddressChanged}, {@code AccessTakenAway}, {@code AccountRevoked}, {@code
 * PasswordReset} and {@code SignInRenewed}.
 */
public record SendAccountAlertsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendAccountAlertsHandler() {
    this(NotificationsModule.fromEnvironment().sendAccountAlerts());
  }

  SendAccountAlertsHandler(SendAccountAlerts sendAccountAlerts) {
    this(Batch.ofMessages(body -> sendAccountAlerts.handle(EventMessage.of(body))));
  }
}
