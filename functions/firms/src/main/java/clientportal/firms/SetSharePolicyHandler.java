package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/share-policy}: 200 with the policy and its history, 404, 403, 400, 412, 409 {@code
 * conflict}.
 */
public record SetSharePolicyHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetSharePolicyHandler() {
    this(FirmsModule.fromEnvironment().setSharePolicy());
  }

  SetSharePolicyHandler(SetSharePolicy setSharePolicy) {
    this(
        Endpoint.of(request -> {
          SharePolicies policies =
              setSharePolicy.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewSharePolicy::read),
                  request.precondition());
          return Response.ok(SharePolicyView.of(policies)).etag(policies.current().revision());
        }));
  }
}
