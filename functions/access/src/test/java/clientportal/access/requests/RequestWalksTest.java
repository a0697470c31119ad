package clientportal.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.records.ItemState;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Does random things to engagements and compares each step with a small model of its own. The seed
 * of a walk that differs is printed.
 */
final class RequestWalksTest {
  private static final int WALKS = 20_000;
  private static final int STEPS = 30;
  private static final int ITEMS = 6;

  /** On which item each depends, and on which answer. */
  private static final int[] CONDITION = {-1, 0, 0, 2, 3, -1};

  private static final String[] IS = {"", "yes", "no", "a", "yes", ""};

  private static final Kind[] KINDS = {
    Kind.YES_NO, Kind.DOCUMENT, Kind.CHOICE, Kind.YES_NO, Kind.DOCUMENT, Kind.TEXT
  };

  private static final boolean[] REQUIRED = {true, true, false, true, true, false};

  private static final List<String> ACTIONS =
      List.of(
          "ask",
          "file",
          "yes",
          "no",
          "a",
          "back",
          "submit",
          "none",
          "withdraw",
          "accept",
          "part",
          "reject",
          "reopen",
          "cancel");

  private static final List<String> BACK_AND_FORTH = List.of("yes", "no", "reject");

  /** States are texts: {@code +} means that something has arrived, {@code !} confirmed. */
  private static final class Model {
    /** What an action makes of a state; {@code >} begins the next round. What is missing is S. */
    private static final Map<String, String> RULES = new HashMap<>();

    static {
      String rules =
          """
          draft: ask=open cancel=gone
          open: ask=same file=open+ answer=open+ back=same none=na cancel=cancelled
          open+: ask=same file=same answer=open+ back=open submit=submitted accept=accepted \
          part=>open reject=>open cancel=cancelled+
          submitted: file=same submit=same withdraw=open+ accept=accepted part=>open \
          reject=>open cancel=cancelled+
          na: none=same withdraw=open accept=na! reject=open reopen=open
          na!: none=same accept=same reject=open reopen=open
          accepted: accept=same reopen=>open
          cancelled: reopen=open cancel=same
          cancelled+: reopen=open+ cancel=same
          """;
      for (String line : rules.lines().toList()) {
        String[] words = line.split(":? ", -1);
        for (String rule : Arrays.copyOfRange(words, 1, words.length)) {
          RULES.put(words[0] + " " + rule.split("=", 2)[0], rule.split("=", 2)[1]);
        }
      }
    }

    String engagement = "open";
    final String[] state = new String[ITEMS];
    final String[] before = new String[ITEMS];
    final int[] round = new int[ITEMS];
    final int[] returned = new int[ITEMS];
    final List<TreeMap<Integer, String>> answers = new ArrayList<>();

    Model() {
      Arrays.fill(state, "draft");
      Arrays.fill(before, "");
      Arrays.fill(round, 1);
      IntStream.range(0, ITEMS).forEach(_ -> answers.add(new TreeMap<>()));
    }

    String act(int i, String action) {
      boolean answers = List.of("yes", "no", "a", "back").contains(action);
      if (!engagement.equals("open")
          || (KINDS[i] == Kind.DOCUMENT ? answers : action.equals("file"))) {
        return "S";
      }
      boolean text = answers && !action.equals("back");
      @Nullable String given = this.answers.get(i).get(round[i]);
      String rule = RULES.getOrDefault(state[i] + " " + (text ? "answer" : action), "S");
      if (answers && !state[i].equals("open") && !state[i].equals("open+")) {
        return state[i].equals("submitted") && action.equals(given) ? "same" : "S";
      }
      if (text && action.equals(given)) {
        return "same";
      }
      boolean dependedOn = IntStream.range(0, ITEMS).anyMatch(o -> depends(o, i));
      if (rule.equals("gone") && dependedOn) {
        return "S";
      }
      boolean returns = !rule.equals("S") && List.of("part", "reject", "reopen").contains(action);
      if (returns && returned[i]++ >= RequestItem.MOST_RETURNS) {
        return "full";
      }
      if (rule.equals("S") || rule.equals("same")) {
        return rule;
      }
      if (text) {
        this.answers.get(i).put(round[i], action);
      } else if (action.equals("back")) {
        this.answers.get(i).remove(round[i]);
      }
      round[i] += rule.startsWith(">") ? 1 : 0;
      state[i] = rule.replace(">", "");
      return "changed";
    }

    private boolean depends(int one, int other) {
      return CONDITION[one] == other && !state[one].equals("gone");
    }

    boolean hidden(int i) {
      int on = CONDITION[i];
      if (on < 0) {
        return false;
      }
      boolean answered = !answers.get(on).isEmpty() && !state[on].startsWith("na");
      return hidden(on) || !answered || !answers.get(on).lastEntry().getValue().equals(IS[i]);
    }

    private boolean awaited(int i) {
      return !hidden(i) && List.of("open", "open+", "submitted").contains(state[i]);
    }

    String end(String action) {
      String rule =
          switch (engagement + " " + action) {
            case "open reopen", "completed complete", "cancelled cancel" -> "same";
            case "completed cancel", "cancelled complete" -> "S";
            default -> "changed";
          };
      boolean missing = IntStream.range(0, ITEMS).anyMatch(i -> awaited(i) && REQUIRED[i]);
      if (rule.equals("changed") && action.equals("complete") && missing) {
        return "S";
      }
      for (int i = 0; i < ITEMS && rule.equals("changed"); i++) {
        boolean cancels = action.equals("cancel") || state[i].startsWith("open");
        if (!action.equals("reopen") && awaited(i) && cancels) {
          before[i] = action.equals("cancel") ? state[i] : "";
          state[i] = state[i].equals("open") ? "cancelled" : "cancelled+";
        } else if (action.equals("reopen") && !before[i].isEmpty()) {
          state[i] = before[i];
          before[i] = "";
        }
      }
      if (rule.equals("changed")) {
        engagement =
            Map.of("complete", "completed", "cancel", "cancelled").getOrDefault(action, "open");
      }
      return rule;
    }

    int percent() {
      int[] asked =
          IntStream.range(0, ITEMS)
              .filter(i -> !hidden(i) && !state[i].equals("draft") && !state[i].equals("gone"))
              .toArray();
      int[] required = Arrays.stream(asked).filter(i -> REQUIRED[i]).toArray();
      long settled = Arrays.stream(required).filter(i -> !awaited(i)).count();
      return required.length == 0
          ? asked.length == 0 ? 0 : 100
          : Math.toIntExact(settled * 100 / required.length);
    }
  }

  @Test
  void whateverIsDone_theStatesAreThoseOfTheModel() {
    long seeds = new Random().nextLong();
    Map<String, Integer> seen = new TreeMap<>();
    for (int walk = 0; walk < WALKS; walk++) {
      walk(seeds + walk, seen);
    }
    assertThat(seen).containsOnlyKeys("S", "changed", "full", "same");
    assertThat(seen).hasEntrySatisfying("changed", times -> assertThat(times).isGreaterThan(WALKS));
  }

  private static void walk(long seed, Map<String, Integer> seen) {
    Random random = new Random(seed);
    Model model = new Model();
    WholeEngagement whole = start();
    List<String> done = new ArrayList<>();
    // Some walks send one item back and forth, until that is refused.
    boolean back = Math.floorMod(seed, 20) == 0;
    for (int step = 0; step < (back ? 4 * STEPS : STEPS); step++) {
      Outcome outcome;
      String expected;
      if (!back && random.nextInt(12) == 0) {
        String end = List.of("complete", "cancel", "reopen").get(random.nextInt(3));
        done.add(end);
        outcome =
            switch (end) {
              case "complete" -> whole.complete(false);
              case "cancel" -> whole.cancel();
              default -> whole.reopen();
            };
        expected = model.end(end);
      } else {
        int i = back ? 5 : random.nextInt(ITEMS);
        if (model.state[i].equals("gone")) {
          continue;
        }
        List<String> actions = back ? BACK_AND_FORTH : ACTIONS;
        String action = step < 3 ? "ask" : actions.get(random.nextInt(actions.size()));
        done.add(action + " " + i);
        outcome = TestItems.apply(whole, i, action(action, whole, i));
        expected = model.act(i, action);
      }
      whole = outcome instanceof Outcome.Changed changed ? changed.after() : whole;
      assertThat(text(outcome)).as("seed %d: %s", seed, done).isEqualTo(expected);
      assertThat(text(whole)).as("seed %d: %s", seed, done).isEqualTo(text(model));
      seen.merge(expected, 1, Integer::sum);
    }
  }

  private static WholeEngagement start() {
    return TestItems.whole(
        IntStream.range(0, ITEMS)
            .mapToObj(i ->
                TestItems.draft(
                    i,
                    TestItems.wanted(
                        KINDS[i],
                        REQUIRED[i],
                        CONDITION[i] < 0
                            ? Optional.empty()
                            : TestItems.showIf(CONDITION[i], IS[i])),
                    Recipient.CLIENT))
            .toList());
  }

  private static ItemAction action(String name, WholeEngagement whole, int i) {
    return switch (name) {
      case "ask" -> new ItemAction.Ask();
      case "file" ->
          KINDS[i] == Kind.DOCUMENT
              ? new ItemAction.Arrive(whole.item(TestItems.id(i)).orElseThrow().state().round())
              : new ItemAction.Upload();
      case "back" -> new ItemAction.Answer(Optional.empty());
      case "submit" -> new ItemAction.Submit();
      case "none" -> new ItemAction.MarkNotApplicable("There is none.");
      case "withdraw" -> new ItemAction.Withdraw();
      case "accept" -> new ItemAction.Accept();
      case "part" -> TestItems.inPart();
      case "reject" -> TestItems.reject();
      case "reopen" -> new ItemAction.Reopen("Once more.");
      case "cancel" -> new ItemAction.Cancel();
      default -> TestItems.answer(name);
    };
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Same _ -> "same";
      case Outcome.Changed _ -> "changed";
      case Outcome.Refused _ -> "S";
      case Outcome.Full _ -> "full";
    };
  }

  private static String text(Model model) {
    StringBuilder text = new StringBuilder(model.engagement + " " + model.percent() + "%");
    for (int i = 0; i < ITEMS; i++) {
      if (!model.state[i].equals("gone")) {
        text.append(
            ", %d %s %d %s"
                .formatted(i, model.state[i], model.round[i], model.hidden(i) ? "hidden" : ""));
      }
    }
    return text.toString();
  }

  private static String text(WholeEngagement whole) {
    StringBuilder text =
        new StringBuilder(
            whole.engagement().status().text() + " " + whole.progress().percent() + "%");
    assertThat(whole.engagement().progress()).isEqualTo(whole.progress());
    for (RequestItem item : whole.items()) {
      ItemState state = item.state();
      String number = item.id().value().substring(25);
      text.append(
          ", %s %s %d %s"
              .formatted(number, text(state), state.round(), state.hidden() ? "hidden" : ""));
    }
    return text.toString();
  }

  private static String text(ItemState state) {
    boolean shows = state.status() == ItemStatus.OPEN || state.status() == ItemStatus.CANCELLED;
    String started = shows && state.isStarted() ? "+" : "";
    String confirmed =
        state.notApplicable().filter(ItemState.NotApplicable::confirmed).map(_ -> "!").orElse("");
    String text = state.status() == ItemStatus.NOT_APPLICABLE ? "na" : state.status().text();
    return text + started + confirmed;
  }
}
