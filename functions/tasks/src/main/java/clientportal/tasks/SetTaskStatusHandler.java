package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.TaskPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * {@code PUT …/tasks/{taskId}/status}: 200 with the task, 404, 403, 400, 412, 409 {@code
 * status-conflict} or {@code conflict}.
 */
public record SetTaskStatusHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public SetTaskStatusHandler() {
    this(TasksModule.fromEnvironment().setTaskStatus());
  }

  SetTaskStatusHandler(SetTaskStatus setTaskStatus) {
    this(
        Endpoint.of(request -> {
          TaskView.Found found =
              setTaskStatus.handle(
                  Caller.of(request),
                  TaskPath.of(request),
                  request.body(NewTaskStatus::read),
                  request.precondition());
          Response response = Response.ok(found.view());
          return found.revision().map(response::etag).orElse(response);
        }));
  }
}
