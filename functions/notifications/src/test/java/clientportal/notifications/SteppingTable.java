package clientportal.notifications;

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

/** A table each call of which is a step. */
record SteppingTable(Table table, Steps steps) implements Table {

  @Override
  public Items read(Collection<Key> keys) {
    return steps.take(() -> table.read(keys));
  }

  @Override
  public Page query(PageQuery query) {
    return steps.take(() -> table.query(query));
  }

  @Override
  public void write(List<Write> writes) {
    steps.take(() -> {
      table.write(writes);
      return writes;
    });
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    return steps.take(() -> table.update(update));
  }
}
