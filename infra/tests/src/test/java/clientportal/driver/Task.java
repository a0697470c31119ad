package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A task of a client. */
public record Task(Office.Client client, String taskId) {
  /** Assigns a task, as an administrator with the web portal permission. */
  public static Task assign(Office.Client client, String title, String... assignees) {
    Answer created =
        client
            .office()
            .administrator()
            .post(client.path() + "/tasks", body(title, assignees))
            .is(201);
    return new Task(client, created.text("taskId"));
  }

  /** The body of a task. */
  public static ObjectNode body(String title, String... assignees) {
    ObjectNode body = json().put("title", title);
    for (String assignee : assignees) {
      body.withArray("assignees").add(assignee);
    }
    return body;
  }

  public String path() {
    return client.path() + "/tasks/" + taskId;
  }
}
