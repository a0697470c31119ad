package clientportal.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The stack's clock: the machine's, plus an offset that can only grow. */
public final class StackClock extends Clock {
  private final Clock base = Clock.systemUTC();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration offset;

  StackClock(Duration offset) {
    this.offset = offset;
  }

  /** Moves the clock forward and returns the new time; a negative duration is refused. */
  public Instant advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward: " + by);
    }
    synchronized (this) {
      offset = offset.plus(by);
    }
    listeners.forEach(Runnable::run);
    return instant();
  }

  Duration offset() {
    return offset;
  }

  void onAdvance(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return base.withZone(zone).equals(base) ? this : Clock.offset(base.withZone(zone), offset);
  }
}
