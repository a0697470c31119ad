package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.fixture.Applications;
import clientportal.local.fixture.ScriptedHandler;
import clientportal.local.fixture.TestClock;
import clientportal.local.functions.FunctionHost;
import clientportal.local.template.Application;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two schedules, at fifteen seconds past a minute, by a clock that only the test moves. */
@Timeout(30)
final class SchedulesTest {
  private static final Application.AsyncInvocation ONCE =
      new Application.AsyncInvocation(0, Optional.empty());
  private static final Application.Function TICK =
      Applications.function(
          "SchedulesTest-Tick", new Application.ScheduleSource("tick", Optional.empty(), ONCE));
  private static final Application.Function WITH_INPUT =
      Applications.function(
          "SchedulesTest-Told",
          new Application.ScheduleSource("with-input", Optional.of("the input"), ONCE));

  private final TestClock clock = new TestClock();
  private final Activity activity = new Activity();
  private final Queues queues = new Queues(List.of(), clock, Optional.empty());
  private final FunctionHost functions = Applications.host(clock, TICK, WITH_INPUT);
  private final AsyncInvoker invoker = new AsyncInvoker(functions, queues, activity, clock);
  private final Schedules schedules =
      new Schedules(Applications.of(TICK, WITH_INPUT), invoker, clock);
  private final Queue<String> ticks = new ConcurrentLinkedQueue<>();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void script() {
    ScriptedHandler.script(TICK.name(), (_, event) -> Boolean.toString(ticks.add(event)));
    ScriptedHandler.script(WITH_INPUT.name(), (_, event) -> Boolean.toString(received.add(event)));
  }

  @AfterEach
  void stop() {
    schedules.close();
    invoker.close();
    functions.close();
  }

  private void move(Duration by) {
    clock.advance(by);
    schedules.clockMoved();
    // What fires is under way before the clock's move returns.
    while (!activity.list().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aMinuteThatPasses_firesEachOnce() {
    move(Duration.ofSeconds(44));
    assertThat(ticks).isEmpty();

    move(Duration.ofSeconds(1));
    assertThat(ticks).hasSize(1);
    assertThat(received).containsExactly("the input");

    move(Duration.ofSeconds(59));
    assertThat(ticks).hasSize(1);

    move(Duration.ofSeconds(1));
    assertThat(ticks).hasSize(2);
  }

  @Test
  void manyMinutesAtOnce_fireEachOnce() {
    move(Duration.ofDays(3));

    assertThat(ticks).hasSize(1);
    assertThat(received).hasSize(1);
  }

  @Test
  void aClockThatIsMovedNowhere_firesNothing() {
    move(Duration.ZERO);

    assertThat(ticks).isEmpty();
  }

  @Test
  void firingByHand_leavesTheScheduleUnchanged() {
    schedules.fireAll();
    move(Duration.ofMinutes(1));

    assertThat(ticks).hasSize(2);
  }

  @Test
  void runningSchedules_doNotFireAMinuteTwice() {
    schedules.start();
    for (int minute = 1; minute <= 20; minute++) {
      move(Duration.ofMinutes(1));
      assertThat(ticks).hasSize(minute);
    }
  }

  @Test
  void theEvent_isTheSchedulers() throws Exception {
    move(Duration.ofMinutes(1));

    JsonNode event = new ObjectMapper().readTree(ticks.element());
    assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.path("time").asText()).isEqualTo("2026-03-01T09:31:15Z");
    assertThat(event.path("resources").path(0).asText())
        .isEqualTo("arn:aws:scheduler:eu-central-1:000000000000:schedule/default/tick");
  }

  @Test
  void anApplicationWithoutSchedules_hasNone() {
    assertThat(schedules.isEmpty()).isFalse();
    assertThat(new Schedules(Applications.of(Applications.function("a")), invoker, clock).isEmpty())
        .isTrue();
  }
}
