package clientportal.folders;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.DetailsPatch;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.FolderArchived;
import clientportal.access.events.EventData.FolderRenamed;
import clientportal.access.events.EventData.FolderRestored;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Details;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renames a folder, archives it, or takes it out of the archive. Its documents stay as they are;
 * the lists of all to whom it is open follow at once.
 */
record UpdateFolder(Access access, Table table, Ids ids) {
  /** The folder as it is then, and when that was. */
  record Changed(Folder folder, Instant at) {}

  Changed handle(
      Caller caller, FolderPath path, Body<DetailsPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Changed attempt(
      Caller caller, FolderPath path, Body<DetailsPatch> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE);
    DetailsPatch patch = body.read();
    Folder before = reach.folder();
    precondition.check(before.revision());
    Details details = new Details(before.name(), before.archived());
    Details changed = patch.apply(details);
    Folder after = before.withDetails(changed.name(), changed.archived());
    if (changed.equals(details)) {
      return new Changed(before, reach.now());
    }
    List<Write> writes = new ArrayList<>();
    writes.add(Write.replace(after.toItem(), before.revision()));
    writes.addAll(FeedRow.changes(before, after));
    happened(before, after).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
    return new Changed(after, reach.now());
  }

  private static Stream<EventData> happened(Folder before, Folder after) {
    NamedFolder folder = after.named();
    Stream.Builder<EventData> events = Stream.builder();
    if (!after.name().equals(before.name())) {
      events.add(new FolderRenamed(folder, before.name()));
    }
    if (after.archived() != before.archived()) {
      events.add(after.archived() ? new FolderArchived(folder) : new FolderRestored(folder));
    }
    return events.build();
  }
}
