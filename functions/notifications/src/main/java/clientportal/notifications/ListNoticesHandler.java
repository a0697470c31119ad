package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/me/notices}: 200 with the caller's notices, newest first; 400. */
public record ListNoticesHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListNoticesHandler() {
    this(NotificationsModule.fromEnvironment().listNotices());
  }

  ListNoticesHandler(ListNotices listNotices) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListNotices.Listed listed = listNotices.handle(Caller.of(request), paging);
          return Response.ok(
              paging.answer(listed.notices().stream().map(NoticeView::of).toList(), listed.page()));
        }));
  }
}
