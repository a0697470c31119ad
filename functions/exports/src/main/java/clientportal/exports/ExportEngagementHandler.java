package clientportal.exports;

import clientportal.access.Caller;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;

/**
 * {@code GET …/engagements/{engagementId}/export}: 200 with the export as JSON, or as PDF for who
 * prefers that; 404, 403, 406, 409 {@code status-conflict} or {@code limit-reached}.
 */
public record ExportEngagementHandler(RequestStreamHandler delegate) implements LambdaFunction {
  private static final String PDF = "application/pdf";
  private static final List<String> OFFERED = List.of("application/json", PDF);

  public ExportEngagementHandler() {
    this(ExportsModule.fromEnvironment().exportEngagement());
  }

  ExportEngagementHandler(ExportEngagement exportEngagement) {
    this(
        Endpoint.of(request -> {
          Export export = exportEngagement.handle(Caller.of(request), EngagementPath.of(request));
          return request.preferred(OFFERED).equals(PDF)
              ? Response.file(PDF, export.engagement().id() + ".pdf", ExportDocument.of(export))
              : Response.ok(ExportView.of(export));
        }));
  }
}
