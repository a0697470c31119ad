package clientportal.tasks;

import clientportal.access.Caller;
import clientportal.access.keys.FirmPath;
import clientportal.platform.LambdaFunction;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Response;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** {@code GET /v1/firms/{firmId}/tasks?status=}: 200 with a page of tasks by due date; 400, 404. */
public record ListFirmTasksHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ListFirmTasksHandler() {
    this(TasksModule.fromEnvironment().listFirmTasks());
  }

  ListFirmTasksHandler(ListFirmTasks listFirmTasks) {
    this(
        Endpoint.of(request -> {
          ListedByStatus listed = ListedByStatus.of(request);
          ListFirmTasks.Found found =
              listFirmTasks.handle(Caller.of(request), FirmPath.of(request), listed);
          return Response.ok(
              listed
                  .paging()
                  .answer(
                      found.tasks().stream()
                          .map(each -> TaskView.ofFirm(each.task(), each.clientName()))
                          .toList(),
                      found.page()));
        }));
  }
}
