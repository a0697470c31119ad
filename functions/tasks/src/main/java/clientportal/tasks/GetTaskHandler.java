package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.TaskPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/tasks/{taskId}}: 200 with the task, 404. */
public record GetTaskHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public GetTaskHandler() {
    this(TasksModule.fromEnvironment().getTask());
  }

  GetTaskHandler(GetTask getTask) {
    this(
        Endpoint.of(request -> {
          TaskView.Found found = getTask.handle(Caller.of(request), TaskPath.of(request));
          Response response = Response.ok(found.view());
          return found.revision().map(response::etag).orElseGet(response::etagOfBody);
        }));
  }
}
