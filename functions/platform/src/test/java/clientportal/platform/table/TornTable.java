package clientportal.platform.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The table as one caller sees it while others write. A read of several keys, or a query, that
 * overlaps with the writes of others sees each changed item as it was before or as it is after,
 * independently of the rest; a query that is not consistent, and each of an index, also does so
 * later on. Only {@link #readSnapshot} is of one moment. Which of all this happens is asked of
 * {@code choices}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">isolation
 *     levels of transactions</a>
 */
public final class TornTable implements Table {
  private final InMemoryTable table;
  private final List<Runnable> others;
  private final IntUnaryOperator choices;
  private Map<Key, Item> before;
  private int acted;

  /**
   * Stands before a table.
   *
   * @param others what others do, one after another
   * @param choices returns one of as many options as it is asked for, from 0
   */
  public TornTable(InMemoryTable table, List<Runnable> others, IntUnaryOperator choices) {
    this.table = table;
    this.others = others;
    this.choices = choices;
    this.before = table.everything();
  }

  /** Lets others do what they have not done yet. */
  public void finish() {
    while (acted < others.size()) {
      others.get(acted++).run();
    }
  }

  /** Lets others act now, or not yet; returns whether they did. */
  private boolean othersAct() {
    if (acted == others.size() || choices.applyAsInt(2) == 0) {
      return false;
    }
    before = table.everything();
    others.get(acted++).run();
    return true;
  }

  @Override
  public Items read(Collection<Key> keys) {
    return othersAct() ? torn(new HashSet<>(keys)).read(keys) : table.read(keys);
  }

  @Override
  public Items readSnapshot(Collection<Key> keys) {
    othersAct();
    return table.readSnapshot(keys);
  }

  @Override
  public Page query(PageQuery page) {
    Query query = page.query();
    boolean overlaps = othersAct();
    boolean late = acted > 0 && !(query.consistent() && query.index() == Query.Index.TABLE);
    if (!overlaps && !late) {
      return table.query(page);
    }
    Set<Key> seen = new HashSet<>();
    for (Map<Key, Item> state : List.of(before, table.everything())) {
      state.values().stream()
          .filter(item -> query.partitionOf(item).equals(Optional.of(query.partition())))
          .forEach(item -> seen.add(item.key()));
    }
    return torn(seen).query(page);
  }

  /** Returns a table with each of the keys as it was before, or as it is now. */
  private InMemoryTable torn(Set<Key> keys) {
    Map<Key, Item> seen = new HashMap<>(table.everything());
    keys.stream()
        .filter(
            key -> !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(seen.get(key))))
        .sorted(Comparator.comparing(Key::sk))
        .toList()
        .forEach(key -> {
          if (choices.applyAsInt(2) == 0) {
            Optional.ofNullable(before.get(key))
                .ifPresentOrElse(old -> seen.put(key, old), () -> seen.remove(key));
          }
        });
    return InMemoryTable.of(seen.values());
  }

  @Override
  public void write(List<Write> writes) {
    othersAct();
    table.write(writes);
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    othersAct();
    return table.update(update);
  }
}
