package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST …/members/{memberId}/invitation}: 202, 404, 403, 409 if it is active, 422, 429. */
public record ResendMemberInvitationHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public ResendMemberInvitationHandler() {
    this(
        new ResendInvitationHandler(
            AccountsModule.fromEnvironment().resendInvitation(), AccountPath::ofMember));
  }
}
