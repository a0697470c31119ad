package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.EngagementCreated;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.Folder;
import clientportal.access.records.FolderCount;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Begins an engagement, with a folder of its name that is open to nobody; nobody is notified. */
record CreateEngagement(Access access, Table table, Ids ids) {
  Engagement handle(
      Caller caller, ClientPath client, Body<NewEngagement> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Engagement attempt(
      Caller caller, ClientPath client, Body<NewEngagement> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, client, idempotency.keys());
    reach.require(Action.CREATE_ENGAGEMENT);
    NewEngagement command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      EngagementPath path = new EngagementPath(client, new EngagementId(earlier.get()));
      return Engagement.fromItem(table.require(RequestKeys.engagement(path)));
    }
    FolderCount.add(client, table);
    Folder folder =
        Folder.create(
            new FolderPath(client, new FolderId(ids.next())), command.name(), reach.now());
    Engagement engagement =
        Engagement.create(
            new EngagementPath(client, new EngagementId(ids.next())),
            command.name(),
            folder.id(),
            command.dueOn(),
            command.reminders(),
            new By(reach.actor(), reach.now()));
    table.write(writes(engagement, folder, reach, idempotency));
    return engagement;
  }

  private List<Write> writes(
      Engagement engagement, Folder folder, Reach reach, Idempotency idempotency) {
    Recorder recorder = reach.recorder(ids);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(engagement.id().value(), reach.now()));
    writes.add(Write.create(engagement.toItem()));
    writes.add(Write.create(folder.toItem()));
    writes.add(recorder.record(new FolderCreated(folder.named())));
    writes.add(
        recorder.record(
            new EngagementCreated(
                new NamedEngagement(engagement.path(), engagement.name()), folder.named())));
    return writes;
  }
}
