package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/contacts/{contactId}/account}: 200 with the state of the account, 404. */
public record GetContactAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetContactAccountHandler() {
    this(AccountsModule.fromEnvironment().getAccount());
  }

  GetContactAccountHandler(GetAccount getAccount) {
    this(
        Endpoint.of(request -> {
          AccountPath path = AccountPath.ofContact(request);
          return Response.ok(AccountView.of(getAccount.handle(Caller.of(request), path.holder())));
        }));
  }
}
