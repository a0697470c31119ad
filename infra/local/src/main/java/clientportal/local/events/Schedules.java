package clientportal.local.events;

import clientportal.local.template.Application;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fires the schedules, which all run each minute, by the stack's clock. */
public final class Schedules implements AutoCloseable {
  private final Application application;
  private final AsyncInvoker invoker;
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private final Object moved = new Object();
  private Instant lastMinute;
  private @Nullable Thread thread;

  private record Entry(Application.Function function, Application.ScheduleSource schedule) {}

  public Schedules(Application application, AsyncInvoker invoker, Clock clock) {
    this.application = application;
    this.invoker = invoker;
    this.clock = clock;
    this.lastMinute = minute();
    for (Application.Function function : application.functions()) {
      for (Application.Source source : function.sources()) {
        if (source instanceof Application.ScheduleSource schedule) {
          entries.add(new Entry(function, schedule));
        }
      }
    }
  }

  /** Starts to fire at each full minute. */
  public void start() {
    thread = Thread.ofVirtual().name("schedules").start(this::run);
  }

  /** Fires once if the clock was moved past a full minute, however far it was moved. */
  public void clockMoved() {
    synchronized (moved) {
      fireIfDue();
      moved.notifyAll();
    }
  }

  /** Fires every schedule now. */
  void fireAll() {
    for (Entry entry : entries) {
      invoker.invoke(entry.function(), entry.schedule().input().orElseGet(() -> event(entry)));
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  private void run() {
    try {
      while (true) {
        synchronized (moved) {
          fireIfDue();
          Duration rest = Duration.between(clock.instant(), lastMinute.plus(Duration.ofMinutes(1)));
          moved.wait(Math.max(1, rest.toMillis()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fireIfDue() {
    Instant minute = minute();
    if (minute.isAfter(lastMinute)) {
      lastMinute = minute;
      fireAll();
    }
  }

  private Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  private String event(Entry entry) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler");
    event.put("account", application.place().accountId());
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", application.place().region());
    event.put(
        "resources",
        List.of(
            "arn:aws:scheduler:%s:%s:schedule/default/%s"
                .formatted(
                    application.place().region(),
                    application.place().accountId(),
                    entry.schedule().name())));
    event.put("detail", "{}");
    return Json.write(event);
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
