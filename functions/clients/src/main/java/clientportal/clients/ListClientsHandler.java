package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/clients?name=}: 200 with a page of clients by name; 400, 404. */
public final class ListClientsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListClientsHandler() {
    this(ClientsModule.fromEnvironment().listClients());
  }

  ListClientsHandler(ListClients listClients) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListClients.Listed listed =
              listClients.handle(
                  Caller.of(request), FirmPath.of(request), request.query("name"), paging);
          return Response.ok(
              paging.answer(listed.clients().stream().map(ClientView::of).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
