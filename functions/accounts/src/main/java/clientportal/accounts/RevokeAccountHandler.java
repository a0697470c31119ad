package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code DELETE …/account}: 204, also where there is no account, 404, 403, 409 {@code conflict}.
 */
public final class RevokeAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RevokeAccountHandler() {
    this(AccountsModule.fromEnvironment().revokeAccount());
  }

  RevokeAccountHandler(RevokeAccount revokeAccount) {
    endpoint =
        Endpoint.of(request -> {
          revokeAccount.handle(Caller.of(request), AccountPath.ofClient(request).holder());
          return Response.noContent();
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
