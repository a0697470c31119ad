package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Locale;

/**
 * {@code POST /v1/verifications}, public: 200, 400, 409, 422 {@code token-not-valid}, {@code
 * password-too-weak}.
 */
public record VerifyAccountHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public VerifyAccountHandler() {
    this(AccountsModule.fromEnvironment().verifyAccount());
  }

  VerifyAccountHandler(VerifyAccount verifyAccount) {
    this(
        Endpoint.of(request -> {
          VerifyAccount.Verified verified =
              verifyAccount.handle(request.body(VerificationProof::read));
          return Response.ok(
              Json.object().with("status", verified.name().toLowerCase(Locale.ROOT)));
        }));
  }
}
