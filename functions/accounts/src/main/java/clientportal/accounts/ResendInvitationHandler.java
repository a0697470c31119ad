package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Request;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code POST …/account/invitation}: 202, 404, 403, 409 if it is active, 422, 429. */
public record ResendInvitationHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResendInvitationHandler() {
    this(AccountsModule.fromEnvironment().resendInvitation(), AccountPath::ofClient);
  }

  ResendInvitationHandler(
      ResendInvitation resendInvitation, Function<Request, ? extends AccountPath<?>> path) {
    this(
        Endpoint.of(request ->
            Response.accepted(
                AccountView.of(
                    resendInvitation.handle(Caller.of(request), path.apply(request).holder())))));
  }
}
