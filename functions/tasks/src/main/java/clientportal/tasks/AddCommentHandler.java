package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.TaskComment;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code POST …/tasks/{taskId}/comments}: 201 with the comment, 404, 403, 400, 409 {@code
 * conflict}, 422 {@code idempotency-key-reused}.
 */
public record AddCommentHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public AddCommentHandler() {
    this(TasksModule.fromEnvironment().addComment());
  }

  AddCommentHandler(AddComment addComment) {
    this(
        Endpoint.of(request -> {
          TaskComment comment =
              addComment.handle(
                  Caller.of(request),
                  TaskPath.of(request),
                  request.body(NewComment::read),
                  Idempotency.of(request));
          return Response.created(comment.task() + "/comments", TaskView.of(comment));
        }));
  }
}
