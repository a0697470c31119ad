package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Task;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PATCH …/tasks/{taskId}}: 200 with the task, 404, 403, 400, 412, 409 {@code
 * status-conflict}, {@code archived}, {@code not-shareable}, {@code limit-reached} or {@code
 * conflict}, 422 {@code unknown-reference}, {@code recipient-not-permitted} or {@code
 * account-required}.
 */
public record UpdateTaskHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public UpdateTaskHandler() {
    this(TasksModule.fromEnvironment().updateTask());
  }

  UpdateTaskHandler(UpdateTask updateTask) {
    this(
        Endpoint.of(request -> {
          Task task =
              updateTask.handle(
                  Caller.of(request),
                  TaskPath.of(request),
                  request.body(TaskPatch::read),
                  request.precondition());
          return Response.ok(TaskView.ofStaff(task)).etag(task.revision());
        }));
  }
}
