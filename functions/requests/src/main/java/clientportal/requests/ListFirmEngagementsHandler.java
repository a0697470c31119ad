package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code GET /v1/firms/{firmId}/engagements?status=}: 200 with a page of engagements by due date;
 * 400, 404.
 */
public record ListFirmEngagementsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListFirmEngagementsHandler() {
    this(RequestsModule.fromEnvironment().listFirmEngagements());
  }

  ListFirmEngagementsHandler(ListFirmEngagements listFirmEngagements) {
    this(
        Endpoint.of(request -> {
          ListedByStatus listed = ListedByStatus.of(request);
          ListFirmEngagements.Found found =
              listFirmEngagements.handle(Caller.of(request), FirmPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      found.engagements().stream().map(EngagementView::ofFirm).toList(),
                      found.page()));
        }));
  }
}
