package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.Task;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.tasks.TaskFields.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code updateTask}: what is absent stays, and null takes away. Assignees and
 * attachments are replaced as a whole.
 */
record TaskPatch(
    Optional<String> title,
    Change<String> description,
    Optional<List<Recipient.Party>> assignees,
    Change<LocalDate> dueOn,
    Optional<List<Attachment>> attachments) {

  static TaskPatch read(Input input) {
    Field<Optional<String>> title = input.optional("title", TaskFields.TITLE);
    Field<Change<String>> description = input.removable("description", TaskFields.DESCRIPTION);
    Field<List<Recipient.Party>> assignees =
        input.has("assignees") ? TaskFields.assignees(input) : Field.of(List.of());
    Field<Change<LocalDate>> dueOn = input.removable("dueOn", Shapes.DAY);
    Field<List<Attachment>> attachments = TaskFields.attachments(input);
    return input.build(() ->
        new TaskPatch(
            title.get(),
            description.get(),
            input.has("assignees") ? Optional.of(assignees.get()) : Optional.empty(),
            dueOn.get(),
            input.has("attachments") ? Optional.of(attachments.get()) : Optional.empty()));
  }

  /** Returns what is to be done after the patch. */
  Task.Wanted applyTo(Task.Wanted before, ClientPath client) {
    return new Task.Wanted(
        title.orElse(before.title()),
        description.applyTo(before.description()),
        assignees.orElse(before.assignees()),
        dueOn.applyTo(before.dueOn()),
        before.engagement(),
        attachments
            .map(all -> all.stream().map(each -> each.path(client)).toList())
            .orElse(before.attachments()));
  }
}
