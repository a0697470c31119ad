package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/account}: 200 with the state of the account, 404. */
public record GetAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetAccountHandler() {
    this(AccountsModule.fromEnvironment().getAccount());
  }

  GetAccountHandler(GetAccount getAccount) {
    this(
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofClient(request);
          return Response.ok(AccountView.of(getAccount.handle(Caller.of(request), path.holder())));
        }));
  }
}
