package clientportal.local.events;

import clientportal.local.template.Application;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue. A message that failed is visible again after a short pause rather than after its whole
 * visibility time-out: whoever waits for the outcome of its tries then waits for a second, and need
 * not move the clock, which would end sessions and links on the way. While a function has a message
 * nobody else gets it: the invocation ends before the time-out that the template gives, and what
 * was in flight when the stack stopped is visible at the next start.
 */
public final class LocalQueue {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Application.Queue queue;
  private final Clock clock;
  private final Runnable changed;
  private final Map<String, QueuedMessage> waiting = new LinkedHashMap<>();
  private final Map<String, QueuedMessage> inFlight = new LinkedHashMap<>();
  private final Lock lock = new ReentrantLock();
  private final Condition mayBeVisible = lock.newCondition();
  private Optional<LocalQueue> deadLetters = Optional.empty();

  LocalQueue(Application.Queue queue, Clock clock, Runnable changed) {
    this.queue = queue;
    this.clock = clock;
    this.changed = changed;
  }

  /** Its name. */
  public String name() {
    return queue.name();
  }

  String arn() {
    return queue.arn();
  }

  void deadLetters(LocalQueue target) {
    deadLetters = Optional.of(target);
  }

  /** Puts a message in. */
  public void send(String body, Map<String, QueuedMessage.Attribute> attributes) {
    long now = clock.millis();
    accept(
        new QueuedMessage(
            UUID.randomUUID().toString(),
            body,
            Map.copyOf(attributes),
            now,
            now + queue.delay().toMillis(),
            0,
            0));
  }

  private void accept(QueuedMessage message) {
    lock.lock();
    try {
      waiting.put(message.id(), message);
      mayBeVisible.signalAll();
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  void restore(List<QueuedMessage> messages) {
    messages.forEach(message -> waiting.put(message.id(), message));
  }

  /** Waits until messages are visible by the stack's clock and takes up to so many. */
  List<QueuedMessage> receive(int most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = clock.millis();
        List<QueuedMessage> visible =
            waiting.values().stream()
                .filter(message -> message.visibleAt() <= now)
                .limit(most)
                .toList();
        if (!visible.isEmpty()) {
          List<QueuedMessage> taken = new ArrayList<>();
          for (QueuedMessage message : visible) {
            waiting.remove(message.id());
            QueuedMessage received = message.receivedAt(now);
            inFlight.put(message.id(), received);
            taken.add(received);
          }
          return taken;
        }
        long next = waiting.values().stream().mapToLong(QueuedMessage::visibleAt).min().orElse(-1);
        if (next < 0) {
          mayBeVisible.await();
        } else {
          mayBeVisible.await(next - now, TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks again what is visible, because the clock was moved. */
  void clockMoved() {
    lock.lock();
    try {
      waiting.replaceAll((id, message) -> message.received() > 0 ? message.visibleAt(0) : message);
      mayBeVisible.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void delete(QueuedMessage message) {
    lock.lock();
    try {
      inFlight.remove(message.id());
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  /** Gives back what failed: to be tried again, or to the dead letters. */
  void release(QueuedMessage message) {
    boolean dead =
        queue.deadLetters().isPresent()
            && message.received() >= queue.deadLetters().get().maxReceiveCount();
    QueuedMessage again =
        message.visibleAt(clock.millis() + PAUSE.multipliedBy(message.received()).toMillis());
    if (dead) {
      deadLetters.ifPresent(target -> target.accept(again));
    }
    lock.lock();
    try {
      inFlight.remove(message.id());
      if (!dead) {
        waiting.put(again.id(), again);
        mayBeVisible.signalAll();
      }
    } finally {
      lock.unlock();
    }
    changed.run();
  }

  /** All messages that are in the queue, in flight included. */
  public List<QueuedMessage> messages() {
    lock.lock();
    try {
      List<QueuedMessage> all = new ArrayList<>(inFlight.values());
      all.addAll(waiting.values());
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Sends every message to another queue, its receives counted anew. */
  void redriveTo(LocalQueue target) {
    List<QueuedMessage> all;
    lock.lock();
    try {
      all = List.copyOf(waiting.values());
      waiting.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(message -> target.accept(message.redriven(clock.millis())));
    changed.run();
  }
}
