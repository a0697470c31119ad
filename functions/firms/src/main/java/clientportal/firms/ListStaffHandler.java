package clientportal.firms;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/staff}: 200 with a page of staff members by name; 400, 404. */
public record ListStaffHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListStaffHandler() {
    this(FirmsModule.fromEnvironment().listStaff());
  }

  ListStaffHandler(ListStaff listStaff) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listStaff.handle(Caller.of(request), FirmPath.of(request), paging),
                  StaffView::of));
        }));
  }
}
