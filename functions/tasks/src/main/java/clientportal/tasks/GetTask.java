package clientportal.tasks;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grants;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.Task;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows a task: to staff whom it reaches, too, and to others its documents as far as they are open
 * to them.
 */
record GetTask(Access access, Table table) {
  /**
   * What was found, and how the caller sees it.
   *
   * @param revision that of the task, for staff, who may change it
   */
  record Found(JsonObject view, Optional<Long> revision) {}

  Found handle(Caller caller, TaskPath path) {
    Reach reach = access.reach(caller, path, List.of(TableKeys.client(path.client())));
    reach.require(Action.READ);
    Task task = Task.fromItem(reach.item(TaskKeys.task(path)));
    boolean staff = reach.staff().isPresent();
    Items items = withRest(task, staff, reach);
    List<JsonObject> attachments =
        task.details().attachments().stream()
            .flatMap(document -> attachment(document, items, reach).stream())
            .toList();
    return staff
        ? new Found(
            TaskView.ofStaff(task, new Assignees(path.client(), items), attachments),
            Optional.of(task.revision()))
        : new Found(
            TaskView.ofReader(task, isAssigned(task, reach), attachments), Optional.empty());
  }

  /** Reads the documents, and for staff the assignees. */
  private Items withRest(Task task, boolean staff, Reach reach) {
    List<Key> keys =
        Stream.concat(
                Attachments.keys(task.path().client(), task.details().attachments()),
                staff
                    ? Assignees.keys(task.path().client(), task.details().assignees())
                    : Stream.of())
            .toList();
    if (keys.isEmpty()) {
      return reach.items();
    }
    Items items = reach.items().with(keys, table.read(keys));
    List<Key> missing = Attachments.missing(task.details().attachments(), items);
    return missing.isEmpty() ? items : items.with(missing, table.readSnapshot(missing));
  }

  private static Optional<JsonObject> attachment(DocumentPath path, Items items, Reach reach) {
    return items
        .newest(TableKeys.documentKeys(path))
        .map(SharedDocument::fromItem)
        .filter(document -> reach.staff().isPresent() || isOpen(document, items, reach))
        .map(document ->
            Json.object()
                .with("folderId", path.folder().folder().value())
                .with("documentId", path.document().value())
                .with("name", document.name()));
  }

  private static boolean isOpen(SharedDocument document, Items items, Reach reach) {
    Grants ofFolder =
        items
            .at(TableKeys.folder(document.path().folder()))
            .map(Folder::fromItem)
            .map(Folder::grants)
            .orElse(Grants.NONE);
    Grants grants =
        document
            .grants()
            .and(ofFolder)
            .under(
                FirmSharePolicy.of(document.path().client().firm(), items).policy(),
                document.documentType());
    return reach.link().flatMap(link -> grants.openTo(link, reach.now())).isPresent();
  }

  private static boolean isAssigned(Task task, Reach reach) {
    return reach.link().stream()
        .flatMap(link -> link.holding(reach.now()).stream())
        .map(Capacity::party)
        .anyMatch(task.details().assignees()::contains);
  }
}
