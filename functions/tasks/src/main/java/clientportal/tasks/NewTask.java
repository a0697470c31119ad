package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EngagementId;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.tasks.TaskShapes.Attachment;
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
    Field<String> title = input.required("title", TaskShapes.TITLE);
    Field<Optional<String>> description = input.optional("description", TaskShapes.DESCRIPTION);
    Field<List<Recipient.Party>> assignees = TaskShapes.assignees(input);
    Field<Optional<LocalDate>> dueOn = input.optional("dueOn", Shapes.DAY);
    Field<Optional<EngagementId>> engagement =
        input.optional("engagementId", TaskShapes.ENGAGEMENT_ID);
    Field<List<Attachment>> attachments =
        input.has("attachments") ? TaskShapes.attachments(input) : Field.of(List.of());
    return input.build(() ->
        new NewTask(
            title.get(),
            description.get(),
            assignees.get(),
            dueOn.get(),
            engagement.get(),
            attachments.get()));
  }
}
