package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.TaskPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/tasks/{taskId}/comments}: 200 with a page of comments, oldest first; 400, 404. */
public record ListCommentsHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListCommentsHandler() {
    this(TasksModule.fromEnvironment().listComments());
  }

  ListCommentsHandler(ListComments listComments) {
    this(
        Endpoint.of(request -> {
          Paging paging = request.paging();
          return Response.ok(
              paging.answer(
                  listComments.handle(Caller.of(request), TaskPath.of(request), paging),
                  TaskView::of));
        }));
  }
}
