package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/me}: 200 with who the caller is. */
public record GetMeHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetMeHandler() {
    this(AccountsModule.fromEnvironment().getMe());
  }

  GetMeHandler(GetMe getMe) {
    this(Endpoint.of(request -> Response.ok(MeView.of(getMe.handle(Caller.of(request))))));
  }
}
