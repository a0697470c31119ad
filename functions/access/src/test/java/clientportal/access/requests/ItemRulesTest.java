package clientportal.access.requests;

import static clientportal.access.requests.TestItems.answer;
import static clientportal.access.requests.TestItems.inPart;
import static clientportal.access.requests.TestItems.reject;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Link;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.Verdict;
import clientportal.access.ids.StaffId;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemState;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action in every state by every kind of caller, against the table of the design. */
final class ItemRulesTest {
  /**
   * The new state of the item; {@code S} where that is refused with the present one, and {@code
   * 404} for readers, to whom a draft is not there. A file is an upload that arrives, an answer
   * differs from the one before.
   */
  private static final String STATES =
      """
      state                     | ask    | upload        | answer        | submit    | not applicable | withdraw      | accept                    | in part          | reject           | reopen           | cancel
      draft                     | open   | 404, S        | 404, S        | 404, S    | 404, S         | 404, S        | S                         | S                | S                | S                | gone
      open                      | same   | open, started | open, started | S         | not-applicable | S             | S                         | S                | S                | S                | cancelled
      open, started             | same   | same          | open, started | submitted | S              | S             | accepted                  | open, next round | open, next round | S                | cancelled
      submitted                 | S      | same          | S             | same      | S              | open, started | accepted                  | open, next round | open, next round | S                | cancelled
      not-applicable            | S      | S             | S             | S         | same           | open          | not-applicable, confirmed | S                | open             | open             | S
      not-applicable, confirmed | S      | S             | S             | S         | same           | S             | same                      | S                | open             | open             | S
      accepted                  | S      | S             | S             | S         | S              | S             | same                      | S                | S                | open, next round | S
      cancelled                 | S      | S             | S             | S         | S              | S             | S                         | S                | S                | open, started    | same
      """;

  /** Who may do it: {@code drafts} only while the item is one. */
  private static final String CALLERS =
      """
      action         | staff  | web portal | answerer | other reader | stranger
      ask            | 403    | yes        | 403      | 404          | 404
      upload         | 403    | yes        | yes      | 404          | 404
      answer         | 403    | yes        | yes      | 404          | 404
      submit         | 403    | 403        | yes      | 404          | 404
      not applicable | 403    | 403        | yes      | 404          | 404
      withdraw       | 403    | 403        | yes      | 404          | 404
      accept         | 403    | yes        | 403      | 404          | 404
      in part        | 403    | yes        | 403      | 404          | 404
      reject         | 403    | yes        | 403      | 404          | 404
      reopen         | drafts | yes        | 403      | 404          | 404
      cancel         | drafts | yes        | 403      | 404          | 404
      """;

  private static final List<String> KINDS_OF_CALLERS =
      List.of("staff", "web portal", "answerer", "other reader", "stranger");

  private static final List<String> READERS = List.of("answerer", "other reader", "stranger");

  @Test
  void everyAction_inEveryState_byEveryCaller_isThatOfTheTable() {
    Map<String, Map<String, String>> states = table(STATES);
    Map<String, Map<String, String>> callers = table(CALLERS);
    List<String> actual = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String state : states.keySet()) {
      for (String action : callers.keySet()) {
        for (String caller : KINDS_OF_CALLERS) {
          for (Kind kind : Kind.values()) {
            String where = String.join(" / ", state, action, caller, kind.text()) + ": ";
            boolean fits =
                switch (action) {
                  case "upload" -> kind == Kind.DOCUMENT;
                  case "answer" -> kind != Kind.DOCUMENT;
                  default -> true;
                };
            String cell = fits ? cell(states, state, action) : "404, S";
            expected.add(where + expected(state, cell, caller, cell(callers, action, caller)));
            actual.add(where + actual(state, action, caller, kind));
          }
        }
      }
    }
    assertThat(actual).hasSize(8 * 11 * 5 * 5).isEqualTo(expected);
  }

  private static String expected(String state, String cell, String caller, String may) {
    boolean draft = state.equals("draft");
    if (draft && READERS.contains(caller)) {
      return "404";
    }
    return switch (may) {
      case "404", "403" -> may;
      case "drafts" -> draft ? cell : "403";
      default -> cell.replace("404, ", "");
    };
  }

  private static String actual(String state, String action, String caller, Kind kind) {
    WholeEngagement whole = in(state, kind);
    RequestItem item = whole.items().getFirst();
    ItemAction asked = action(action);
    return switch (Decision.decide(caller(caller), asked.needed(), item.grants(), TestItems.NOW)) {
      case NOT_FOUND -> "404";
      case PERMISSION_REQUIRED -> "403";
      case ALLOWED -> result(whole, item, asked);
    };
  }

  private static String result(WholeEngagement whole, RequestItem item, ItemAction action) {
    return switch (TestItems.apply(whole, 0, action)) {
      case Outcome.Same _ ->
          action instanceof ItemAction.Upload
              ? result(whole, item, new ItemAction.Arrive(item.state().round()))
              : "same";
      case Outcome.Refused(var which, String status, String instead) -> {
        assertThat(which).contains(item.id());
        assertThat(status).isEqualTo(item.status().text());
        assertThat(instead).isNotBlank();
        yield "S";
      }
      case Outcome.Changed(WholeEngagement before, WholeEngagement after) -> {
        assertThat(before).isEqualTo(whole);
        assertThat(after.engagement().revision()).isEqualTo(whole.engagement().revision() + 1);
        if (after.items().isEmpty()) {
          yield "gone";
        }
        RequestItem other = after.items().getFirst();
        assertThat(other.revision()).isEqualTo(item.revision() + 1);
        yield text(item, other);
      }
      case Outcome.Full(String detail) -> throw new AssertionError(detail);
    };
  }

  private static String text(RequestItem before, RequestItem item) {
    ItemState state = item.state();
    String text = item.status().text();
    if (state.round() != before.state().round()) {
      assertThat(state.round()).isEqualTo(before.state().round() + 1);
      assertThat(state.startedAt()).isEmpty();
      return text + ", next round";
    }
    if (item.status() == ItemStatus.OPEN && state.isStarted()) {
      return text + ", started";
    }
    return state.notApplicable().filter(ItemState.NotApplicable::confirmed).isPresent()
        ? text + ", confirmed"
        : text;
  }

  private static ItemAction action(String name) {
    return switch (name) {
      case "ask" -> new ItemAction.Ask();
      case "upload" -> new ItemAction.Upload();
      case "answer" -> answer("another");
      case "submit" -> new ItemAction.Submit();
      case "not applicable" -> new ItemAction.MarkNotApplicable("I rent.");
      case "withdraw" -> new ItemAction.Withdraw();
      case "accept" -> new ItemAction.Accept();
      case "in part" -> inPart();
      case "reject" -> reject();
      case "reopen" -> new ItemAction.Reopen("It is out of date.");
      case "cancel" -> new ItemAction.Cancel();
      default -> throw new AssertionError(name);
    };
  }

  /** Returns an engagement whose only item is in a state. */
  private static WholeEngagement in(String state, Kind kind) {
    WholeEngagement draft = TestItems.whole(TestItems.draft(0, kind));
    ItemAction start = kind == Kind.DOCUMENT ? new ItemAction.Arrive(1) : answer("yes");
    ItemAction[] actions =
        switch (state) {
          case "draft" -> new ItemAction[0];
          case "open" -> actions("ask");
          case "open, started" -> actions("ask", start);
          case "submitted" -> actions("ask", start, "submit");
          case "not-applicable" -> actions("ask", "not applicable");
          case "not-applicable, confirmed" -> actions("ask", "not applicable", "accept");
          case "accepted" -> actions("ask", start, "submit", "accept");
          case "cancelled" -> actions("ask", start, "submit", "cancel");
          default -> throw new AssertionError(state);
        };
    return TestItems.after(draft, 0, actions);
  }

  private static ItemAction[] actions(Object... actions) {
    return Stream.of(actions)
        .map(each -> each instanceof ItemAction action ? action : action((String) each))
        .toArray(ItemAction[]::new);
  }

  private static Affiliation caller(String name) {
    return switch (name) {
      case "staff" -> staff(false);
      case "web portal" -> staff(true);
      case "answerer" -> reader(Recipient.CLIENT);
      case "other reader" -> reader(TestItems.CONTACT);
      case "stranger" -> new Affiliation(Optional.empty(), Optional.empty());
      default -> throw new AssertionError(name);
    };
  }

  private static Affiliation staff(boolean webPortal) {
    StaffId id = new StaffId("01arz3ndektsv4rrffq69g5fs1");
    return new Affiliation(
        Optional.of(new Membership(id, "Ada", Role.STAFF, webPortal, true)), Optional.empty());
  }

  private static Affiliation reader(Recipient.OfClient party) {
    Capacity capacity = new Capacity(party, "Carla", true, TestItems.NOW, Optional.empty());
    return new Affiliation(Optional.empty(), Optional.of(new Link(List.of(capacity))));
  }

  private static String cell(Map<String, Map<String, String>> table, String row, String column) {
    String cell = table.getOrDefault(row, Map.of()).get(column);
    if (cell == null) {
      throw new AssertionError(row + ", " + column);
    }
    return cell;
  }

  private static Map<String, Map<String, String>> table(String text) {
    List<String[]> rows = text.lines().map(line -> line.strip().split("\\s*\\|\\s*", -1)).toList();
    String[] columns = rows.getFirst();
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    for (String[] row : rows.subList(1, rows.size())) {
      assertThat(row).hasSameSizeAs(columns);
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 1; i < row.length; i++) {
        cells.put(columns[i], row[i]);
      }
      table.put(row[0], cells);
    }
    return table;
  }

  @Test
  void nothingIsDone_onceTheEngagementHasEnded_notEvenWhatIsSoAlready() {
    for (String state : table(STATES).keySet()) {
      WholeEngagement whole = in(state, Kind.DOCUMENT);
      WholeEngagement completed = TestItems.after(whole.complete(true));
      WholeEngagement cancelled = TestItems.after(whole.cancel());
      for (String action : table(CALLERS).keySet()) {
        assertThat(TestItems.apply(completed, 0, action(action)))
            .as("%s, %s", state, action)
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused ->
                    assertThat(refused.status()).isEqualTo(EngagementStatus.COMPLETED.text()));
        assertThat(TestItems.apply(cancelled, 0, action(action)))
            .as("%s, %s", state, action)
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  @Test
  void aHiddenItem_isNotThereForReaders_andTakesThePermissionToChange() {
    RequestItem hidden = hiddenItem();

    for (String action : table(CALLERS).keySet()) {
      ItemAction asked = action(action);
      assertThat(
              Decision.decide(caller("answerer"), asked.needed(), hidden.grants(), TestItems.NOW))
          .as(action)
          .isEqualTo(Verdict.NOT_FOUND);
    }
    assertThat(
            Decision.decide(
                caller("staff"),
                new ItemAction.Reopen("").needed(),
                hidden.grants(),
                TestItems.NOW))
        .isEqualTo(Verdict.PERMISSION_REQUIRED);
  }

  private static RequestItem hiddenItem() {
    WholeEngagement whole =
        TestItems.asked(
            TestItems.whole(
                TestItems.draft(0, Kind.YES_NO),
                TestItems.draft(
                    1,
                    TestItems.wanted(Kind.DOCUMENT, true, TestItems.showIf(0, "yes")),
                    Recipient.CLIENT)));
    RequestItem hidden = whole.items().getLast();
    assertThat(hidden.state().hidden()).isTrue();
    return hidden;
  }

  @Test
  void aCallThatFindsItsOwnAnswer_changesNothing() {
    WholeEngagement started = in("open, started", Kind.TEXT);
    WholeEngagement submitted = in("submitted", Kind.TEXT);

    assertThat(TestItems.apply(started, 0, answer("yes"))).isInstanceOf(Outcome.Same.class);
    assertThat(TestItems.apply(submitted, 0, answer("yes"))).isInstanceOf(Outcome.Same.class);
  }

  @Test
  void anAnswerThatIsTakenBack_leavesNothingToSubmit() {
    WholeEngagement started = in("open, started", Kind.TEXT);

    WholeEngagement empty = TestItems.after(started, 0, new ItemAction.Answer(Optional.empty()));

    assertThat(empty.items().getFirst().state().isStarted()).isFalse();
    assertThat(TestItems.apply(empty, 0, new ItemAction.Submit()))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void answersAreKept_oneOfEachRound() {
    WholeEngagement whole =
        TestItems.after(
            TestItems.whole(TestItems.draft(0, Kind.TEXT)),
            0,
            new ItemAction.Ask(),
            answer("first try"),
            answer("first"),
            new ItemAction.Submit(),
            reject(),
            answer("second"));

    RequestItem item = whole.items().getFirst();
    assertThat(item.answers())
        .extracting(each -> each.round() + " " + each.text())
        .containsExactly("1 first", "2 second");
    assertThat(item.answer()).map(RequestItem.Answer::text).contains("second");
    assertThat(item.reviews())
        .extracting(each -> each.round() + " " + each.verdict().text())
        .containsExactly("1 reject");
  }

  @Test
  void aFileOfAnotherRound_isTooLate() {
    WholeEngagement second = TestItems.after(in("submitted", Kind.DOCUMENT), 0, reject());

    assertThat(TestItems.apply(second, 0, new ItemAction.Arrive(1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(TestItems.apply(second, 0, new ItemAction.Arrive(2)))
        .isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void anItemIsSentBack_noMoreThanItHasRoomFor() {
    WholeEngagement whole = in("open", Kind.TEXT);
    for (int i = 0; i < RequestItem.MOST_RETURNS; i++) {
      whole = TestItems.after(whole, 0, answer("answer " + i), reject());
    }
    WholeEngagement last = TestItems.after(whole, 0, answer("the last one"));

    assertThat(TestItems.apply(last, 0, reject())).isInstanceOf(Outcome.Full.class);
    assertThat(TestItems.apply(last, 0, new ItemAction.Accept()))
        .isInstanceOf(Outcome.Changed.class);
  }
}
