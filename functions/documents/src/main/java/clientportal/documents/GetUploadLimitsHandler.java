package clientportal.documents;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.uploads.PartSizes;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/me/upload-limits}: 200 with the limits of sizes. */
public record GetUploadLimitsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetUploadLimitsHandler() {
    this(DocumentsModule.fromEnvironment().getUploadLimits());
  }

  GetUploadLimitsHandler(GetUploadLimits getUploadLimits) {
    this(Endpoint.of(request -> Response.ok(json(getUploadLimits.handle(Caller.of(request))))));
  }

  private static JsonObject json(PartSizes sizes) {
    return Json.object()
        .with("largestSize", sizes.largest())
        .with("singlePutLimit", sizes.singlePutLimit())
        .with("smallestPartSize", sizes.smallest());
  }
}
