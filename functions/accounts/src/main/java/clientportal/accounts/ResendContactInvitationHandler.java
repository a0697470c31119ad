package clientportal.accounts;

import clientportal.access.Caller;
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
 * {@code POST …/contacts/{contactId}/account/invitation}: 202, 404, 403, 409 if it is active, 422.
 */
public final class ResendContactInvitationHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ResendContactInvitationHandler() {
    this(AccountsModule.fromEnvironment().resendInvitation());
  }

  ResendContactInvitationHandler(ResendInvitation resendInvitation) {
    endpoint =
        Endpoint.of(request -> {
          Account account =
              resendInvitation.handle(Caller.of(request), AccountPath.ofContact(request).holder());
          return Response.accepted(AccountView.of(Optional.of(account)));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
