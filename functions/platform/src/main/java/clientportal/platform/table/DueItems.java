package clientportal.platform.table;

import clientportal.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that is due, by the sparse index {@code Due}: done in rounds, each of which goes through all
 * shards. The index follows the table only within moments, so an item is read again before; who
 * works on it takes a lease first, by {@link #write}, so that one that fails comes again later and
 * holds up no other.
 */
public final class DueItems {
  private static final int PAGE = 25;

  private final Table table;
  private final Clock clock;

  public DueItems(Table table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * What a round found.
   *
   * @param due how many items
   * @param failures of those items that failed
   * @param oldest how long that one had waited whose turn was longest past
   */
  public record Round(int due, List<RuntimeException> failures, Duration oldest) {

    /**
     * Fails if any item did.
     *
     * @param items what they are, in the plural
     * @throws IllegalStateException with the failure of each
     */
    public void requireSuccess(String items) {
      if (!failures.isEmpty()) {
        IllegalStateException all =
            new IllegalStateException(failures.size() + " " + items + " failed");
        failures.forEach(all::addSuppressed);
        throw all;
      }
    }
  }

  /** The round under way. */
  private static final class Progress {
    private final List<RuntimeException> failures = new ArrayList<>();
    private int due;
    private Duration oldest = Duration.ZERO;

    /** Takes an item in: those whose turn is longest past come first in their shard. */
    private void found(Item item, Instant now) {
      due++;
      Duration waited = dueAt(item).map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
      oldest = waited.compareTo(oldest) > 0 ? waited : oldest;
    }
  }

  /**
   * Works on what is due; what is left when the time is over is the next round's. One that fails
   * does not keep the others.
   *
   * @param timeLeft whether there is time for one more
   */
  public Round work(List<String> shards, BooleanSupplier timeLeft, Consumer<Item> work) {
    Progress progress = new Progress();
    for (String shard : shards) {
      work(shard, timeLeft, work, progress);
    }
    return new Round(progress.due, List.copyOf(progress.failures), progress.oldest);
  }

  private void work(
      String shard, BooleanSupplier timeLeft, Consumer<Item> work, Progress progress) {
    Query query =
        Query.of(Query.Index.DUE, shard, PAGE).between("0", Timestamps.text(clock.instant()));
    Page page;
    do {
      page = table.query(query);
      Instant now = clock.instant();
      List<Item> due = due(page, now);
      due.forEach(item -> progress.found(item, now));
      for (Item item : due) {
        if (!timeLeft.getAsBoolean()) {
          return;
        }
        try {
          work.accept(item);
        } catch (RuntimeException failure) {
          progress.failures.add(failure);
        }
      }
      query = query.after(page.next());
    } while (page.next().isPresent());
  }

  /** Returns the items themselves that are due still. */
  private List<Item> due(Page page, Instant now) {
    if (page.items().isEmpty()) {
      return List.of();
    }
    Items items = table.read(page.items().stream().map(Item::key).toList());
    return page.items().stream()
        .flatMap(entry -> items.at(entry.key()).stream())
        .filter(item -> dueAt(item).filter(at -> !now.isBefore(at)).isPresent())
        .toList();
  }

  private static Optional<Instant> dueAt(Item item) {
    return item.fields().optionalInstant(Query.Index.DUE.sort());
  }

  /** Writes unless somebody else has written meanwhile: then that stands. */
  public boolean write(Write write) {
    try {
      table.write(List.of(write));
      return true;
    } catch (ConflictException _) {
      return false;
    }
  }
}
