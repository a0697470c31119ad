package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST /v1/invitations/accept}, public: 202 whether or not the token is valid, 400. */
public record AcceptInvitationHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AcceptInvitationHandler() {
    this(AccountsModule.fromEnvironment().acceptInvitation());
  }

  AcceptInvitationHandler(AcceptInvitation acceptInvitation) {
    this(
        Endpoint.of(request ->
            acceptInvitation
                .handle(request.sourceIp(), request.body(InvitationToken::read))
                .answer()));
  }
}
