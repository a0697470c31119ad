package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code PUT /v1/me/recovery-codes}: 200 with the codes, 401, 403, 404, 409. */
public record ReplaceRecoveryCodesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ReplaceRecoveryCodesHandler() {
    this(AccountsModule.fromEnvironment().replaceRecoveryCodes());
  }

  ReplaceRecoveryCodesHandler(ReplaceRecoveryCodes replaceRecoveryCodes) {
    this(
        Endpoint.of(request ->
            Response.ok(
                Json.object().with("codes", replaceRecoveryCodes.handle(Caller.of(request))))));
  }
}
