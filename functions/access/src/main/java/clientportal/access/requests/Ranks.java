package clientportal.access.requests;

import java.util.OptionalLong;

/**
 * The places of the items of an engagement: numbers with room between them, so that an item moves
 * by one write.
 */
final class Ranks {
  /** The room between two items that follow each other. */
  static final long STEP = 1_000_000;

  private Ranks() {}

  /** Returns the rank of an item that is added at the end. */
  static long after(long last) {
    return last + STEP;
  }

  /** Returns a rank between two others, of which the first is lower; empty if there is no room. */
  static OptionalLong between(long before, long after) {
    long middle = before + (after - before) / 2;
    return middle > before ? OptionalLong.of(middle) : OptionalLong.empty();
  }

  /** Returns the rank of the item at an index, if all are ranked anew. */
  static long anew(int index) {
    return (index + 1) * STEP;
  }
}
