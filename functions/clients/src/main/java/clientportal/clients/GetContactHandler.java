package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ContactPath;
import clientportal.access.records.Contact;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/contacts/{contactId}}: 200 with the contact, 404. */
public final class GetContactHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetContactHandler() {
    this(ClientsModule.fromEnvironment().getContact());
  }

  GetContactHandler(GetContact getContact) {
    endpoint =
        Endpoint.of(request -> {
          Contact contact = getContact.handle(Caller.of(request), ContactPath.of(request));
          return Response.ok(ContactView.of(contact)).etag(contact.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
