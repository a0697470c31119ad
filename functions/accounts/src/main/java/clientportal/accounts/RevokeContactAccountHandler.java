package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code DELETE …/contacts/{contactId}/account}: 204, also if there is none, 404, 403, 409. */
public record RevokeContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public RevokeContactAccountHandler() {
    this(AccountsModule.fromEnvironment().revokeAccount());
  }

  RevokeContactAccountHandler(RevokeAccount revokeAccount) {
    this(
        Endpoint.of(request -> {
          revokeAccount.handle(Caller.of(request), AccountPath.ofContact(request).holder());
          return Response.noContent();
        }));
  }
}
