package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Client;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/clients/{clientId}}: 200 with the client, 404. */
public record GetClientHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetClientHandler() {
    this(ClientsModule.fromEnvironment().getClient());
  }

  GetClientHandler(GetClient getClient) {
    this(
        Endpoint.of(request -> {
          Client client = getClient.handle(Caller.of(request), ClientPath.of(request));
          return Response.ok(ClientView.of(client)).etag(client.revision());
        }));
  }
}
