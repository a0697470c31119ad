package clientportal.local.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the work under way, so that a caller can wait until there is none. */
public final class Activity {
  /** Work that is not counted. */
  public static final Work NOTHING = () -> {};

  private final Map<String, Integer> underWay = new TreeMap<>();
  private long ended;

  /** A piece of work, under way until it is closed. */
  @FunctionalInterface
  public interface Work extends AutoCloseable {
    @Override
    void close();
  }

  /** Counts a piece of work from now until it is closed. */
  public synchronized Work begin(String what) {
    underWay.merge(what, 1, Integer::sum);
    return () -> end(what);
  }

  private synchronized void end(String what) {
    underWay.computeIfPresent(what, (key, count) -> count == 1 ? null : count - 1);
    ended++;
  }

  /** The number of pieces of work that have ended so far. */
  synchronized long ended() {
    return ended;
  }

  /** The work under way, as text for people. */
  synchronized List<String> list() {
    List<String> list = new ArrayList<>();
    underWay.forEach((what, count) -> list.add(count == 1 ? what : count + " × " + what));
    return list;
  }
}
