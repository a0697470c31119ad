package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code DELETE …/contacts/{contactId}/account}: 204, also where there is none, 404, 403, 409. */
public final class RevokeContactAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RevokeContactAccountHandler() {
    this(AccountsModule.fromEnvironment().revokeAccount());
  }

  RevokeContactAccountHandler(RevokeAccount revokeAccount) {
    endpoint =
        Endpoint.of(request -> {
          revokeAccount.handle(Caller.of(request), AccountPath.ofContact(request).holder());
          return Response.noContent();
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
