package clientportal.access.requests;

import static clientportal.access.requests.TestItems.after;
import static clientportal.access.requests.TestItems.answer;
import static clientportal.access.requests.TestItems.asked;
import static clientportal.access.requests.TestItems.draft;
import static clientportal.access.requests.TestItems.id;
import static clientportal.access.requests.TestItems.showIf;
import static clientportal.access.requests.TestItems.wanted;
import static clientportal.access.requests.TestItems.whole;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import clientportal.platform.table.Condition;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table follows each change, and refuses one that was decided on what is no longer so. */
final class RequestWritesTest {
  private final InMemoryTable memory = new InMemoryTable();
  private final Table table = memory;

  private WholeEngagement stored() {
    return WholeEngagement.read(
        Engagement.fromItem(table.require(RequestKeys.engagement(TestItems.PATH))), table);
  }

  private WholeEngagement store(WholeEngagement whole) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(whole.engagement().toItem()));
    whole.items().forEach(item -> writes.add(Write.create(item.toItem())));
    table.write(writes);
    return whole;
  }

  private List<AssignedRequest> assigned(Recipient.Party assignee, boolean settled) {
    return memory
        .partition(RequestKeys.assigned(TestItems.PATH.client(), assignee, settled))
        .stream()
        .map(AssignedRequest::fromItem)
        .toList();
  }

  private void write(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    if (outcome instanceof Outcome.Changed changed) {
      table.write(RequestWrites.of(changed));
      assertThat(stored()).isEqualTo(changed.after());
    }
  }

  @Test
  void theTable_isWhatTheChangeHasMade() {
    WholeEngagement drafts =
        store(
            whole(
                draft(0, Kind.YES_NO),
                draft(1, wanted(Kind.TEXT, true, showIf(0, "yes")), TestItems.CONTACT),
                draft(2, Kind.DOCUMENT)));
    write(drafts.apply(steps(new ItemAction.Ask(), 0, 1), TestItems.BY));
    assertThat(assigned(TestItems.CONTACT, false)).isEmpty();
    write(stored().apply(steps(answer("yes"), 0), TestItems.BY));
    write(stored().apply(steps(new ItemAction.Cancel(), 2), TestItems.BY));
    assertThat(assigned(Recipient.CLIENT, false)).hasSize(1);
    assertThat(assigned(TestItems.CONTACT, false)).hasSize(1);
    write(stored().cancel());
    assertThat(assigned(Recipient.CLIENT, false)).isEmpty();
    assertThat(assigned(Recipient.CLIENT, true)).hasSize(1);
    write(stored().reopen());
    write(stored().add(List.of(draft(3, Kind.DATE).withRank(9_000_000))));
    write(stored().move(id(3), Optional.empty()));
  }

  private static List<WholeEngagement.Step> steps(ItemAction action, int... items) {
    return IntStream.of(items)
        .mapToObj(item -> new WholeEngagement.Step(id(item), action))
        .toList();
  }

  @Test
  void aChangeThatOthersOvertook_isRefused() {
    WholeEngagement whole = store(asked(whole(draft(0, Kind.TEXT), draft(1, Kind.TEXT))));
    Outcome first = whole.apply(steps(answer("one"), 0), TestItems.BY);
    Outcome second = whole.apply(steps(answer("two"), 1), TestItems.BY);

    write(first);

    assertThat(second)
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> assertThat(table.tryWrite(RequestWrites.of(changed))).isFalse());
  }

  @Test
  void aFileThatArrivesMeanwhile_isNoticedByWhoeverChangesTheItem_andByNobodyElse() {
    WholeEngagement whole = store(asked(whole(draft(0, Kind.DOCUMENT), draft(1, Kind.TEXT))));
    Outcome ofTheOther = whole.apply(steps(answer("one"), 1), TestItems.BY);
    Outcome ofTheItem = whole.apply(steps(new ItemAction.Cancel(), 0), TestItems.BY);
    RequestItem item = whole.items().getFirst();
    table.write(
        List.of(
            Write.update(RequestKeys.requestItem(item.path()))
                .add("revision", 1)
                .when(Condition.missing(RequestItem.STARTED_AT)),
            Write.update(RequestKeys.engagement(TestItems.PATH))
                .add(Engagement.STARTED, 1)
                .when(Condition.present())));

    assertThat(ofTheItem)
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> assertThat(table.tryWrite(RequestWrites.of(changed))).isFalse());
    assertThat(ofTheOther)
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> assertThat(table.tryWrite(RequestWrites.of(changed))).isTrue());
    assertThat(stored().engagement().progress().started()).isEqualTo(2);
  }

  @Test
  void whateverIsDoneToEightyItems_hasRoomInATransaction() {
    WholeEngagement whole = asked(TestItems.drafts(80));

    assertThat(whole.cancel())
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> assertThat(RequestWrites.of(changed)).hasSizeLessThan(95));
    assertThat(after(whole.cancel()).items()).hasSize(80);
  }
}
