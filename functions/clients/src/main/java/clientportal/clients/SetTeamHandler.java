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

/**
 * {@code PUT …/team}: 200 with the team, 404, 400, 412, 409 {@code conflict}, 422 {@code
 * unknown-staff}.
 */
public final class SetTeamHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public SetTeamHandler() {
    this(ClientsModule.fromEnvironment().setTeam());
  }

  SetTeamHandler(SetTeam setTeam) {
    endpoint =
        Endpoint.of(request -> {
          Client client =
              setTeam.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewTeam::read),
                  request.precondition());
          return Response.ok(ClientView.team(client)).etag(client.revision());
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
