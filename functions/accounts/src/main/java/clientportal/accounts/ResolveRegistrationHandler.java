package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code POST …/registrations/{registrationId}/resolution}: 200 with the registration, 404, 403,
 * 400, 409, 422.
 */
public final class ResolveRegistrationHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ResolveRegistrationHandler() {
    this(AccountsModule.fromEnvironment().resolveRegistration());
  }

  ResolveRegistrationHandler(ResolveRegistration resolveRegistration) {
    endpoint =
        Endpoint.of(request ->
            Response.ok(
                RegistrationView.of(
                    resolveRegistration.handle(
                        Caller.of(request),
                        RegistrationPath.of(request),
                        request.body(PresentedResolution::read)))));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
