package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/contacts/{contactId}/account}: 201, 404, 403, 400, 409 {@code account-exists}, 422.
 */
public record CreateContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateContactAccountHandler() {
    this(
        new CreateAccountHandler(
            AccountsModule.fromEnvironment().createAccount(), AccountPath::ofContact));
  }
}
