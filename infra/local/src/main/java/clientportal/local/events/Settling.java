package clientportal.local.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until no asynchronous work is under way or due. */
public final class Settling {
  /** A round of schedules may cause work for the next; this bounds an endless chain. */
  private static final int MOST_ROUNDS = 5;

  private static final long LOOK_MILLIS = 5;

  private final Activity activity;
  private final Queues queues;
  private final Pumps pumps;
  private final Schedules schedules;

  public Settling(Activity activity, Queues queues, Pumps pumps, Schedules schedules) {
    this.activity = activity;
    this.queues = queues;
    this.pumps = pumps;
    this.schedules = schedules;
  }

  /** Returns the work that is still under way when the time is over; usually none. */
  public List<String> settle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!awaitIdle(end)) {
        return underWay();
      }
      if (schedules.isEmpty()) {
        return List.of();
      }
      long before = queues.changes();
      schedules.fireAll();
      if (!awaitIdle(end)) {
        return underWay();
      }
      if (queues.changes() == before) {
        return List.of(); // the schedules caused no more work
      }
    }
    return underWay();
  }

  private boolean awaitIdle(long end) throws InterruptedException {
    while (true) {
      long rest = (end - System.nanoTime()) / 1_000_000;
      if (rest <= 0) {
        return false;
      }
      if (isIdle(rest)) {
        return true;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Work can move while this looks, so that nothing may have changed between its two looks. */
  private boolean isIdle(long millis) throws InterruptedException {
    long before = queues.changes() + activity.ended();
    boolean idle = underWay().isEmpty() && pumps.streamsDrained(millis) && underWay().isEmpty();
    return idle && before == queues.changes() + activity.ended();
  }

  private List<String> underWay() {
    List<String> list = new ArrayList<>(activity.list());
    for (LocalQueue queue : pumps.consumed()) {
      int count = queue.messages().size();
      if (count > 0) {
        list.add(count + " in queue " + queue.name());
      }
    }
    return list;
  }
}
