package clientportal.platform.table;

import clientportal.platform.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that is due, by the sparse index {@code Due}: done in rounds, each of which goes through all
 * shards. The index is moments behind the table, so every item is read again first. Work on an item
 * starts with a lease on it, by {@link Table#tryWrite}, so that an item that fails is due again
 * later and does not delay others.
 */
public record DueItems(Table table, Clock clock) {
  private static final int PAGE = 25;

  /**
   * What a round found.
   *
   * @param due how many items
   * @param failures of those items that failed
   * @param oldest how long ago the oldest item was due
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

    private void add(Item item, Instant now) {
      due++;
      Duration waited = dueAt(item).map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
      oldest = waited.compareTo(oldest) > 0 ? waited : oldest;
    }
  }

  /**
   * Works on the items that are due, until the time is over; the next round does the rest. An item
   * that fails does not stop the others.
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
    Query query = Query.of(Query.Index.DUE, shard).between("0", Timestamps.text(clock.instant()));
    Iterator<Page> pages = table.pages(query.limit(PAGE)).iterator();
    while (pages.hasNext()) {
      Instant now = clock.instant();
      List<Item> due = due(pages.next(), now);
      due.forEach(item -> progress.add(item, now));
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
    }
  }

  /** Returns the items themselves, without those that are no longer due. */
  private List<Item> due(Page page, Instant now) {
    Items items = table.read(page.items().stream().map(Item::key).toList());
    return page.items().stream()
        .flatMap(entry -> items.at(entry.key()).stream())
        .filter(item -> dueAt(item).filter(at -> !now.isBefore(at)).isPresent())
        .toList();
  }

  private static Optional<Instant> dueAt(Item item) {
    return item.fields().optionalInstant(Query.Index.DUE.sort());
  }
}
