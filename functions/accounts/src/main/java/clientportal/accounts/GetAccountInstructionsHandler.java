package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/account/instructions}: 200 with what can be printed, 404, 403, 422. */
public final class GetAccountInstructionsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetAccountInstructionsHandler() {
    this(AccountsModule.fromEnvironment().getAccountInstructions());
  }

  GetAccountInstructionsHandler(GetAccountInstructions getAccountInstructions) {
    endpoint =
        Endpoint.of(request -> {
          Instructions instructions =
              getAccountInstructions.handle(
                  Caller.of(request), AccountPath.ofClient(request).holder());
          return Response.ok(
              Json.object()
                  .with("subject", instructions.subject())
                  .with("text", instructions.text())
                  .with("html", instructions.html()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
