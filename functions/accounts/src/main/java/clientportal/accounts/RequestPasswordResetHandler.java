package clientportal.accounts;

import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /v1/password-resets}, public: 202 whoever has the address, 400. */
public final class RequestPasswordResetHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RequestPasswordResetHandler() {
    this(AccountsModule.fromEnvironment().requestPasswordReset());
  }

  RequestPasswordResetHandler(RequestPasswordReset requestPasswordReset) {
    endpoint =
        Endpoint.of(request ->
            Response.accepted(
                requestPasswordReset
                    .handle(request.sourceIp(), request.body(ForgottenPassword::read))
                    .json()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
