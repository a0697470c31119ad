package clientportal.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored bytes in memory, for tests without S3; it counts the calls. */
final class StoredFiles implements DocumentFiles {
  private final Map<ObjectKey, Stored> stored = new HashMap<>();
  private final Map<ObjectKey, byte[]> bytes = new HashMap<>();
  final List<String> calls = new ArrayList<>();

  void put(ObjectKey key, Stored description, byte[] content) {
    stored.put(key, description);
    bytes.put(key, content);
  }

  @Override
  public Optional<Stored> stored(ObjectKey key) {
    calls.add("head");
    return Optional.ofNullable(stored.get(key));
  }

  @Override
  public byte[] firstBytes(ObjectKey key, int most) {
    calls.add("range");
    byte[] all = bytes.getOrDefault(key, new byte[0]);
    return Arrays.copyOf(all, Math.min(most, all.length));
  }

  @Override
  public void delete(ObjectKey key) {
    calls.add("delete");
    stored.remove(key);
    bytes.remove(key);
  }
}
