package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code DELETE …/contacts/{contactId}/account}: 204, also if there is none, 404, 403, 409. */
public record RevokeContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RevokeContactAccountHandler() {
    this(
        new RevokeAccountHandler(
            AccountsModule.fromEnvironment().revokeAccount(), AccountPath::ofContact));
  }
}
