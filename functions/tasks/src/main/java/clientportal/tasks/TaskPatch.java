package clientportal.tasks;

import clientportal.access.Shapes;
import clientportal.access.decision.Recipient;
import clientportal.access.records.Task;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.tasks.TaskShapes.Attachment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of {@code updateTask}: what is absent stays, and null takes away. */
record TaskPatch(
    Optional<String> title,
    Change<String> description,
    Change<LocalDate> dueOn,
    Optional<List<Recipient.Party>> assignees,
    Optional<List<Attachment>> attachments) {

  static TaskPatch read(Input input) {
    Field<Optional<String>> title = input.optional("title", TaskShapes.TITLE);
    Field<Change<String>> description = input.removable("description", TaskShapes.DESCRIPTION);
    Field<Change<LocalDate>> dueOn = input.removable("dueOn", Shapes.DAY);
    Field<Optional<List<Recipient.Party>>> assignees =
        input.has("assignees")
            ? TaskShapes.assignees(input).map(Optional::of)
            : Field.of(Optional.empty());
    Field<Optional<List<Attachment>>> attachments =
        input.has("attachments")
            ? TaskShapes.attachments(input).map(Optional::of)
            : Field.of(Optional.empty());
    return input.build(() ->
        new TaskPatch(
            title.get(), description.get(), dueOn.get(), assignees.get(), attachments.get()));
  }

  /** Returns the details after the patch. */
  Task.Details applyTo(Task before, Instant now) {
    Task.Details old = before.details();
    return new Task.Details(
            title.orElse(old.title()),
            description.applyTo(old.description()),
            old.grants(),
            dueOn.applyTo(old.dueOn()),
            old.engagement(),
            attachments
                .map(all -> Attachments.paths(before.path().client(), all))
                .orElse(old.attachments()))
        .assignedTo(assignees.orElse(old.assignees()), now);
  }

  /** Returns the names of the fields that a change has made others. */
  static List<String> changed(Task.Details before, Task.Details after) {
    return Stream.of(
            before.title().equals(after.title()) ? "" : "title",
            before.description().equals(after.description()) ? "" : "description",
            before.dueOn().equals(after.dueOn()) ? "" : "dueOn",
            before.assignees().equals(after.assignees()) ? "" : "assignees",
            before.attachments().equals(after.attachments()) ? "" : "attachments")
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
