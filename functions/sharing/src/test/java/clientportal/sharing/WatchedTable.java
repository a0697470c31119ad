package clientportal.sharing;

import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A table whose calls are counted, and where others write between a read and the write. */
final class WatchedTable implements Table {
  private final Table table;
  private final Runnable meanwhile;
  int reads;
  int queries;
  int writes;

  WatchedTable(Table table, Runnable meanwhile) {
    this.table = table;
    this.meanwhile = meanwhile;
  }

  @Override
  public Items read(Collection<Key> keys) {
    reads++;
    return table.read(keys);
  }

  @Override
  public Page query(PageQuery query) {
    queries++;
    return table.query(query);
  }

  @Override
  public void write(List<Write> transaction) {
    writes++;
    meanwhile.run();
    table.write(transaction);
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    return table.update(update);
  }
}
