package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.EngagementCompleted;
import clientportal.access.events.EventData.EngagementReopened;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.By;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Completes or cancels an engagement, or opens it again, with what is asked for in it. */
record SetEngagementStatus(Access access, Table table, Ids ids) {
  WholeEngagement handle(
      Caller caller, EngagementPath path, Body<NewStatus> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private WholeEngagement attempt(
      Caller caller, EngagementPath path, Body<NewStatus> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.REQUEST);
    NewStatus command = body.read();
    WholeEngagement whole = Changes.whole(path, reach, table);
    precondition.check(whole.engagement().revision());
    By by = new By(reach.actor(), reach.now());
    return (switch (command.status()) {
          case COMPLETED ->
              Changes.require(whole.complete(command.cancelRest()))
                  .map(changed -> changed.endedBy(by));
          case CANCELLED -> Changes.require(whole.cancel()).map(changed -> changed.endedBy(by));
          case OPEN -> Changes.require(whole.reopen());
        })
        .map(changed -> write(changed, reach))
        .orElse(whole);
  }

  private WholeEngagement write(Outcome.Changed changed, Reach reach) {
    List<Write> writes = new ArrayList<>(RequestWrites.of(changed, reach.now()));
    happened(changed).map(reach.recorder(ids)::record).forEach(writes::add);
    table.write(writes);
    return changed.after();
  }

  private static Stream<EventData> happened(Outcome.Changed changed) {
    EventData.NamedEngagement engagement = Changes.named(changed.after());
    return switch (changed.after().engagement().status()) {
      case COMPLETED ->
          Stream.concat(
              Stream.of(new EngagementCompleted(engagement)),
              CancelItems.happened(changed).stream());
      case CANCELLED -> {
        List<RequestItem> waiting = waiting(changed);
        yield Stream.of(
            new EngagementCancelled(
                engagement, Changes.ids(waiting), List.copyOf(Assignees.parties(waiting))));
      }
      case OPEN -> Stream.of(new EngagementReopened(engagement));
    };
  }

  /** Returns what the client had been asked for and was open or in review. */
  private static List<RequestItem> waiting(Outcome.Changed changed) {
    return changed.before().items().stream()
        .filter(item -> item.state().isAsked() && !item.status().isSettled())
        .toList();
  }
}
