package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.Holder;
import clientportal.access.records.Account;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Request;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code POST …/account}: 201 with the account, 404, 403, 400, 409 {@code account-exists}, 422. */
public record CreateAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateAccountHandler() {
    this(AccountsModule.fromEnvironment().createAccount(), AccountPath::ofClient);
  }

  CreateAccountHandler(
      CreateAccount createAccount, Function<Request, AccountPath<Holder.Party>> path) {
    this(
        Endpoint.of(request -> {
          AccountPath<Holder.Party> at = path.apply(request);
          Account account =
              createAccount.handle(
                  Caller.of(request),
                  at.holder(),
                  request.body(EmailBody::read),
                  Idempotency.of(request));
          return Response.created(at.location(), AccountView.of(account));
        }));
  }
}
