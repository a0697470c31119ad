package clientportal.packaged;

import static clientportal.driver.Portal.json;

import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Task;

/** Tasks of a client; one for each change of one: the functions run side by side. */
record TasksScene(EventCatcher events, Office office) {
  void ask() {
    Person ada = office.administrator();
    Office.Client client = office.activeClient("Tessa").client();
    String tasks = client.path() + "/tasks";
    Task task = Task.assign(client, "Sign", "client");
    events.request("CreateTask", ada.call("POST", tasks).json(Task.body("Pay", "client")));
    events.request("ListTasks", ada.call("GET", tasks));
    events.request("ListFirmTasks", ada.call("GET", office.path() + "/tasks"));
    events.request("GetTask", ada.call("GET", task.path()));
    events.request("ListComments", ada.call("GET", task.path() + "/comments"));
    events.request(
        "UpdateTask",
        ada.call("PATCH", Task.assign(client, "Change", "client").path())
            .json(json().put("title", "Changed")));
    events.request(
        "SetTaskStatus",
        ada.call("PUT", Task.assign(client, "End", "client").path() + "/status")
            .json(json().put("status", "done")));
    events.request(
        "AddComment",
        ada.call("POST", Task.assign(client, "Discuss", "client").path() + "/comments")
            .json(json().put("text", "Which page?")));
  }
}
