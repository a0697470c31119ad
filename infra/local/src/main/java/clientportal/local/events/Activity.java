package clientportal.local.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is under way, so that somebody can wait until nothing is. */
public final class Activity {
  /** Work that nobody waits for. */
  public static final Work NOTHING = () -> {};

  private final Map<String, Integer> underWay = new TreeMap<>();
  private long ended;

  /** Ends when it is closed. */
  @FunctionalInterface
  public interface Work extends AutoCloseable {
    @Override
    void close();
  }

  /** Counts from now until the work is closed. */
  public synchronized Work begin(String what) {
    underWay.merge(what, 1, Integer::sum);
    return () -> end(what);
  }

  private synchronized void end(String what) {
    underWay.computeIfPresent(what, (key, count) -> count == 1 ? null : count - 1);
    ended++;
  }

  /** How many pieces of work have ended so far. */
  synchronized long ended() {
    return ended;
  }

  /** What is under way now, for a person to read. */
  synchronized List<String> list() {
    List<String> list = new ArrayList<>();
    underWay.forEach((what, count) -> list.add(count == 1 ? what : count + " × " + what));
    return list;
  }
}
