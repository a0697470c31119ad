package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code DELETE /v1/me/sessions}: 204, 401, 404. */
public record EndSessionsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public EndSessionsHandler() {
    this(AccountsModule.fromEnvironment().endSessions());
  }

  EndSessionsHandler(EndSessions endSessions) {
    this(
        Endpoint.of(request -> {
          endSessions.handle(Caller.of(request));
          return Response.noContent();
        }));
  }
}
