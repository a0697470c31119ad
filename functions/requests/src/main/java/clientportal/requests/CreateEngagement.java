package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.EngagementCreated;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.ItemsPrepared;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.Reminders;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.access.records.FolderCount;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Begins an engagement, with a folder of its name that is open to nobody; what was asked for in an
 * earlier one can be prepared with it. Nobody is notified.
 */
record CreateEngagement(Access access, Table table, Ids ids) {
  Engagement handle(
      Caller caller, ClientPath client, Body<NewEngagement> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, client, body, idempotency));
  }

  private Engagement attempt(
      Caller caller, ClientPath client, Body<NewEngagement> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    body.ifValid()
        .flatMap(NewEngagement::reminders)
        .ifPresent(_ -> keys.add(TableKeys.firm(client.firm())));
    body.ifValid()
        .flatMap(NewEngagement::rollForward)
        .ifPresent(forward -> keys.add(key(client, forward)));
    Reach reach = access.reach(caller, client, keys);
    reach.require(Action.CREATE_ENGAGEMENT);
    NewEngagement command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      EngagementPath path = new EngagementPath(client, new EngagementId(earlier.get()));
      return Engagement.fromItem(table.require(RequestKeys.engagement(path)));
    }
    Optional<WholeEngagement> before =
        command.rollForward().map(forward -> whole(client, forward, reach));
    FolderCount.add(client, table);
    Folder folder =
        Folder.create(
            new FolderPath(client, new FolderId(ids.next())), command.name(), reach.now());
    WholeEngagement created = created(client, folder, command, before, reach);
    table.write(writes(created, folder, reach, idempotency));
    return created.engagement();
  }

  private static Key key(ClientPath client, RollForward forward) {
    return RequestKeys.engagement(new EngagementPath(client, forward.from()));
  }

  /** Reads the engagement from which something is taken over. */
  private WholeEngagement whole(ClientPath client, RollForward forward, Reach reach) {
    return reach
        .items()
        .at(key(client, forward))
        .map(item -> WholeEngagement.read(Engagement.fromItem(item), table))
        .orElseThrow(() ->
            ProblemException.unknownReferences(
                List.of(
                    Fault.at(
                        "/rollForward/engagementId",
                        Fault.Code.UNKNOWN,
                        "is no engagement of the client"))));
  }

  private WholeEngagement created(
      ClientPath client,
      Folder folder,
      NewEngagement command,
      Optional<WholeEngagement> before,
      Reach reach) {
    Optional<Engagement> last = before.map(WholeEngagement::engagement);
    WholeEngagement empty =
        new WholeEngagement(
            Engagement.create(
                new EngagementPath(client, new EngagementId(ids.next())),
                command.name(),
                folder.id(),
                command.dueOn().or(() -> last.flatMap(each -> dueOn(each, command))),
                command
                    .reminders()
                    .map(patch -> patch.applyTo(ofFirm(client, reach)))
                    .or(() -> last.flatMap(Engagement::reminders)),
                new By(reach.actor(), reach.now())),
            List.of());
    List<RequestItem> items =
        before.stream()
            .flatMap(whole ->
                command.rollForward().stream()
                    .flatMap(forward -> forward.items(whole, empty, ids).stream()))
            .toList();
    return Changes.require(empty.add(items)).map(Outcome.Changed::after).orElse(empty);
  }

  private static Reminders ofFirm(ClientPath client, Reach reach) {
    return Firm.fromItem(reach.item(TableKeys.firm(client.firm())))
        .settings()
        .reminders()
        .reminders();
  }

  private static Optional<LocalDate> dueOn(Engagement last, NewEngagement command) {
    return command
        .rollForward()
        .flatMap(forward -> last.dueOn().map(due -> due.plusMonths(forward.months())));
  }

  private List<Write> writes(
      WholeEngagement created, Folder folder, Reach reach, Idempotency idempotency) {
    Recorder recorder = reach.recorder(ids);
    Engagement engagement = created.engagement();
    NamedEngagement named = Changes.named(created);
    List<Write> writes =
        new ArrayList<>(idempotency.remember(engagement.id().value(), reach.now()));
    writes.add(Write.create(engagement.toItem()));
    writes.add(Write.create(folder.toItem()));
    created.items().forEach(item -> writes.add(Write.create(item.toItem())));
    writes.add(recorder.record(new FolderCreated(folder.named())));
    writes.add(recorder.record(new EngagementCreated(named, folder.named())));
    if (!created.items().isEmpty()) {
      writes.add(recorder.record(new ItemsPrepared(named, Changes.ids(created.items()))));
    }
    return writes;
  }
}
