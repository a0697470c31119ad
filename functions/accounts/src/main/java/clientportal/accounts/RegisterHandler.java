package clientportal.accounts;

import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST /v1/registrations}, public: 202 whoever has the address, 404, 400. */
public final class RegisterHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public RegisterHandler() {
    this(AccountsModule.fromEnvironment().register());
  }

  RegisterHandler(Register register) {
    endpoint =
        Endpoint.of(request ->
            Response.accepted(
                register
                    .handle(request.sourceIp(), request.body(RequestedRegistration::read))
                    .json()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
