package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.records.Account;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * {@code POST …/contacts/{contactId}/account}: 201, 404, 403, 400, 409 {@code account-exists}, 422.
 */
public final class CreateContactAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CreateContactAccountHandler() {
    this(AccountsModule.fromEnvironment().createAccount());
  }

  CreateContactAccountHandler(CreateAccount createAccount) {
    endpoint =
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofContact(request);
          Account account =
              createAccount.handle(
                  Caller.of(request),
                  path.holder(),
                  request.body(ConfirmedEmail::read),
                  Idempotency.of(request));
          return Response.created(path.location(), AccountView.of(Optional.of(account)));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
