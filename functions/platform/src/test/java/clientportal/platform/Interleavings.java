package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.TornTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a use case while others act: before, between and after any two of its calls to the table,
 * and in the middle of each read of several keys. Whatever happens, its outcome must be one that is
 * possible if others act wholly before it or wholly after it.
 *
 * @param world makes everything anew
 * @param table the table of a world
 * @param others what others do, one after another
 */
public record Interleavings<W>(
    Supplier<W> world, Function<W, InMemoryTable> table, List<Consumer<W>> others) {

  /** What a use case answered, and what the table contains in the end. */
  private record Outcome(String answer, List<String> table) {}

  /** Goes through all combinations of choices, one after another. */
  private static final class Choices {
    private final List<int[]> made = new ArrayList<>();
    private int next;

    int choose(int options) {
      if (next == made.size()) {
        made.add(new int[] {0, options});
      }
      return made.get(next++)[0];
    }

    /** Prepares the next combination; returns whether there is one. */
    boolean advance() {
      while (!made.isEmpty() && made.getLast()[0] == made.getLast()[1] - 1) {
        made.removeLast();
      }
      if (made.isEmpty()) {
        return false;
      }
      made.getLast()[0]++;
      next = 0;
      return true;
    }

    @Override
    public String toString() {
      return made.stream().map(choice -> Integer.toString(choice[0])).toList().toString();
    }
  }

  /**
   * Runs the use case in every way.
   *
   * @param useCase runs it on the table that it is given; returns the answer
   * @return in how many ways it ran
   */
  public int check(String name, BiFunction<W, Table, ?> useCase) {
    Set<Outcome> possible = new LinkedHashSet<>();
    for (int first = 0; first <= others.size(); first++) {
      W here = world.get();
      others.subList(0, first).forEach(other -> other.accept(here));
      Object answer = useCase.apply(here, table.apply(here));
      others.subList(first, others.size()).forEach(other -> other.accept(here));
      possible.add(outcome(answer, here));
    }
    return check(
        useCase,
        (answer, here, choices) ->
            assertThat(outcome(answer, here)).as("%s, choices %s", name, choices).isIn(possible));
  }

  /**
   * Runs a job in every way. It consists of several steps, between which others may act.
   *
   * @param job runs it on the table that it is given
   * @param verify verifies a world after the job and the others
   * @return in how many ways it ran
   */
  public int checkJob(BiConsumer<W, Table> job, Consumer<W> verify) {
    return check(
        (here, torn) -> {
          job.accept(here, torn);
          return "";
        },
        (_, here, _) -> verify.accept(here));
  }

  /** Verifies what came of one way. */
  private interface Verification<W> {
    void verify(Object answer, W here, Choices choices);
  }

  private int check(BiFunction<W, Table, ?> useCase, Verification<W> verification) {
    int ways = 0;
    Choices choices = new Choices();
    do {
      W here = world.get();
      List<Runnable> acts =
          others.stream().<Runnable>map(other -> () -> other.accept(here)).toList();
      TornTable torn = new TornTable(table.apply(here), acts, choices::choose);
      Object answer = useCase.apply(here, torn);
      torn.finish();
      verification.verify(answer, here, choices);
      ways++;
    } while (choices.advance());
    return ways;
  }

  private Outcome outcome(Object answer, W world) {
    List<String> items = new ArrayList<>();
    Map<Key, Item> everything = table.apply(world).everything();
    everything.values().stream()
        // A claim that was given up leaves an item with nothing in it.
        .filter(item -> !item.fields().values().isEmpty())
        .forEach(
            item -> items.add(masked(item.key() + " " + new TreeMap<>(item.fields().values()))));
    items.sort(null);
    return new Outcome(masked(String.valueOf(answer)), items);
  }

  /**
   * Ids, secrets and what follows from them differ each time, and what is counted outside of a
   * transaction counts attempts.
   */
  private static String masked(String text) {
    return text.replaceAll("count=[0-9]+", "count")
        .replaceAll("[0-9a-f]{64}", "HASH")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "PERSON")
        .replaceAll("[0-9a-hjkmnp-tv-z]{26}", "ID")
        // The end of an id before it, which spreads the participants of a group note.
        .replaceAll("#[0-9a-hjkmnp-tv-z]{2}#ID", "#ID")
        .replaceAll("[0-9A-Za-z_-]{43,}", "SECRET")
        // The reminders of one client follow each other.
        .replaceAll("dueAt=\\S+ dueShard=REMINDER#[0-9]", "dueReminders")
        .replaceAll("dueShard=[A-Z]+#[0-9]", "dueShard");
  }
}
