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
 * A queue. A failed message becomes visible again after a short pause instead of its visibility
 * timeout, so that a test of the retries takes a second and need not move the clock, which would
 * expire sessions and links. A message in flight is received by nobody else: its invocation ends
 * before the visibility timeout. A message in flight when the stack stops is visible at the next
 * start.
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

  /** The queue's name. */
  public String name() {
    return queue.name();
  }

  String arn() {
    return queue.arn();
  }

  void deadLetters(LocalQueue target) {
    deadLetters = Optional.of(target);
  }

  /** Sends a message to the queue. */
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

  /** Waits until messages are visible by the stack's clock and receives at most this many. */
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

  /** Makes retried messages visible and wakes the readers after a move of the clock. */
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

  /** Returns a failed message to the queue, or moves it to the dead-letter queue. */
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

  /** All messages in the queue, including those in flight. */
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

  /** Moves every message to another queue and resets its receive count. */
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
