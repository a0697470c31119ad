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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A function that is tried again once, and whose failures are kept. */
@Timeout(30)
final class AsyncInvokerTest {
  private static final Application.Queue LOST =
      Applications.queue("Lost", Duration.ZERO, Optional.empty());
  private static final Application.Function FUNCTION = function(Optional.of(LOST.arn()));

  private final TestClock clock = new TestClock();
  private final Activity activity = new Activity();
  private final Queues queues = new Queues(List.of(LOST), clock, Optional.empty());
  private final FunctionHost functions = Applications.host(clock, FUNCTION);
  private final AsyncInvoker invoker = new AsyncInvoker(functions, queues, activity, clock);
  private final AtomicInteger calls = new AtomicInteger();

  private static Application.Function function(Optional<String> onFailure) {
    Application.Function plain = Applications.function("AsyncInvokerTest");
    return new Application.Function(
        plain.name(),
        plain.arn(),
        plain.handler(),
        plain.timeout(),
        plain.memory(),
        plain.environment(),
        plain.sources(),
        new Application.AsyncInvocation(1, onFailure),
        plain.role(),
        plain.version());
  }

  @AfterEach
  void stop() {
    invoker.close();
    functions.close();
  }

  private void invoke(Application.Function function, int failures) {
    ScriptedHandler.script(
        function.name(),
        (_, event) -> {
          if (calls.incrementAndGet() <= failures) {
            throw new IllegalStateException("failure " + calls + " of " + event);
          }
          return "";
        });
    invoker.invoke(function, "{\"a\":1}");
    while (!activity.list().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void anInvocation_returnsAtOnce_andIsShownAsUnderWay() {
    CountDownLatch go = new CountDownLatch(1);
    ScriptedHandler.script(
        FUNCTION.name(),
        (_, _) -> {
          go.await();
          return "";
        });

    invoker.invoke(FUNCTION, "{}");

    assertThat(activity.list()).containsExactly(FUNCTION.name());
    go.countDown();
  }

  @Test
  void aSuccessfulInvocation_isDoneOnce() {
    invoke(FUNCTION, 0);

    assertThat(calls).hasValue(1);
    assertThat(queues.byArn(LOST.arn()).messages()).isEmpty();
  }

  @Test
  void aFailedInvocation_isTriedAgain() {
    invoke(FUNCTION, 1);

    assertThat(calls).hasValue(2);
    assertThat(queues.byArn(LOST.arn()).messages()).isEmpty();
  }

  @Test
  void anInvocationThatAlwaysFails_isKept_withItsEventAndItsFailure() throws Exception {
    invoke(FUNCTION, 2);

    assertThat(calls).hasValue(2);
    JsonNode deadLetter =
        new ObjectMapper().readTree(queues.byArn(LOST.arn()).messages().getFirst().body());
    assertThat(deadLetter.path("requestPayload").asText()).isEqualTo("{\"a\":1}");
    assertThat(deadLetter.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
    assertThat(deadLetter.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(deadLetter.at("/requestContext/functionArn").asText())
        .isEqualTo(FUNCTION.arn() + ":live");
    assertThat(deadLetter.at("/responsePayload/errorMessage").asText()).contains("failure 2 of");
    assertThat(deadLetter.path("timestamp").asText()).isEqualTo(clock.instant().toString());
  }

  @Test
  void withoutADestination_itIsLost() {
    invoke(function(Optional.empty()), 2);

    assertThat(calls).hasValue(2);
    assertThat(queues.byArn(LOST.arn()).messages()).isEmpty();
  }
}
