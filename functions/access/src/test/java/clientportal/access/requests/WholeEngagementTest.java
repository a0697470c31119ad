package clientportal.access.requests;

import static clientportal.access.requests.TestItems.after;
import static clientportal.access.requests.TestItems.answer;
import static clientportal.access.requests.TestItems.apply;
import static clientportal.access.requests.TestItems.asked;
import static clientportal.access.requests.TestItems.draft;
import static clientportal.access.requests.TestItems.drafts;
import static clientportal.access.requests.TestItems.id;
import static clientportal.access.requests.TestItems.reject;
import static clientportal.access.requests.TestItems.showIf;
import static clientportal.access.requests.TestItems.wanted;
import static clientportal.access.requests.TestItems.whole;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.ItemId;
import clientportal.access.records.AssignedRequest;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WholeEngagementTest {
  // ---- The states of an engagement ----

  @Test
  void everyAction_inEveryStateOfTheEngagement_isThatOfTheTable() {
    String table =
        """
        open      | complete | completed
        open      | cancel   | cancelled
        open      | reopen   | same
        open      | change   | open
        completed | complete | same
        completed | cancel   | S
        completed | reopen   | open
        completed | change   | S
        cancelled | complete | S
        cancelled | cancel   | same
        cancelled | reopen   | open
        cancelled | change   | S
        """;
    WholeEngagement open = drafts(1);
    Map<String, WholeEngagement> states =
        Map.of(
            "open", open,
            "completed", after(open.complete(false)),
            "cancelled", after(open.cancel()));
    Map<String, Function<WholeEngagement, Outcome>> actions =
        Map.of(
            "complete",
            whole -> whole.complete(false),
            "cancel",
            WholeEngagement::cancel,
            "reopen",
            WholeEngagement::reopen,
            "change",
            whole -> whole.change(WholeEngagementTest::renamed));

    for (String line : table.lines().toList()) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      WholeEngagement before = states.getOrDefault(cells[0], open);
      Outcome outcome = actions.getOrDefault(cells[1], WholeEngagement::cancel).apply(before);
      String actual =
          switch (outcome) {
            case Outcome.Same _ -> "same";
            case Outcome.Refused refused -> {
              assertThat(refused.status()).isEqualTo(cells[0]);
              yield "S";
            }
            case Outcome.Changed changed -> changed.after().engagement().status().text();
            case Outcome.Full _ -> "full";
          };
      assertThat(actual).as(line).isEqualTo(cells[2]);
    }
  }

  private static Engagement renamed(Engagement before) {
    return before.withDetails(
        "Mortgage", before.dueOn(), before.reminders(), before.progressShown());
  }

  @Test
  void whileSomethingRequiredIsOpenOrInReview_itIsNotCompleted() {
    WholeEngagement open = asked(drafts(1));
    WholeEngagement submitted = after(open, 0, new ItemAction.Arrive(1), new ItemAction.Submit());
    WholeEngagement accepted = after(submitted, 0, new ItemAction.Accept());

    assertThat(open.complete(false)).isInstanceOf(Outcome.Refused.class);
    assertThat(submitted.complete(false)).isInstanceOf(Outcome.Refused.class);
    assertThat(statuses(after(accepted.complete(false)))).containsExactly(ItemStatus.ACCEPTED);
    assertThat(statuses(after(submitted.complete(true)))).containsExactly(ItemStatus.CANCELLED);
  }

  @Test
  void optionalItemsThatAreOpen_areCancelledWithTheCompletion_andStayCancelled() {
    RequestItem optional =
        draft(0, wanted(Kind.DOCUMENT, false, Optional.empty()), Recipient.CLIENT);
    WholeEngagement open = asked(whole(optional));
    WholeEngagement submitted = after(open, 0, new ItemAction.Arrive(1), new ItemAction.Submit());

    WholeEngagement completed = after(open.complete(false));

    assertThat(statuses(completed)).containsExactly(ItemStatus.CANCELLED);
    assertThat(statuses(after(completed.reopen()))).containsExactly(ItemStatus.CANCELLED);
    assertThat(statuses(after(submitted.complete(false)))).containsExactly(ItemStatus.SUBMITTED);
  }

  @Test
  void itemsThatWereCancelledWithTheEngagement_comeBackAsTheyWere() {
    WholeEngagement whole = asked(drafts(5));
    whole = after(whole, 1, new ItemAction.Arrive(1));
    whole = after(whole, 2, new ItemAction.Arrive(1), new ItemAction.Submit());
    whole = after(whole, 3, new ItemAction.Cancel());
    whole = after(whole, 4, new ItemAction.MarkNotApplicable("I rent."));

    WholeEngagement cancelled = after(whole.cancel());
    WholeEngagement back = after(cancelled.reopen());

    assertThat(statuses(cancelled))
        .containsExactly(
            ItemStatus.CANCELLED,
            ItemStatus.CANCELLED,
            ItemStatus.CANCELLED,
            ItemStatus.CANCELLED,
            ItemStatus.NOT_APPLICABLE);
    assertThat(back.items())
        .extracting(RequestItem::state)
        .containsExactlyElementsOf(whole.items().stream().map(RequestItem::state).toList());
    assertThat(back.progress()).isEqualTo(whole.progress());
  }

  private static List<ItemStatus> statuses(WholeEngagement whole) {
    return whole.items().stream().map(RequestItem::status).toList();
  }

  // ---- Several items at once ----

  @Test
  void ofSeveralItems_allOrNoneAreChanged() {
    WholeEngagement whole = after(asked(drafts(2)), 0, new ItemAction.Arrive(1));
    List<WholeEngagement.Step> both =
        List.of(
            new WholeEngagement.Step(id(0), new ItemAction.Submit()),
            new WholeEngagement.Step(id(1), new ItemAction.Submit()));

    Outcome refused = whole.apply(both, TestItems.BY);
    Outcome changed = after(whole, 1, new ItemAction.Arrive(1)).apply(both, TestItems.BY);

    assertThat(refused)
        .isInstanceOfSatisfying(Outcome.Refused.class, is -> assertThat(is.item()).contains(id(1)));
    assertThat(statuses(after(changed)))
        .containsExactly(ItemStatus.SUBMITTED, ItemStatus.SUBMITTED);
  }

  @Test
  void anEngagementHasEightyItems_andEightAssignees() {
    WholeEngagement full = drafts(80);
    List<RequestItem> assigned =
        IntStream.range(0, 9)
            .mapToObj(i ->
                draft(
                    i,
                    wanted(Kind.DOCUMENT, true, Optional.empty()),
                    new Recipient.Contact(
                        new ContactId("01arz3ndektsv4rrffq69g5k%02d".formatted(i)))))
            .toList();

    assertThat(full.items()).hasSize(80);
    assertThat(full.add(List.of(draft(80, Kind.DOCUMENT)))).isInstanceOf(Outcome.Full.class);
    assertThat(whole(assigned.subList(0, 8)).items()).hasSize(8);
    assertThat(whole().add(assigned)).isInstanceOf(Outcome.Full.class);
    assertThat(whole().add(List.of())).isInstanceOf(Outcome.Same.class);
  }

  // ---- Items that depend on an answer ----

  /** Is there a house? Then its deeds; and is it let? Then the contract. */
  private static WholeEngagement house() {
    return whole(
        draft(0, Kind.YES_NO),
        draft(1, wanted(Kind.DOCUMENT, true, showIf(0, "yes")), Recipient.CLIENT),
        draft(2, wanted(Kind.CHOICE, false, showIf(0, "yes")), TestItems.CONTACT),
        draft(3, wanted(Kind.DOCUMENT, true, showIf(2, "a")), Recipient.CLIENT));
  }

  private static List<Boolean> hidden(WholeEngagement whole) {
    return whole.items().stream().map(item -> item.state().hidden()).toList();
  }

  @Test
  void anItem_isHiddenUntilTheAnswerOnWhichItDepends() {
    WholeEngagement whole = asked(house());
    WholeEngagement yes = after(whole, 0, answer("yes"));
    WholeEngagement let = after(yes, 2, answer("a"));
    WholeEngagement no = after(let, 0, answer("no"));

    assertThat(hidden(whole)).containsExactly(false, true, true, true);
    assertThat(hidden(yes)).containsExactly(false, false, false, true);
    assertThat(hidden(let)).containsExactly(false, false, false, false);
    // What depends on an answer to a hidden question is hidden too, whatever the answer.
    assertThat(hidden(no)).containsExactly(false, true, true, true);
    assertThat(hidden(after(no, 0, answer("yes")))).containsExactly(false, false, false, false);
    assertThat(hidden(after(yes, 0, new ItemAction.Answer(Optional.empty()))))
        .containsExactly(false, true, true, true);
  }

  @Test
  void aHiddenItem_keepsWhereItStands_andIsNotAskedOfAnybody() {
    WholeEngagement yes = after(asked(house()), 0, answer("yes"));
    WholeEngagement started = after(yes, 1, new ItemAction.Arrive(1), new ItemAction.Submit());

    WholeEngagement no = after(started, 0, answer("no"));

    assertThat(no.items().get(1).status()).isEqualTo(ItemStatus.SUBMITTED);
    assertThat(started.engagement().grants().all()).hasSize(2);
    assertThat(no.engagement().grants().all())
        .extracting(grant -> grant.recipient())
        .containsExactly(Recipient.CLIENT);
    assertThat(no.progress()).isEqualTo(new Progress(1, 0, 1, 1, 0, 0, 0, 0));
    assertThat(no.assigned())
        .extracting(AssignedRequest::assignee)
        .containsExactly(Recipient.CLIENT);
    assertThat(statuses(after(no, 0, answer("yes")))).isEqualTo(statuses(started));
  }

  @Test
  void sendingAQuestionBack_hidesNothing_butSayingThatItDoesNotApplyDoes() {
    WholeEngagement yes = after(asked(house()), 0, answer("yes"), new ItemAction.Submit());
    WholeEngagement sentBack = after(yes, 0, reject());
    WholeEngagement notApplicable =
        after(sentBack, 0, new ItemAction.MarkNotApplicable("I do not say."));

    assertThat(hidden(sentBack)).containsExactly(false, false, false, true);
    assertThat(hidden(after(sentBack, 0, new ItemAction.Cancel())))
        .containsExactly(false, false, false, true);
    assertThat(hidden(notApplicable)).containsExactly(false, true, true, true);
    assertThat(hidden(after(notApplicable, 0, new ItemAction.Withdraw())))
        .containsExactly(false, false, false, true);
  }

  @Test
  void aHiddenItem_countsAsSettled_whenTheEngagementEnds() {
    WholeEngagement no =
        after(asked(house()), 0, answer("no"), new ItemAction.Submit(), new ItemAction.Accept());

    WholeEngagement completed = after(no.complete(false));

    assertThat(statuses(completed))
        .containsExactly(ItemStatus.ACCEPTED, ItemStatus.OPEN, ItemStatus.OPEN, ItemStatus.OPEN);
    assertThat(no.progress().percent()).isEqualTo(100);
    assertThat(statuses(after(no.cancel()))).isEqualTo(statuses(no));
  }

  @Test
  void aDraftOnWhichOthersDepend_isGoneOnlyWithThem() {
    WholeEngagement drafts = house();
    List<WholeEngagement.Step> all =
        drafts.items().stream()
            .map(item -> new WholeEngagement.Step(item.id(), new ItemAction.Cancel()))
            .toList();

    assertThat(apply(drafts, 0, new ItemAction.Cancel()))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.item()).contains(id(0)));
    assertThat(after(drafts.apply(all, TestItems.BY)).items()).isEmpty();
  }

  // ---- Progress ----

  @Test
  void progress_isOfWhatIsRequired_roundedDown() {
    WholeEngagement whole = asked(drafts(3));
    WholeEngagement one = after(whole, 0, new ItemAction.MarkNotApplicable("I rent."));
    WholeEngagement two = after(one, 1, new ItemAction.Cancel());
    WholeEngagement all = after(two, 2, new ItemAction.Arrive(1), new ItemAction.Accept());
    RequestItem optional =
        draft(0, wanted(Kind.DOCUMENT, false, Optional.empty()), Recipient.CLIENT);

    assertThat(drafts(3).progress()).isEqualTo(Progress.NONE);
    assertThat(drafts(3).progress().percent()).isZero();
    assertThat(whole.progress().percent()).isZero();
    assertThat(one.progress().percent()).isEqualTo(33);
    assertThat(two.progress().percent()).isEqualTo(66);
    assertThat(all.progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 1, 1, 1));
    assertThat(all.progress().percent()).isEqualTo(100);
    assertThat(asked(whole(optional)).progress().percent()).isEqualTo(100);
  }

  @Test
  void whatIsAskedOfARecipient_isSettledWhenNothingIsOpenOrInReview() {
    LocalDate due = LocalDate.parse("2026-03-14");
    WholeEngagement whole =
        after(
            asked(drafts(1))
                .change(before ->
                    before.withDetails("Loan", Optional.of(due), Optional.empty(), true)));
    WholeEngagement submitted = after(whole, 0, new ItemAction.Arrive(1), new ItemAction.Submit());
    WholeEngagement accepted = after(submitted, 0, new ItemAction.Accept());

    assertThat(whole.assigned())
        .singleElement()
        .satisfies(row -> assertThat(row.dueOn()).contains(due))
        .satisfies(row -> assertThat(row.settled()).isFalse());
    assertThat(submitted.assigned()).singleElement().matches(row -> !row.settled());
    assertThat(accepted.assigned()).singleElement().matches(AssignedRequest::settled);
    assertThat(after(whole.cancel()).assigned()).singleElement().matches(AssignedRequest::settled);
    assertThat(drafts(1).assigned()).isEmpty();
  }

  // ---- The order ----

  private static List<ItemId> order(WholeEngagement whole) {
    return whole.items().stream().map(RequestItem::id).toList();
  }

  @Test
  void anItemMoves_byItsOwnRank() {
    WholeEngagement whole = drafts(4);

    WholeEngagement first = after(TestItems.move(whole, id(2), Optional.empty()));
    WholeEngagement last = after(TestItems.move(whole, id(0), Optional.of(id(3))));

    assertThat(order(first)).containsExactly(id(2), id(0), id(1), id(3));
    assertThat(order(last)).containsExactly(id(1), id(2), id(3), id(0));
    assertThat(first.items().stream().filter(item -> item.revision() > 1)).hasSize(1);
    assertThat(last.engagement().lastRank()).isEqualTo(last.items().getLast().rank());
    assertThat(TestItems.move(whole, id(1), Optional.of(id(0)))).isInstanceOf(Outcome.Same.class);
    assertThat(TestItems.move(whole, id(0), Optional.empty())).isInstanceOf(Outcome.Same.class);
  }

  @Test
  void whereThereIsNoRoom_allAreRankedAnew() {
    WholeEngagement whole = drafts(3);
    int moves = 0;
    do {
      // The last one goes behind the first, where the room is halved each time.
      whole =
          after(
              TestItems.move(whole, order(whole).getLast(), Optional.of(order(whole).getFirst())));
      moves++;
    } while (moves < 100 && !ranks(whole).equals(anew(3)));

    assertThat(moves).isBetween(15, 30);
    assertThat(order(whole)).startsWith(id(0));
  }

  private static List<Long> ranks(WholeEngagement whole) {
    return whole.items().stream().map(RequestItem::rank).toList();
  }

  private static List<Long> anew(int items) {
    return IntStream.range(0, items).mapToObj(Ranks::anew).toList();
  }

  @Test
  void anySequenceOfMoves_givesTheOrderOfAList() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      WholeEngagement whole = drafts(6);
      List<ItemId> list = new ArrayList<>(order(whole));
      for (int j = 0; j < 60; j++) {
        ItemId moved = id(random.nextInt(6));
        List<ItemId> others = new ArrayList<>(list);
        others.remove(moved);
        int place = random.nextInt(6);
        others.add(place, moved);
        Outcome outcome =
            TestItems.move(
                whole, moved, place == 0 ? Optional.empty() : Optional.of(others.get(place - 1)));
        if (outcome instanceof Outcome.Changed changed) {
          whole = changed.after();
        }
        list = others;
        assertThat(order(whole)).as("seed %d", seed).isEqualTo(list);
      }
    }
  }

  @Test
  void addedItems_standAtTheEnd() {
    WholeEngagement whole = after(TestItems.move(drafts(3), id(0), Optional.of(id(2))));
    List<Long> ranks = whole.ranksAtTheEnd(2);
    List<RequestItem> more =
        List.of(
            draft(3, Kind.TEXT).withRank(ranks.get(0)), draft(4, Kind.TEXT).withRank(ranks.get(1)));

    assertThat(order(after(whole.add(more)))).containsExactly(id(1), id(2), id(0), id(3), id(4));
  }

  @Test
  void aChangeThatChangesNothing_isTheSame() {
    WholeEngagement whole = drafts(1);

    assertThat(whole.change(before -> before)).isInstanceOf(Outcome.Same.class);
    assertThat(after(whole.change(WholeEngagementTest::renamed)).engagement())
        .satisfies(engagement -> assertThat(engagement.name()).isEqualTo("Mortgage"))
        .satisfies(engagement -> assertThat(engagement.revision()).isEqualTo(3))
        .satisfies(engagement -> assertThat(engagement.status()).isEqualTo(EngagementStatus.OPEN));
  }

  // ---- Another assignee ----

  private static Outcome assign(WholeEngagement whole, int number) {
    return whole.update(
        whole.item(id(number)).orElseThrow(), TestItems.CONTACT, Optional.empty(), LATER);
  }

  private static final Instant LATER = TestItems.NOW.plusSeconds(60);

  private static RequestItem dependent(int number, int on) {
    return draft(number, wanted(Kind.YES_NO, true, showIf(on, "yes")), Recipient.CLIENT);
  }

  @Test
  void anotherAssignee_isAskedFromThenOn_withAllThatDependsOnTheQuestion() {
    WholeEngagement asked =
        asked(
            whole(
                draft(0, Kind.YES_NO), dependent(1, 0), dependent(2, 1), draft(3, Kind.DOCUMENT)));

    WholeEngagement after = after(assign(asked, 0));

    assertThat(after.items())
        .extracting(RequestItem::assignee)
        .containsExactly(TestItems.CONTACT, TestItems.CONTACT, TestItems.CONTACT, Recipient.CLIENT);
    assertThat(after.item(id(0)).orElseThrow().grants().all())
        .singleElement()
        .satisfies(grant -> assertThat(grant.recipient()).isEqualTo(TestItems.CONTACT))
        .satisfies(grant -> assertThat(grant.sharedAt()).isEqualTo(LATER));
    assertThat(assign(after, 0)).isInstanceOf(Outcome.Same.class);
    assertThat(assign(asked, 1)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatSomebodyHasAnsweredOrWasTold_isGivenToNobodyElse() {
    WholeEngagement asked = asked(whole(draft(0, Kind.TEXT), draft(1, Kind.TEXT)));
    WholeEngagement answered = after(asked, 0, answer("A secret."));
    WholeEngagement rejected = after(answered, 0, reject());

    assertThat(assign(answered, 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(assign(rejected, 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(assign(after(asked, 0, new ItemAction.MarkNotApplicable("None.")), 0))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(assign(after(asked, 0, new ItemAction.Cancel()), 0))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(assign(rejected, 1)).isInstanceOf(Outcome.Changed.class);
  }
}
