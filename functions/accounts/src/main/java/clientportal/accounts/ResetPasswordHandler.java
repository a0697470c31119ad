package clientportal.accounts;

import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST /v1/password-resets/confirmation}, public: 204, 400, 409, 422 {@code
 * token-not-valid}, {@code password-too-weak}.
 */
public record ResetPasswordHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ResetPasswordHandler() {
    this(AccountsModule.fromEnvironment().resetPassword());
  }

  ResetPasswordHandler(ResetPassword resetPassword) {
    this(
        Endpoint.of(request -> {
          resetPassword.handle(request.body(VerificationProof::readWithPassword));
          return Response.noContent();
        }));
  }
}
