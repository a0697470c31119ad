package clientportal.access.keys;

import clientportal.access.ids.TaskId;
import clientportal.platform.http.Request;

/** The path of a task: {@code …/tasks/{taskId}}. */
public record TaskPath(ClientPath client, TaskId task) {

  public static TaskPath of(Request request) {
    return new TaskPath(ClientPath.of(request), FirmPath.id(request, "taskId", TaskId::new));
  }

  @Override
  public String toString() {
    return client + "/tasks/" + task;
  }
}
