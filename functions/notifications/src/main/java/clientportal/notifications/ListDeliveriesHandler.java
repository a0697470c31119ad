package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/deliveries}: 200 with a page of deliveries, newest first; 400, 404. */
public record ListDeliveriesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListDeliveriesHandler() {
    this(NotificationsModule.fromEnvironment().listDeliveries());
  }

  ListDeliveriesHandler(ListDeliveries listDeliveries) {
    this(
        Endpoint.of(request -> {
          AskedDeliveries asked = AskedDeliveries.of(request);
          return Response.ok(
              asked
                  .paging()
                  .answer(
                      listDeliveries.handle(Caller.of(request), ClientPath.of(request), asked),
                      DeliveryView::of));
        }));
  }
}
