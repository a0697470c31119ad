package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.shares.SharesView;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/share-candidates}: 200 with the candidates, 404. */
public record ListShareCandidatesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListShareCandidatesHandler() {
    this(SharingModule.fromEnvironment().listShareCandidates());
  }

  ListShareCandidatesHandler(ListShareCandidates listShareCandidates) {
    this(
        Endpoint.of(request ->
            Response.ok(
                Json.object()
                    .with(
                        "items",
                        listShareCandidates
                            .handle(Caller.of(request), ClientPath.of(request))
                            .stream()
                            .map(SharesView::of)
                            .toList()))));
  }
}
