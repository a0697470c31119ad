package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code DELETE …/members/{memberId}/account}: 204, also if there is none, 404, 403, 409. */
public record RevokeMemberAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RevokeMemberAccountHandler() {
    this(
        new RevokeAccountHandler(
            AccountsModule.fromEnvironment().revokeAccount(), AccountPath::ofMember));
  }
}
