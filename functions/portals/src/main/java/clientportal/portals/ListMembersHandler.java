package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.NameFilter;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/members?name=}: 200 with a page of members by name; 400, 404. */
public record ListMembersHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListMembersHandler() {
    this(PortalsModule.fromEnvironment().listMembers());
  }

  ListMembersHandler(ListMembers listMembers) {
    this(
        Endpoint.of(request -> {
          NameFilter names = NameFilter.of(request);
          Paging paging = request.paging().filteredBy(names.text());
          return Response.ok(
              paging.answer(
                  listMembers.handle(Caller.of(request), FirmPath.of(request), names, paging),
                  MemberView::of));
        }));
  }
}
