package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.SettledPage;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/engagements?settled=}: 200 with a page of engagements, newest first; 400, 404. */
public record ListEngagementsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListEngagementsHandler() {
    this(RequestsModule.fromEnvironment().listEngagements());
  }

  ListEngagementsHandler(ListEngagements listEngagements) {
    this(
        Endpoint.of(request -> {
          SettledPage listed = SettledPage.of(request);
          ListEngagements.Found found =
              listEngagements.handle(Caller.of(request), ClientPath.of(request), listed);
          return Response.ok(listed.paging().answer(found.engagements(), found.page()));
        }));
  }
}
