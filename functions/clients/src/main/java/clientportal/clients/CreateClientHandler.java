package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Client;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/clients}: 201 with the client, 404, 400, 409 {@code conflict}, 422 {@code
 * idempotency-key-reused}.
 */
public record CreateClientHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public CreateClientHandler() {
    this(ClientsModule.fromEnvironment().createClient());
  }

  CreateClientHandler(CreateClient createClient) {
    this(
        Endpoint.of(request -> {
          Client client =
              createClient.handle(
                  Caller.of(request),
                  FirmPath.of(request),
                  request.body(NewClient::read),
                  Idempotency.of(request));
          return Response.created(client.path().toString(), ClientView.of(client))
              .etag(client.revision());
        }));
  }
}
