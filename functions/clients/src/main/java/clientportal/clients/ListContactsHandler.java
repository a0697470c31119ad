package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/contacts}: 200 with a page of contacts by name; 400, 404. */
public final class ListContactsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListContactsHandler() {
    this(ClientsModule.fromEnvironment().listContacts());
  }

  ListContactsHandler(ListContacts listContacts) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListContacts.Listed listed =
              listContacts.handle(Caller.of(request), ClientPath.of(request), paging);
          return Response.ok(
              paging.answer(
                  listed.contacts().stream().map(ContactView::of).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
