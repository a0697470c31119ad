package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code DELETE /v1/firms/{firmId}/staff/{staffId}/second-factor}: 204, 403, 404, 409 {@code
 * conflict}.
 */
public record ResetSecondFactorHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResetSecondFactorHandler() {
    this(AccountsModule.fromEnvironment().resetSecondFactor());
  }

  ResetSecondFactorHandler(ResetSecondFactor resetSecondFactor) {
    this(
        Endpoint.of(request -> {
          resetSecondFactor.handle(Caller.of(request), StaffPath.of(request));
          return Response.noContent();
        }));
  }
}
