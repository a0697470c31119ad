package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET /v1/me}: 200 with who the caller is. */
public final class GetMeHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public GetMeHandler() {
    this(AccountsModule.fromEnvironment().getMe());
  }

  GetMeHandler(GetMe getMe) {
    endpoint = Endpoint.of(request -> Response.ok(MeView.of(getMe.handle(Caller.of(request)))));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
