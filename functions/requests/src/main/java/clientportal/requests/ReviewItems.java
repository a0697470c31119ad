package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.Recorder;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.By;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accepts items or asks for them again, with a reason; all or none are reviewed. */
record ReviewItems(Access access, Table table, Ids ids) {
  List<RequestItem> handle(
      Caller caller, EngagementPath path, Body<NewReviews> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private List<RequestItem> attempt(
      Caller caller, EngagementPath path, Body<NewReviews> body, Idempotency idempotency) {
    Reach reach = access.reach(caller, path, idempotency.keys());
    reach.require(Action.REQUEST);
    NewReviews command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    WholeEngagement whole = Changes.whole(path, reach, table);
    if (earlier.isPresent()) {
      return Changes.items(command.ids(), whole);
    }
    Changes.named(
        new Changes.NamedItems(command.ids(), NewReviews.POINTER), Action.REQUEST, whole, reach);
    List<ItemFile> kept = kept(command, whole, reach, idempotency);
    Optional<Outcome.Changed> changed =
        Changes.require(whole.apply(command.steps(), new By(reach.actor(), reach.now())));
    changed.ifPresent(each -> write(each, command, kept, reach, idempotency));
    return Changes.items(command.ids(), changed.map(Outcome.Changed::after).orElse(whole));
  }

  /**
   * Returns the files to be kept, each of the present round of its item.
   *
   * @throws ProblemException {@code unknown-reference}
   */
  private List<ItemFile> kept(
      NewReviews command, WholeEngagement whole, Reach reach, Idempotency idempotency) {
    List<Key> keys =
        command.all().stream()
            .flatMap(review ->
                review.keep().stream()
                    .map(id -> RequestKeys.file(whole.path().item(review.step().item()), id)))
            .toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    Items items = table.read(keys);
    List<ItemFile> kept = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < command.all().size(); i++) {
      NewReviews.NewReview review = command.all().get(i);
      RequestItem item = whole.item(review.step().item()).orElseThrow();
      for (int j = 0; j < review.keep().size(); j++) {
        Optional<ItemFile> file =
            items
                .at(RequestKeys.file(item.path(), review.keep().get(j)))
                .map(ItemFile::fromItem)
                .filter(each -> !each.late() && each.round() == item.state().round());
        file.ifPresent(kept::add);
        if (file.isEmpty()) {
          faults.add(
              Fault.at(
                  "/reviews/%d/keep/%d".formatted(i, j),
                  Fault.Code.UNKNOWN,
                  "is no file of the item's present round"));
        }
      }
    }
    if (!faults.isEmpty()) {
      Changes.requireNotRun(idempotency, reach, table);
      throw ProblemException.unknownReferences(faults);
    }
    return kept;
  }

  private void write(
      Outcome.Changed changed,
      NewReviews command,
      List<ItemFile> kept,
      Reach reach,
      Idempotency idempotency) {
    Recorder recorder = reach.recorder(ids);
    List<Write> writes =
        new ArrayList<>(
            idempotency.remember(changed.after().path().engagement().value(), reach.now()));
    writes.addAll(RequestWrites.of(changed, reach.now()));
    kept.stream().map(ItemFile::keep).forEach(writes::add);
    happened(changed, command).map(recorder::record).forEach(writes::add);
    table.write(writes);
  }

  private static Stream<EventData> happened(Outcome.Changed changed, NewReviews command) {
    List<RequestItem> reviewed = Changes.changed(command.ids(), changed);
    List<RequestItem> again =
        reviewed.stream().filter(item -> item.status() == ItemStatus.OPEN).toList();
    List<RequestItem> accepted =
        reviewed.stream().filter(item -> item.status() != ItemStatus.OPEN).toList();
    WholeEngagement after = changed.after();
    Stream.Builder<EventData> events = Stream.builder();
    if (!accepted.isEmpty()) {
      events.add(
          new ItemsAccepted(Changes.named(after), Changes.ids(accepted), done(after, accepted)));
    }
    if (!again.isEmpty()) {
      events.add(
          new ItemsRejected(
              Changes.named(after), Changes.ids(again), List.copyOf(Assignees.parties(again))));
    }
    Changes.shown(changed).ifPresent(events::add);
    return events.build();
  }

  /** Returns the assignees who have nothing open or in review any more. */
  private static List<Recipient> done(WholeEngagement after, List<RequestItem> accepted) {
    List<Recipient> settled =
        after.assigned().stream()
            .filter(AssignedRequest::settled)
            .<Recipient>map(AssignedRequest::assignee)
            .toList();
    return List.copyOf(Assignees.parties(accepted).stream().filter(settled::contains).toList());
  }
}
