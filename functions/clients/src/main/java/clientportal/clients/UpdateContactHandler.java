package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ContactPath;
import clientportal.access.records.Contact;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code PATCH …/contacts/{contactId}}: 200 with the contact, 404, 403, 400, 412, 409, 422. */
public record UpdateContactHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateContactHandler() {
    this(ClientsModule.fromEnvironment().updateContact());
  }

  UpdateContactHandler(UpdateContact updateContact) {
    this(
        Endpoint.of(request -> {
          Contact contact =
              updateContact.handle(
                  Caller.of(request),
                  ContactPath.of(request),
                  request.body(ContactPatch::read),
                  request.precondition());
          return Response.ok(ContactView.of(contact)).etag(contact.revision());
        }));
  }
}
