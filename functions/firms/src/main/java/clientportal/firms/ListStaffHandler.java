package clientportal.firms;

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

/** {@code GET …/staff}: 200 with a page of staff members by name; 400, 404. */
public final class ListStaffHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListStaffHandler() {
    this(FirmsModule.fromEnvironment().listStaff());
  }

  ListStaffHandler(ListStaff listStaff) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListStaff.Listed listed =
              listStaff.handle(Caller.of(request), FirmPath.of(request), paging);
          return Response.ok(
              paging.answer(listed.members().stream().map(StaffView::of).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
