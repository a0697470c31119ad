package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST …/sites}: 201 with the site, 404, 403, 400, 409 {@code slug-taken}, 422. */
public final class CreateSiteHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public CreateSiteHandler() {
    this(FirmsModule.fromEnvironment().createSite(), FirmsModule.siteView());
  }

  CreateSiteHandler(CreateSite createSite, SiteView view) {
    endpoint =
        Endpoint.of(request -> {
          FirmPath firm = FirmPath.of(request);
          Site site =
              createSite.handle(
                  Caller.of(request), firm, request.body(NewSite::read), Idempotency.of(request));
          return Response.created(firm + "/sites", view.of(site));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
