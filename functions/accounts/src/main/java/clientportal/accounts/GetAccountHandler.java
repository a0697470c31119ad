package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.keys.Holder;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Request;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/** {@code GET …/account}: 200 with the state of the account, 404. */
public record GetAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetAccountHandler() {
    this(AccountsModule.fromEnvironment().getAccount(), AccountPath::ofClient);
  }

  GetAccountHandler(GetAccount getAccount, Function<Request, AccountPath<Holder.Party>> path) {
    this(
        Endpoint.of(request ->
            Response.ok(
                getAccount
                    .handle(Caller.of(request), path.apply(request).holder())
                    .map(AccountView::of)
                    .orElseGet(AccountView::none))));
  }
}
