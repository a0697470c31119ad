package clientportal.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.Actor;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the arrival of a file changes of its item, and of what else is written meanwhile. */
final class ArrivalTest {
  private static final By BY = new By(Actor.PORTAL, TestItems.NOW);

  private static WholeEngagement open() {
    return TestItems.asked(TestItems.drafts(2));
  }

  private static WholeEngagement with(ItemAction... actions) {
    return TestItems.after(open(), 0, actions);
  }

  private static RequestItem first(WholeEngagement whole) {
    return whole.items().getFirst();
  }

  private static Arrival arrive(WholeEngagement whole, int round) {
    return Arrival.of(whole.engagement(), first(whole), round, BY);
  }

  @Test
  void arrive_whereTheItemStands() {
    assertThat(arrive(open(), 1).started()).isPresent();
    assertThat(arrive(with(new ItemAction.Arrive(1)), 1).started()).isEmpty();
    assertThat(arrive(with(new ItemAction.Arrive(1)), 1).late()).isFalse();
    assertThat(arrive(with(new ItemAction.Arrive(1), new ItemAction.Submit()), 1).late()).isFalse();
    for (WholeEngagement moved :
        List.of(
            with(new ItemAction.Arrive(1), new ItemAction.Accept()),
            with(new ItemAction.Arrive(1), TestItems.reject()),
            with(new ItemAction.Cancel()),
            with(new ItemAction.MarkNotApplicable("none")),
            TestItems.after(open().cancel()),
            TestItems.after(open().complete(true)))) {
      assertThat(arrive(moved, 1).late()).isTrue();
      assertThat(arrive(moved, 1).writes()).isEmpty();
    }
  }

  @Test
  void refusal_isThatOfAnUpload() {
    assertThat(refusal(open())).isEmpty();
    assertThat(refusal(with(new ItemAction.Arrive(1), new ItemAction.Submit()))).isEmpty();
    assertThat(refusal(with(new ItemAction.Cancel()))).isEqualTo("cancelled");
    assertThat(refusal(TestItems.drafts(2))).isEqualTo("draft");
    assertThat(refusal(TestItems.after(open().complete(true)))).isEqualTo("completed");
    WholeEngagement questions = TestItems.asked(TestItems.whole(TestItems.draft(0, Kind.TEXT)));
    assertThat(refusal(questions)).isEqualTo("open");
  }

  private static String refusal(WholeEngagement whole) {
    return Arrival.refusal(whole.engagement(), first(whole), BY)
        .map(Outcome.Refused::status)
        .orElse("");
  }

  @Test
  void refusal_ofAnItemReadAfterTheEngagement_wasCancelledWithIt_saysSo() {
    WholeEngagement before = open();
    RequestItem after = first(TestItems.after(before.cancel()));

    assertThat(Arrival.refusal(before.engagement(), after, BY))
        .isEqualTo(Arrival.refusal(TestItems.after(before.cancel()).engagement(), after, BY));
  }

  private static void store(Table table, WholeEngagement whole) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(whole.engagement().toItem()));
    whole.items().forEach(item -> writes.add(Write.create(item.toItem())));
    table.write(writes);
  }

  private static WholeEngagement stored(Table table, WholeEngagement whole) {
    return WholeEngagement.read(
        Engagement.fromItem(table.require(whole.engagement().toItem().key())), table);
  }

  @Test
  void twoFiles_thatBothAreTheFirst_writeTheItemOnce() {
    Table table = new InMemoryTable();
    WholeEngagement whole = open();
    store(table, whole);

    assertThat(table.tryWrite(arrive(whole, 1).writes())).isTrue();
    assertThat(table.tryWrite(arrive(whole, 1).writes())).isFalse();

    WholeEngagement now = stored(table, whole);
    assertThat(arrive(now, 1).writes()).isEmpty();
    assertThat(now.engagement().progress()).isEqualTo(Progress.of(now.items()));
    table.write(Arrival.takeBack(now.engagement(), first(now)));
    assertThat(stored(table, whole).engagement().progress().started()).isZero();
    assertThat(first(stored(table, whole)).state().isStarted()).isFalse();
  }

  /** A file of the first item arrives before, between and after the reads of a change. */
  @Test
  void aChange_ofAnotherItem_countsAFileThatArrivesMeanwhileOnce() {
    for (UnaryOperator<WholeEngagement> seen :
        List.<UnaryOperator<WholeEngagement>>of(
            before -> before,
            before ->
                new WholeEngagement(
                    before.engagement(),
                    TestItems.after(before, 0, new ItemAction.Arrive(1)).items()))) {
      Table table = new InMemoryTable();
      WholeEngagement before = open();
      store(table, before);
      table.write(arrive(before, 1).writes());

      Outcome outcome = TestItems.apply(seen.apply(before), 1, new ItemAction.Cancel());

      table.write(RequestWrites.of((Outcome.Changed) outcome, TestItems.NOW));
      WholeEngagement now = stored(table, before);
      assertThat(now.engagement().progress()).isEqualTo(Progress.of(now.items()));
    }
  }
}
