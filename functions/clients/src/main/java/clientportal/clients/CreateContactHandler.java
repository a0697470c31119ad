package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Contact;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST …/contacts}: 201 with the contact, 404, 403, 400, 409 {@code conflict}, 422 {@code
 * idempotency-key-reused}.
 */
public final class CreateContactHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CreateContactHandler() {
    this(ClientsModule.fromEnvironment().createContact());
  }

  CreateContactHandler(CreateContact createContact) {
    endpoint =
        Endpoint.of(request -> {
          Contact contact =
              createContact.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewContact::read),
                  Idempotency.of(request));
          return Response.created(contact.path().toString(), ContactView.of(contact))
              .etag(contact.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
