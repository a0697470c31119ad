package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Membership;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.ItemsAnswered;
import clientportal.access.events.Recorder;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.records.By;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers a question, or takes the answer back. Items that depend on it are shown or hidden; those
 * that are shown are asked for from then on.
 */
record AnswerItem(Access access, Table table, Ids ids) {
  RequestItem handle(Caller caller, RequestItemPath path, Body<NewAnswer> body) {
    return Attempts.run(() -> attempt(caller, path, body));
  }

  private RequestItem attempt(Caller caller, RequestItemPath path, Body<NewAnswer> body) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.ANSWER);
    NewAnswer command = body.read();
    WholeEngagement whole = Changes.whole(path.engagement(), reach, table);
    RequestItem item =
        whole.item(path.item()).orElseThrow(() -> new ConflictException("the item has just gone"));
    reach.require(Action.ANSWER, item);
    command.requireFor(item);
    Actor actor =
        reach.staff().filter(Membership::webPortal).isPresent() ? reach.actor() : reach.asReader();
    Optional<Outcome.Changed> changed =
        Changes.require(
            whole.apply(
                List.of(
                    new WholeEngagement.Step(path.item(), new ItemAction.Answer(command.answer()))),
                new By(actor, reach.now())));
    changed.ifPresent(each -> write(each, item, reach.recorder(ids).by(actor)));
    return changed.flatMap(each -> each.after().item(path.item())).orElse(item);
  }

  private void write(Outcome.Changed changed, RequestItem item, Recorder recorder) {
    WholeEngagement after = changed.after();
    List<Write> writes = new ArrayList<>(RequestWrites.of(changed, recorder.at()));
    writes.add(recorder.record(new ItemsAnswered(Changes.named(after), List.of(item.id()))));
    Changes.shown(changed).map(recorder::record).ifPresent(writes::add);
    table.write(writes);
  }
}
