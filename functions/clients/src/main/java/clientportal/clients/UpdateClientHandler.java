package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Client;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code PATCH …/clients/{clientId}}: 200 with the client, 404, 403, 400, 412, 409, 422. */
public record UpdateClientHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateClientHandler() {
    this(ClientsModule.fromEnvironment().updateClient());
  }

  UpdateClientHandler(UpdateClient updateClient) {
    this(
        Endpoint.of(request -> {
          Client client =
              updateClient.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(ClientPatch::read),
                  request.precondition());
          return Response.ok(ClientView.of(client)).etag(client.revision());
        }));
  }
}
