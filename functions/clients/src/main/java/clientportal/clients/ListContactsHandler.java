package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/contacts}: 200 with a page of contacts by name; 400, 404. */
public record ListContactsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListContactsHandler() {
    this(ClientsModule.fromEnvironment().listContacts());
  }

  ListContactsHandler(ListContacts listContacts) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listContacts.handle(Caller.of(request), ClientPath.of(request), paging),
                  ContactView::of));
        }));
  }
}
