package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Contact;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/contacts}: 201 with the contact, 404, 403, 400, 409 {@code conflict}, 422 {@code
 * idempotency-key-reused}.
 */
public record CreateContactHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateContactHandler() {
    this(ClientsModule.fromEnvironment().createContact());
  }

  CreateContactHandler(CreateContact createContact) {
    this(
        Endpoint.of(request -> {
          Contact contact =
              createContact.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewContact::read),
                  Idempotency.of(request));
          return Response.created(contact.path().toString(), ContactView.of(contact))
              .etag(contact.revision());
        }));
  }
}
