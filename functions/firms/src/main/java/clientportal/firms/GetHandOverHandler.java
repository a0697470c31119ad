package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/staff/{staffId}/hand-over}: 200 with what is left, 404, 403. */
public record GetHandOverHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetHandOverHandler() {
    this(FirmsModule.fromEnvironment().getHandOver());
  }

  GetHandOverHandler(GetHandOver getHandOver) {
    this(
        Endpoint.of(request ->
            Response.ok(
                HandOverView.of(getHandOver.handle(Caller.of(request), StaffPath.of(request))))));
  }
}
