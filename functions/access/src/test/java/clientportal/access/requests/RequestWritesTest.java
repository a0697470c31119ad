package clientportal.access.requests;

import static clientportal.access.requests.TestItems.after;
import static clientportal.access.requests.TestItems.answer;
import static clientportal.access.requests.TestItems.apply;
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
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.Wanted;
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
      table.write(RequestWrites.of(changed, TestItems.NOW));
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
    write(TestItems.move(stored(), id(3), Optional.empty()));
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
            changed ->
                assertThat(table.tryWrite(RequestWrites.of(changed, TestItems.NOW))).isFalse());
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
            changed ->
                assertThat(table.tryWrite(RequestWrites.of(changed, TestItems.NOW))).isFalse());
    assertThat(ofTheOther)
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed ->
                assertThat(table.tryWrite(RequestWrites.of(changed, TestItems.NOW))).isTrue());
    assertThat(stored().engagement().progress().started()).isEqualTo(2);
  }

  @Test
  void whateverIsDoneToEightyItems_hasRoomInATransaction() {
    WholeEngagement whole = asked(TestItems.drafts(80));

    assertThat(whole.cancel())
        .isInstanceOfSatisfying(
            Outcome.Changed.class,
            changed -> assertThat(RequestWrites.of(changed, TestItems.NOW)).hasSizeLessThan(95));
    assertThat(after(whole.cancel()).items()).hasSize(80);
  }

  /** Answers questions with the longest answers, until there is no room for another. */
  private static WholeEngagement full() {
    WholeEngagement whole =
        asked(whole(IntStream.range(0, 70).mapToObj(i -> draft(i, Kind.TEXT)).toList()));
    for (int i = 0; i < 70; i++) {
      if (!(apply(whole, i, answer("💶".repeat(4_000))) instanceof Outcome.Changed changed)) {
        return whole;
      }
      whole = changed.after();
    }
    throw new AssertionError("there is room for everything");
  }

  private static RequestItem described(int number) {
    Wanted wanted = wanted(Kind.TEXT, true, Optional.empty());
    return draft(
        number,
        new Wanted(
            wanted.name(),
            Optional.of("💶".repeat(1_000)),
            Kind.TEXT,
            true,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty()),
        Recipient.CLIENT);
  }

  @Test
  void moreText_isRefused_whileAnyOtherChangeOfAllItemsFitsInATransaction() {
    WholeEngagement full = store(full());
    int answered = full.progress().started();
    assertThat(answered).isBetween(60, 69);
    assertThat(apply(full, answered, answer("💶".repeat(4_000)))).isInstanceOf(Outcome.Full.class);
    assertThat(apply(full, 0, new ItemAction.Reject(Review.Code.OTHER, "💶".repeat(4_000))))
        .isInstanceOf(Outcome.Full.class);
    assertThat(apply(full, answered, new ItemAction.MarkNotApplicable("💶".repeat(4_000))))
        .isInstanceOf(Outcome.Full.class);
    assertThat(full.add(IntStream.range(70, 80).mapToObj(RequestWritesTest::described).toList()))
        .isInstanceOf(Outcome.Full.class);
    write(apply(full, 0, answer("Shorter.")));

    List<ItemAction> each = List.of(new ItemAction.Submit(), new ItemAction.Accept());
    for (ItemAction action : each) {
      write(
          stored()
              .apply(
                  IntStream.range(0, answered)
                      .mapToObj(i -> new WholeEngagement.Step(TestItems.id(i), action))
                      .toList(),
                  TestItems.BY));
    }
    write(stored().cancel());
    write(stored().reopen());
    write(stored().complete(true));
  }
}
