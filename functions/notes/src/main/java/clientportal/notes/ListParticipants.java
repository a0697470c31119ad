package clientportal.notes;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Participant;
import clientportal.access.records.Participation;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the participants of a group note, each with its share state. A page may be shorter than
 * asked for while somebody is being removed.
 */
record ListParticipants(Access access, Table table) {
  Listed<JsonObject> handle(Caller caller, GroupNotePath path, Paging paging) {
    return Attempts.read(() -> attempt(caller, path, paging));
  }

  private Listed<JsonObject> attempt(Caller caller, GroupNotePath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ);
    GroupNote group = GroupNote.fromItem(reach.item(TableKeys.groupNote(path)));
    PageQuery asked =
        paging.apply(
            Query.of(Query.Index.TABLE, TableKeys.noteTexts(path))
                .prefix(TableKeys.PARTICIPANT_PREFIX)
                .consistently());
    Page page = table.page(asked);
    List<Participant> participants =
        page.items().stream()
            .map(Participant::fromItem)
            .filter(participant -> !participant.removed())
            .toList();
    List<Key> keys = new ArrayList<>();
    keys.add(TableKeys.groupNote(path));
    participants.forEach(participant -> keys.add(TableKeys.client(participant.path().client())));
    Items items = table.read(keys);
    requireUnchanged(group, items);
    return new Listed<>(
        participants.stream()
            .map(each -> view(new Participation(each, group), items, reach.now()))
            .toList(),
        page);
  }

  /** Nothing was changed while the page was read, so that all of it is of one moment. */
  private static void requireUnchanged(GroupNote group, Items items) {
    GroupNote later = GroupNote.fromItem(items.require(TableKeys.groupNote(group.path())));
    if (later.revision() != group.revision()) {
      throw new ConflictException("the group note is being changed");
    }
  }

  private static JsonObject view(Participation group, Items items, Instant now) {
    Client client = Client.fromItem(items.require(TableKeys.client(group.path().client())));
    return Json.object()
        .with("clientId", client.path().client().value())
        .with("name", client.name())
        .with("shareState", group.inherited().and(group.grants()).state(now).text());
  }
}
