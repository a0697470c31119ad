package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/engagements/{engagementId}/items/preview}: 200 with the preview, and what {@code
 * requestDocuments} or {@code sendRequest} refuses.
 */
public record PreviewRequestHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public PreviewRequestHandler() {
    this(RequestsModule.fromEnvironment().previewRequest());
  }

  PreviewRequestHandler(PreviewRequest previewRequest) {
    this(
        Endpoint.of(request ->
            Response.ok(
                previewRequest
                    .handle(
                        Caller.of(request),
                        EngagementPath.of(request),
                        request.body(RequestToPreview::read))
                    .json())));
  }
}
