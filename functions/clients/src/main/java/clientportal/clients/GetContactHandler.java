package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ContactPath;
import clientportal.access.records.Contact;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/contacts/{contactId}}: 200 with the contact, 404. */
public record GetContactHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetContactHandler() {
    this(ClientsModule.fromEnvironment().getContact());
  }

  GetContactHandler(GetContact getContact) {
    this(
        Endpoint.of(request -> {
          Contact contact = getContact.handle(Caller.of(request), ContactPath.of(request));
          return Response.ok(ContactView.of(contact)).etag(contact.revision());
        }));
  }
}
