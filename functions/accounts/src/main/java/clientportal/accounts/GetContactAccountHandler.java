package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/contacts/{contactId}/account}: 200 with how the account stands, 404. */
public final class GetContactAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetContactAccountHandler() {
    this(AccountsModule.fromEnvironment().getAccount());
  }

  GetContactAccountHandler(GetAccount getAccount) {
    endpoint =
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofContact(request);
          return Response.ok(AccountView.of(getAccount.handle(Caller.of(request), path.holder())));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
