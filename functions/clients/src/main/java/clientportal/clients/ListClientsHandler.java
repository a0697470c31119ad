package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.NameFilter;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/clients?name=}: 200 with a page of clients by name; 400, 404. */
public record ListClientsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListClientsHandler() {
    this(ClientsModule.fromEnvironment().listClients());
  }

  ListClientsHandler(ListClients listClients) {
    this(
        Endpoint.of(request -> {
          NameFilter names = NameFilter.of(request);
          Paging paging = request.paging().filteredBy(names.text());
          return Response.ok(
              paging.answer(
                  listClients.handle(Caller.of(request), FirmPath.of(request), names, paging),
                  ClientView::of));
        }));
  }
}
