package clientportal.accounts;

import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/**
 * {@code POST /v1/verifications}, public: 200, 400, 409, 422 {@code token-not-valid}, {@code
 * password-too-weak}.
 */
public final class VerifyAccountHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public VerifyAccountHandler() {
    this(AccountsModule.fromEnvironment().verifyAccount());
  }

  VerifyAccountHandler(VerifyAccount verifyAccount) {
    endpoint =
        Endpoint.of(request -> {
          VerifyAccount.Verified verified =
              verifyAccount.handle(request.body(PresentedProof::read));
          return Response.ok(
              Json.object().with("status", verified.name().toLowerCase(Locale.ROOT)));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
