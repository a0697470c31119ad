package clientportal.driver;

import static java.util.Objects.requireNonNull;

import clientportal.local.LocalStack;
import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.dynamodb.TableStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items of a stack's table, as the table's stream says. What one test has changed is read in
 * milliseconds; a scan reads what all tests before it have written.
 */
final class TableMirror {
  private static final Map<LocalStack, TableMirror> OF_STACKS = new ConcurrentHashMap<>();

  /** An item's key, in the order of a scan. */
  record Key(String pk, String sk) implements Comparable<Key> {
    private static Key of(Map<?, ?> keys) {
      return new Key(text(keys, "PK"), text(keys, "SK"));
    }

    private static String text(Map<?, ?> keys, String name) {
      return String.valueOf(map(keys, name).get("S"));
    }

    @Override
    public int compareTo(Key other) {
      int byPartition = pk.compareTo(other.pk);
      return byPartition == 0 ? sk.compareTo(other.sk) : byPartition;
    }
  }

  private final TableStream stream;
  private final SortedMap<Key, Object> items = new TreeMap<>();

  private TableMirror(TableStream stream) {
    this.stream = stream;
  }

  static TableMirror of(LocalStack stack) {
    return OF_STACKS.computeIfAbsent(
        stack, is -> new TableMirror(is.stream(is.application().tables().getFirst())));
  }

  /** Returns the items as they are now; nothing may be under way. */
  synchronized SortedMap<Key, Object> items() {
    List<TableStream.Batch> batches = stream.read();
    while (!batches.isEmpty()) {
      for (TableStream.Batch batch : batches) {
        batch.records().forEach(this::apply);
        stream.handled(batch.shardId(), batch.records().getLast());
      }
      batches = stream.read();
    }
    return new TreeMap<>(items);
  }

  private void apply(StreamRecord record) {
    Map<?, ?> change = map(record.json(), "dynamodb");
    Key key = Key.of(map(change, "Keys"));
    if (change.get("NewImage") instanceof Map<?, ?> image) {
      items.put(key, image);
    } else {
      items.remove(key);
    }
  }

  private static Map<?, ?> map(Map<?, ?> parent, String name) {
    return (Map<?, ?>) requireNonNull(parent.get(name));
  }
}
