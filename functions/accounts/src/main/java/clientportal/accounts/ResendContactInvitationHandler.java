package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.records.Account;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Optional;

/**
 * {@code POST …/contacts/{contactId}/account/invitation}: 202, 404, 403, 409 if it is active, 422.
 */
public record ResendContactInvitationHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public ResendContactInvitationHandler() {
    this(AccountsModule.fromEnvironment().resendInvitation());
  }

  ResendContactInvitationHandler(ResendInvitation resendInvitation) {
    this(
        Endpoint.of(request -> {
          Account account =
              resendInvitation.handle(Caller.of(request), AccountPath.ofContact(request).holder());
          return Response.accepted(AccountView.of(Optional.of(account)));
        }));
  }
}
