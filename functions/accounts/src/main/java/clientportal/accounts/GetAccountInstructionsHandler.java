package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/account/instructions}: 200 with a text to print, 404, 403, 422. */
public record GetAccountInstructionsHandler(RequestStreamHandler delegate)
    implements LambdaFunction {
  public GetAccountInstructionsHandler() {
    this(AccountsModule.fromEnvironment().getAccountInstructions());
  }

  GetAccountInstructionsHandler(GetAccountInstructions getAccountInstructions) {
    this(
        Endpoint.of(request -> {
          Instructions instructions =
              getAccountInstructions.handle(
                  Caller.of(request), AccountPath.ofClient(request).holder());
          return Response.ok(
              Json.object()
                  .with("subject", instructions.subject())
                  .with("text", instructions.text())
                  .with("html", instructions.html()));
        }));
  }
}
