package clientportal.accounts;

import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST /v1/password-resets/confirmation}, public: 204, 400, 409, 422 {@code
 * token-not-valid}, {@code password-too-weak}.
 */
public final class ResetPasswordHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ResetPasswordHandler() {
    this(AccountsModule.fromEnvironment().resetPassword());
  }

  ResetPasswordHandler(ResetPassword resetPassword) {
    endpoint =
        Endpoint.of(request -> {
          resetPassword.handle(request.body(PresentedProof::readWithPassword));
          return Response.noContent();
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
