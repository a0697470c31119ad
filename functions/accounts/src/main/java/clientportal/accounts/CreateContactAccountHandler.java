package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.records.Account;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Optional;

/**
 * {@code POST …/contacts/{contactId}/account}: 201, 404, 403, 400, 409 {@code account-exists}, 422.
 */
public record CreateContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateContactAccountHandler() {
    this(AccountsModule.fromEnvironment().createAccount());
  }

  CreateContactAccountHandler(CreateAccount createAccount) {
    this(
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofContact(request);
          Account account =
              createAccount.handle(
                  Caller.of(request),
                  path.holder(),
                  request.body(ConfirmedEmail::read),
                  Idempotency.of(request));
          return Response.created(path.location(), AccountView.of(Optional.of(account)));
        }));
  }
}
