package clientportal.accounts;

import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /v1/invitations/accept}, public: 202 whatever the token is, 400. */
public final class AcceptInvitationHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public AcceptInvitationHandler() {
    this(AccountsModule.toPut().acceptInvitation());
  }

  AcceptInvitationHandler(AcceptInvitation acceptInvitation) {
    endpoint =
        Endpoint.of(request ->
            Response.accepted(acceptInvitation.handle(request.body(PresentedToken::read)).json()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
