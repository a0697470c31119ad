package clientportal.uploads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored bytes in memory, for tests without S3; it counts the calls. */
public final class InMemoryFiles implements StoredFiles {
  private final Map<ObjectKey, Stored> stored = new HashMap<>();
  private final Map<ObjectKey, byte[]> bytes = new HashMap<>();

  /** Of all objects: none is ever replaced by other bytes, except where a test says so. */
  public static final String E_TAG = "3858f62230ac3c915f300c664312c63f";

  /** The results of malware scans. */
  public final Map<ObjectKey, Verdict> verdicts = new HashMap<>();

  public final List<String> calls = new ArrayList<>();

  public void put(ObjectKey key, Stored description, byte[] content) {
    stored.put(key, description);
    bytes.put(key, content);
  }

  @Override
  public Optional<Stored> stored(ObjectKey key) {
    calls.add("head");
    return Optional.ofNullable(stored.get(key));
  }

  @Override
  public Optional<byte[]> firstBytes(ObjectKey key, int most) {
    calls.add("range");
    return Optional.ofNullable(bytes.get(key))
        .map(all -> Arrays.copyOf(all, Math.min(most, all.length)));
  }

  @Override
  public Optional<Verdict> verdict(ObjectKey key) {
    calls.add("tags");
    return Optional.ofNullable(verdicts.get(key));
  }

  @Override
  public void delete(ObjectKey key) {
    calls.add("delete");
    stored.remove(key);
    bytes.remove(key);
  }
}
