package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code POST /v1/me/notices/read}: 204; 400; 403 {@code second-factor-required}; 409. */
public record MarkNoticesReadHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public MarkNoticesReadHandler() {
    this(NotificationsModule.fromEnvironment().markNoticesRead());
  }

  MarkNoticesReadHandler(MarkNoticesRead markNoticesRead) {
    this(
        Endpoint.of(request -> {
          markNoticesRead.handle(Caller.of(request), request.body(ReadNotices::read));
          return Response.noContent();
        }));
  }
}
