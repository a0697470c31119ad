package clientportal.clients;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Client;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/team}: 200 with the team, 404, 400, 412, 409 {@code conflict}, 422 {@code
 * unknown-staff}.
 */
public record SetTeamHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetTeamHandler() {
    this(ClientsModule.fromEnvironment().setTeam());
  }

  SetTeamHandler(SetTeam setTeam) {
    this(
        Endpoint.of(request -> {
          Client client =
              setTeam.handle(
                  Caller.of(request),
                  ClientPath.of(request),
                  request.body(NewTeam::read),
                  request.precondition());
          return Response.ok(ClientView.team(client)).etag(client.revision());
        }));
  }
}
