package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/contacts/{contactId}/account}: 200 with the state of the account, 404. */
public record GetContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetContactAccountHandler() {
    this(
        new GetAccountHandler(
            AccountsModule.fromEnvironment().getAccount(), AccountPath::ofContact));
  }
}
