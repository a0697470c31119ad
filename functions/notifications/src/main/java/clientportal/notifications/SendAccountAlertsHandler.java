package clientportal.notifications;

import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes {@code AddressChanged}, {@code AccessTakenAway}, {@code AccountRevoked}, {@code
 * PasswordReset}, {@code SignInRenewed}, {@code SessionsRevoked}, {@code PortalMemberRemoved},
 * {@code PortalMemberChanged}, {@code PortalArchived}, and what CloudTrail reports about passwords
 * and passkeys.
 */
public record SendAccountAlertsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SendAccountAlertsHandler() {
    this(NotificationsModule.fromEnvironment().sendAccountAlerts());
  }

  SendAccountAlertsHandler(SendAccountAlerts sendAccountAlerts) {
    this(Batch.ofMessages(sendAccountAlerts::handle));
  }
}
