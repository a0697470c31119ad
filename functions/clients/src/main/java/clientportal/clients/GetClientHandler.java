package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Client;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/clients/{clientId}}: 200 with the client, 404. */
public final class GetClientHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetClientHandler() {
    this(ClientsModule.fromEnvironment().getClient());
  }

  GetClientHandler(GetClient getClient) {
    endpoint =
        Endpoint.of(request -> {
          Client client = getClient.handle(Caller.of(request), ClientPath.of(request));
          return Response.ok(ClientView.of(client)).etag(client.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
