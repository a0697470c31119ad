package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code GET /v1/me/notices}: 200 with the caller's notices, newest first; 400. */
public final class ListNoticesHandler implements RequestStreamHandler {
  private final Endpoint endpoint;

  public ListNoticesHandler() {
    this(NotificationsModule.fromEnvironment().listNotices());
  }

  ListNoticesHandler(ListNotices listNotices) {
    endpoint =
        Endpoint.of(request -> {
          Paging paging = request.paging();
          ListNotices.Listed listed = listNotices.handle(Caller.of(request), paging);
          return Response.ok(
              paging.answer(listed.notices().stream().map(NoticeView::of).toList(), listed.page()));
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    endpoint.handle(event, response, context);
  }
}
