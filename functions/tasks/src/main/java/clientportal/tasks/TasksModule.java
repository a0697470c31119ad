package clientportal.tasks;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record TasksModule(Access access, Table table, Ids ids) {
  static TasksModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new TasksModule(new Access(table, clock), table, new Ids(clock));
  }

  CreateTask createTask() {
    return new CreateTask(access, table, ids);
  }

  GetTask getTask() {
    return new GetTask(access, table);
  }

  ListTasks listTasks() {
    return new ListTasks(access, table);
  }

  ListFirmTasks listFirmTasks() {
    return new ListFirmTasks(access, table);
  }

  SetTaskStatus setTaskStatus() {
    return new SetTaskStatus(access, table, ids);
  }

  UpdateTask updateTask() {
    return new UpdateTask(access, table, ids);
  }

  AddComment addComment() {
    return new AddComment(access, table, ids);
  }

  ListComments listComments() {
    return new ListComments(access, table);
  }
}
