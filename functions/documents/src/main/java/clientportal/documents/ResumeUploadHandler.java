package clientportal.documents;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Request;
import clientportal.platform.http.Response;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;

/**
 * {@code POST …/documents/{documentId}/upload?version=&fromPart=}: 200 with fresh URLs for the
 * missing bytes; 400, 404, 403, 409 {@code conflict}.
 */
public record ResumeUploadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResumeUploadHandler() {
    this(DocumentsModule.fromEnvironment().resumeUpload());
  }

  ResumeUploadHandler(ResumeUpload resumeUpload) {
    this(
        Endpoint.of(request -> {
          UploadView upload =
              resumeUpload.handle(
                  Caller.of(request),
                  DocumentPath.of(request),
                  VersionNumber.ofQuery(request),
                  fromPart(request));
          return Response.ok(upload.json());
        }));
  }

  private static int fromPart(Request request) {
    String text = request.query("fromPart").orElse("1");
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw ProblemException.invalid(
          List.of(Fault.parameter("fromPart", Fault.Code.RANGE, "must be a number from 1 to 999")));
    }
    return Integer.parseInt(text);
  }
}
