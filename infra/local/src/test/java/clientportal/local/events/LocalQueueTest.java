package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clientportal.local.fixture.Applications;
import clientportal.local.fixture.TestClock;
import clientportal.local.template.Application;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A queue with two tries and a stopped clock: a failed message is visible once the clock is moved.
 */
@Timeout(30)
final class LocalQueueTest {
  private static final Application.Queue DEAD_LETTERS =
      Applications.queue("Letters", Duration.ZERO, Optional.empty());
  private static final Application.Queue WORK =
      Applications.queue(
          "app-Work",
          Duration.ZERO,
          Optional.of(new Application.DeadLetters(DEAD_LETTERS.arn(), 2)));
  private static final Application.Queue LATE =
      Applications.queue("app-Late", Duration.ofSeconds(10), Optional.empty());

  private final TestClock clock = new TestClock();
  private final Queues queues = queues(Optional.empty());
  private final LocalQueue work = queues.byName("Work");
  private final LocalQueue deadLetters = queues.byName("Letters");
  private final LocalQueue late = queues.byName("Late");

  private Queues queues(Optional<Path> file) {
    return new Queues(List.of(WORK, DEAD_LETTERS, LATE), clock, file);
  }

  private static void send(LocalQueue queue, String... bodies) {
    for (String body : bodies) {
      queue.send(body, Map.of());
    }
  }

  private static List<String> bodies(List<QueuedMessage> messages) {
    return messages.stream().map(QueuedMessage::body).toList();
  }

  @Test
  void messages_areReceivedInOrder_notMoreThanAskedFor() throws Exception {
    send(work, "a", "b", "c");

    assertThat(bodies(work.receive(2))).containsExactly("a", "b");
    assertThat(bodies(work.receive(2))).containsExactly("c");
  }

  @Test
  void anEmptyQueue_waitsForAMessage() throws Exception {
    FutureTask<List<QueuedMessage>> waiting = new FutureTask<>(() -> work.receive(10));
    Thread thread = Thread.ofPlatform().start(waiting);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    send(work, "a");

    assertThat(bodies(waiting.get(20, TimeUnit.SECONDS))).containsExactly("a");
  }

  @Test
  void aReceivedMessage_isHidden_untilItIsGivenBack() throws Exception {
    send(work, "a");
    QueuedMessage taken = work.receive(10).getFirst();
    send(work, "b");

    assertThat(bodies(work.receive(10))).containsExactly("b");
    assertThat(bodies(work.messages())).containsExactly("a", "b");

    work.release(taken);
    queues.clockMoved();

    assertThat(bodies(work.receive(10))).containsExactly("a");
  }

  @Test
  void aDeletedMessage_isGone() throws Exception {
    send(work, "a");

    work.delete(work.receive(10).getFirst());

    assertThat(work.messages()).isEmpty();
  }

  @Test
  void aFailedMessage_isTriedAgainLater_theMoreTriesTheLater() throws Exception {
    send(late, "a");
    clock.advance(Duration.ofSeconds(10));
    for (int tries = 1; tries <= 3; tries++) {
      QueuedMessage message = late.receive(10).getFirst();
      assertThat(message.received()).isEqualTo(tries);
      late.release(message);
      assertThat(late.messages().getFirst().visibleAt() - clock.millis()).isEqualTo(tries * 100L);
      clock.advance(Duration.ofMillis(tries * 100L));
    }
  }

  @Test
  void aPauseAfterAFailure_keepsNothingElseBack_andEndsWhenTheClockIsMoved() throws Exception {
    send(work, "fails", "waits");
    work.release(work.receive(1).getFirst());

    assertThat(bodies(work.receive(10))).containsExactly("waits");

    clock.advance(Duration.ofMillis(1));
    queues.clockMoved();

    assertThat(work.receive(10))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.body()).isEqualTo("fails");
          assertThat(message.received()).isEqualTo(2);
          assertThat(message.firstReceivedAt()).isEqualTo(clock.millis() - 1);
        });
  }

  @Test
  void aDelay_isWaitedFor_alsoWhenTheClockIsMoved() throws Exception {
    send(late, "early");
    clock.advance(Duration.ofSeconds(5));
    send(late, "later");
    queues.clockMoved();
    clock.advance(Duration.ofSeconds(5));
    queues.clockMoved();

    assertThat(bodies(late.receive(10))).containsExactly("early");
  }

  @Test
  void theLastFailure_movesToTheDeadLetters_andARedriveCountsAnew() throws Exception {
    send(work, "poison");
    work.release(work.receive(10).getFirst());
    queues.clockMoved();
    assertThat(deadLetters.messages()).isEmpty();
    work.release(work.receive(10).getFirst());

    assertThat(work.messages()).isEmpty();
    assertThat(deadLetters.messages())
        .singleElement()
        .satisfies(deadLetter -> {
          assertThat(deadLetter.body()).isEqualTo("poison");
          assertThat(deadLetter.received()).isEqualTo(2);
        });

    queues.redrive(deadLetters);

    assertThat(deadLetters.messages()).isEmpty();
    assertThat(work.receive(10))
        .singleElement()
        .satisfies(again -> assertThat(again.received()).isEqualTo(1));
  }

  @Test
  void aQueueThatIsNoDeadLetterQueue_isNotRedriven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queues.redrive(work))
        .withMessageContaining("app-Work");
  }

  @Test
  void eachChange_isCounted() throws Exception {
    long before = queues.changes();
    send(work, "a", "b");
    List<QueuedMessage> taken = work.receive(10);
    assertThat(queues.changes()).isEqualTo(before + 2);

    work.delete(taken.getFirst());
    work.release(taken.getLast());

    assertThat(queues.changes()).isEqualTo(before + 4);
  }

  @Test
  void storedMessages_areThereAtTheNextStart_thoseInFlightToo(@TempDir Path folder)
      throws Exception {
    Optional<Path> file = Optional.of(folder.resolve("queues.json"));
    LocalQueue before = queues(file).byName("Work");
    before.send("a", Map.of("kind", new QueuedMessage.Attribute("String", "x")));
    QueuedMessage taken = before.receive(10).getFirst();
    send(before, "b");

    List<QueuedMessage> after = queues(file).byName("Work").receive(10);

    assertThat(bodies(after)).containsExactly("a", "b");
    assertThat(after.getFirst().attributes()).isEqualTo(taken.attributes());
    assertThat(after.getFirst().received()).isEqualTo(2);
  }

  @Test
  void aStoppedReceiver_waitsNoMore() throws Exception {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                interrupted.complete(work.receive(10).isEmpty());
              } catch (InterruptedException e) {
                interrupted.complete(true);
              }
            });

    thread.interrupt();

    assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
  }
}
