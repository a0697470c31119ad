package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.TaskPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/tasks/{taskId}}: 200 with the task, 404, 403, 400, 412, 409 {@code
 * status-conflict}, {@code archived}, {@code not-shareable}, {@code limit-reached} or {@code
 * conflict}, 422 {@code recipient-not-permitted}, {@code account-required} or {@code
 * unknown-reference}.
 */
public record UpdateTaskHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateTaskHandler() {
    this(TasksModule.fromEnvironment().updateTask());
  }

  UpdateTaskHandler(UpdateTask updateTask) {
    this(
        Endpoint.of(request -> {
          UpdateTask.Updated updated =
              updateTask.handle(
                  Caller.of(request),
                  TaskPath.of(request),
                  request.body(TaskPatch::read),
                  request.precondition());
          return Response.ok(updated.view()).etag(updated.task().revision());
        }));
  }
}
