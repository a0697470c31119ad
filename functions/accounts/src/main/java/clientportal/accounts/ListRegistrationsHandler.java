package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/registrations}: 200 with a page of registrations, newest first; 400, 403, 404. */
public record ListRegistrationsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListRegistrationsHandler() {
    this(AccountsModule.fromEnvironment().listRegistrations());
  }

  ListRegistrationsHandler(ListRegistrations listRegistrations) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListRegistrations.Listed listed =
              listRegistrations.handle(Caller.of(request), FirmPath.of(request), paging);
          return Response.ok(
              paging.answer(
                  listed.registrations().stream().map(RegistrationView::of).toList(),
                  listed.page()));
        }));
  }
}
