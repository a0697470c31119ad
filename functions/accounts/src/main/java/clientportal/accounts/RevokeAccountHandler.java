package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Request;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code DELETE …/account}: 204, also if there is no account, 404, 403, 409 {@code conflict}. */
public record RevokeAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RevokeAccountHandler() {
    this(AccountsModule.fromEnvironment().revokeAccount(), AccountPath::ofClient);
  }

  RevokeAccountHandler(
      RevokeAccount revokeAccount, Function<Request, ? extends AccountPath<?>> path) {
    this(
        Endpoint.of(request -> {
          revokeAccount.handle(Caller.of(request), path.apply(request).holder());
          return Response.noContent();
        }));
  }
}
