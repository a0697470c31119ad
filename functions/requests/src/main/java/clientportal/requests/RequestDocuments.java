package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.ItemsPrepared;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.ItemTemplate;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for the items of a checklist, or for others, or only prepares them. */
record RequestDocuments(Access access, Table table, Ids ids) {
  Asked handle(Caller caller, EngagementPath path, Body<NewRequest> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private Asked attempt(
      Caller caller, EngagementPath path, Body<NewRequest> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    keys.add(TableKeys.client(path.client()));
    body.ifValid().stream().flatMap(each -> keys(each, path)).forEach(keys::add);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.PREPARE_REQUEST);
    NewRequest command = body.read();
    if (!command.draft()) {
      reach.require(Action.REQUEST);
    }
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    if (earlier.isPresent()) {
      return asked(ids(earlier.get()), whole, reach);
    }
    Assignees.requirePermitted(command.assignee(), path.client(), reach);
    List<RequestItem> items = new ArrayList<>();
    checklist(command, path, reach).forEach(list -> items.addAll(items(list, command, path)));
    return write(ranked(items, whole), command, whole, reach, idempotency);
  }

  private static Stream<Key> keys(NewRequest command, EngagementPath path) {
    Stream<Key> assignee = Stream.of(Assignees.key(path.client(), command.assignee()));
    return Stream.concat(
        assignee.filter(key -> !key.equals(TableKeys.client(path.client()))),
        checklistPath(command, path).stream()
            .flatMap(
                list -> Stream.of(RequestKeys.checklist(list), RequestKeys.checklistItems(list))));
  }

  private static Optional<ChecklistPath> checklistPath(NewRequest command, EngagementPath path) {
    return command.checklist().map(id -> new ChecklistPath(path.client().firm(), id));
  }

  /** Returns the lists of templates: that of the checklist, and that of the body. */
  private static List<List<ItemTemplate>> checklist(
      NewRequest command, EngagementPath path, Reach reach) {
    List<List<ItemTemplate>> lists = new ArrayList<>();
    checklistPath(command, path)
        .ifPresent(list -> {
          Checklist checklist =
              reach
                  .items()
                  .at(RequestKeys.checklist(list))
                  .map(Checklist::fromItem)
                  .orElseThrow(() ->
                      ProblemException.unknownReferences(
                          List.of(
                              Fault.at(
                                  "/checklistId",
                                  Fault.Code.UNKNOWN,
                                  "is no checklist of the firm"))));
          checklist.requireLive();
          lists.add(ChecklistItems.of(checklist, reach.items()).all());
        });
    lists.add(command.items());
    return lists;
  }

  /** Makes the items of a list; what depends on an earlier one of the list names its item. */
  private List<RequestItem> items(
      List<ItemTemplate> list, NewRequest command, EngagementPath path) {
    Map<String, ItemId> byRef = new HashMap<>();
    List<RequestItem> items = new ArrayList<>();
    for (ItemTemplate template : list) {
      Optional<ShowIf> showIf =
          template
              .showIf()
              .flatMap(condition ->
                  Optional.ofNullable(byRef.get(condition.ref()))
                      .map(item -> new ShowIf(item, condition.is())));
      for (Optional<String> period : periods(template, command)) {
        ItemId id = new ItemId(ids.next());
        template.ref().ifPresent(ref -> byRef.putIfAbsent(ref, id));
        items.add(
            RequestItem.draft(
                path.item(id),
                Wanted.of(template, period, showIf),
                command.assignee(),
                command.dueOn(),
                0));
      }
    }
    return items;
  }

  private static List<Optional<String>> periods(ItemTemplate template, NewRequest command) {
    return template.perPeriod() && command.periods().isPresent()
        ? command.periods().get().names().stream().map(Optional::of).toList()
        : List.of(Optional.empty());
  }

  private static List<RequestItem> ranked(List<RequestItem> items, WholeEngagement whole) {
    List<Long> ranks = whole.ranksAtTheEnd(items.size());
    List<RequestItem> ranked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ranked.add(items.get(i).withRank(ranks.get(i)));
    }
    return ranked;
  }

  private Asked write(
      List<RequestItem> drafts,
      NewRequest command,
      WholeEngagement whole,
      Reach reach,
      Idempotency idempotency) {
    List<RequestItem> items =
        command.draft()
            ? drafts
            : drafts.stream().map(item -> item.with(item.state().asked(reach.now()))).toList();
    List<ItemId> added = Changes.ids(items);
    Outcome.Changed changed =
        Changes.require(whole.add(items))
            .orElseThrow(() -> new IllegalStateException("nothing is asked for"));
    List<Write> writes =
        new ArrayList<>(
            idempotency.remember(
                String.join(",", added.stream().map(ItemId::value).toList()), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    List<RequestItem> after = Changes.items(added, changed.after());
    Assignees assignees = Assignees.of(after, whole.path().client(), reach, table);
    writes.add(reach.recorder(ids).record(happened(command, assignees, changed.after())));
    writes.addAll(assignees.invitations().writes(writes.size(), reach.now()));
    table.write(writes);
    return assignees.asked();
  }

  private static EventData happened(
      NewRequest command, Assignees assignees, WholeEngagement whole) {
    return command.draft()
        ? new ItemsPrepared(Changes.named(whole), Changes.ids(assignees.items()))
        : assignees.requested(whole);
  }

  private static List<ItemId> ids(String remembered) {
    return Stream.of(remembered.split(",", -1)).map(ItemId::new).toList();
  }

  private Asked asked(List<ItemId> added, WholeEngagement whole, Reach reach) {
    return Assignees.of(Changes.items(added, whole), whole.path().client(), reach, table).asked();
  }
}
