package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EngagementId;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Task;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.tasks.TaskFields.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The body of {@code createTask}. */
record NewTask(
    String title,
    Optional<String> description,
    List<Recipient.Party> assignees,
    Optional<LocalDate> dueOn,
    Optional<EngagementId> engagement,
    List<Attachment> attachments) {

  static NewTask read(Input input) {
    Field<String> title = input.required("title", TaskFields.TITLE);
    Field<Optional<String>> description = input.optional("description", TaskFields.DESCRIPTION);
    Field<List<Recipient.Party>> assignees = TaskFields.assignees(input);
    Field<Optional<LocalDate>> dueOn = input.optional("dueOn", Shapes.DAY);
    Field<Optional<EngagementId>> engagement =
        input.optional("engagementId", TaskFields.ENGAGEMENT_ID);
    Field<List<Attachment>> attachments = TaskFields.attachments(input);
    return input.build(() ->
        new NewTask(
            title.get(),
            description.get(),
            assignees.get(),
            dueOn.get(),
            engagement.get(),
            attachments.get()));
  }

  Task.Wanted of(ClientPath client) {
    return new Task.Wanted(
        title,
        description,
        assignees,
        dueOn,
        engagement,
        attachments.stream().map(each -> each.path(client)).toList());
  }
}
