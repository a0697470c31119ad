package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.StaffPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/staff/{staffId}/hand-over}: 202 with the hand-over, 404, 403, 400, 409 {@code
 * conflict}, 422 {@code unknown-staff}.
 */
public record HandOverHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public HandOverHandler() {
    this(FirmsModule.fromEnvironment().handOver());
  }

  HandOverHandler(HandOver handOver) {
    this(
        Endpoint.of(request ->
            Response.accepted(
                HandOverView.of(
                    handOver.handle(
                        Caller.of(request),
                        StaffPath.of(request),
                        request.body(NewHandOver::read))))));
  }
}
