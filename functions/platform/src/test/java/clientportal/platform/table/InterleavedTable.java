package clientportal.platform.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A table in which others act once, just before one of the calls to it. */
public final class InterleavedTable implements Table {
  private static final int FIRST_WRITE = 0;

  private final Table table;
  private final int at;
  private int calls;
  private Optional<Runnable> others;

  private InterleavedTable(Table table, int at, Runnable others) {
    this.table = table;
    this.at = at;
    this.others = Optional.of(others);
  }

  /** Lets others act just before the first write. */
  public InterleavedTable(Table table, Runnable others) {
    this(table, FIRST_WRITE, others);
  }

  /** Lets others act just before the call with this number, counted from 1, of any kind. */
  public static InterleavedTable beforeCall(int call, Table table, Runnable others) {
    return new InterleavedTable(table, call, others);
  }

  /** Tells whether others have acted, which they do only if there were enough calls. */
  public boolean othersHaveActed() {
    return others.isEmpty();
  }

  private <T> T call(boolean write, Supplier<T> call) {
    calls++;
    if (at == FIRST_WRITE ? write : calls == at) {
      Optional<Runnable> now = others;
      others = Optional.empty();
      now.ifPresent(Runnable::run);
    }
    return call.get();
  }

  @Override
  public Items read(Collection<Key> keys) {
    return call(false, () -> table.read(keys));
  }

  @Override
  public Page query(PageQuery query) {
    return call(false, () -> table.query(query));
  }

  @Override
  public void write(List<Write> writes) {
    call(
        true,
        () -> {
          table.write(writes);
          return writes;
        });
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    return call(true, () -> table.update(update));
  }
}
