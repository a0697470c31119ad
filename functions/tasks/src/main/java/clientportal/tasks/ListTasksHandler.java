package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.ClientPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET …/tasks?settled=}: 200 with a page of tasks, newest first; 400, 404. */
public record ListTasksHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListTasksHandler() {
    this(TasksModule.fromEnvironment().listTasks());
  }

  ListTasksHandler(ListTasks listTasks) {
    this(
        Endpoint.of(request -> {
          ListedTasks listed = ListedTasks.of(request);
          ListTasks.Found found =
              listTasks.handle(Caller.of(request), ClientPath.of(request), listed);
          return Response.ok(listed.paging().answer(found.tasks(), found.page()));
        }));
  }
}
