package clientportal.platform.table;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A table in which others act once, just before the first write that goes through it. */
public final class InterleavedTable implements Table {
  private final Table table;
  private Optional<Runnable> others;

  public InterleavedTable(Table table, Runnable others) {
    this.table = table;
    this.others = Optional.of(others);
  }

  private void letOthersAct() {
    Optional<Runnable> now = others;
    others = Optional.empty();
    now.ifPresent(Runnable::run);
  }

  @Override
  public Items read(Collection<Key> keys) {
    return table.read(keys);
  }

  @Override
  public Page query(Query query) {
    return table.query(query);
  }

  @Override
  public void write(List<Write> writes) {
    letOthersAct();
    table.write(writes);
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    letOthersAct();
    return table.update(update);
  }
}
