package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/share-policy}: 200 with the policy and its history, newest first; 404. */
public record GetSharePolicyHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetSharePolicyHandler() {
    this(FirmsModule.fromEnvironment().getSharePolicy());
  }

  GetSharePolicyHandler(GetSharePolicy getSharePolicy) {
    this(
        Endpoint.of(request -> {
          SharePolicies policies = getSharePolicy.handle(Caller.of(request), FirmPath.of(request));
          return Response.ok(SharePolicyView.of(policies)).etag(policies.current().revision());
        }));
  }
}
