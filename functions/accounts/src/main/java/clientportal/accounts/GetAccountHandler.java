package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/account}: 200 with how the account stands, 404. */
public final class GetAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetAccountHandler() {
    this(AccountsModule.fromEnvironment().getAccount());
  }

  GetAccountHandler(GetAccount getAccount) {
    endpoint =
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofClient(request);
          return Response.ok(AccountView.of(getAccount.handle(Caller.of(request), path.holder())));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
