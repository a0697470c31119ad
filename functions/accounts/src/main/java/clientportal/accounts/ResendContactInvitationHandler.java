package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/contacts/{contactId}/account/invitation}: 202, 404, 403, 409 if it is active, 422.
 */
public record ResendContactInvitationHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public ResendContactInvitationHandler() {
    this(
        new ResendInvitationHandler(
            AccountsModule.fromEnvironment().resendInvitation(), AccountPath::ofContact));
  }
}
