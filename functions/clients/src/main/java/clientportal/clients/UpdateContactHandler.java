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

/** {@code PATCH …/contacts/{contactId}}: 200 with the contact, 404, 403, 400, 412, 409, 422. */
public final class UpdateContactHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public UpdateContactHandler() {
    this(ClientsModule.fromEnvironment().updateContact());
  }

  UpdateContactHandler(UpdateContact updateContact) {
    endpoint =
        Endpoint.of(request -> {
          Contact contact =
              updateContact.handle(
                  Caller.of(request),
                  ContactPath.of(request),
                  request.body(ContactPatch::read),
                  request.precondition());
          return Response.ok(ContactView.of(contact)).etag(contact.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
