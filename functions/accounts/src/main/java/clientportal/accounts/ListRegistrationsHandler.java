package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET …/registrations}: 200 with a page of registrations, newest first; 400, 403, 404. */
public final class ListRegistrationsHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListRegistrationsHandler() {
    this(AccountsModule.fromEnvironment().listRegistrations());
  }

  ListRegistrationsHandler(ListRegistrations listRegistrations) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListRegistrations.Listed listed =
              listRegistrations.handle(Caller.of(request), FirmPath.of(request), paging);
          return Response.ok(
              paging.answer(
                  listed.registrations().stream().map(RegistrationView::of).toList(),
                  listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
