package clientportal.local.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.local.fixture.Applications;
import clientportal.local.fixture.ScriptedHandler;
import clientportal.local.fixture.TestClock;
import clientportal.local.roles.Roles;
import clientportal.local.template.Application;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FunctionHostTest {
  private static final Application.Function ONE =
      Applications.function(
          "app-One", Duration.ofSeconds(20), Map.of("TABLE", "rows", "OWN", "one"));
  private static final Application.Function OTHER =
      Applications.function("app-Other", Duration.ofSeconds(20), Map.of("OTHERS", "other"));
  private static final Application.Function HASTY =
      Applications.function("app-Hasty", Duration.ofMillis(200), Map.of());
  private static final Application.Function NOWHERE =
      new Application.Function(
          "app-Nowhere",
          "arn:nowhere",
          "clientportal.Nowhere",
          Duration.ofSeconds(1),
          128,
          Map.of(),
          List.of(),
          new Application.AsyncInvocation(0, Optional.empty()),
          Optional.empty(),
          Optional.empty());

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final FunctionHost host =
      new FunctionHost(
          Applications.of(ONE, OTHER, HASTY, NOWHERE),
          new Roles(List.of(ONE, OTHER, HASTY, NOWHERE)),
          Map.of("AWS_ENDPOINT_URL", "http://local", "TABLE", "of the stack"),
          new TestClock(),
          new PrintStream(log, true, UTF_8));

  /** The instances that were at work, by identity. */
  private final Set<ScriptedHandler> instances = ConcurrentHashMap.newKeySet();

  @AfterEach
  void stop() {
    host.close();
  }

  private String invoke(Application.Function function, String event) throws Exception {
    return new String(host.invoke(function.name(), event.getBytes(UTF_8)), UTF_8);
  }

  private FutureTask<String> invokeMeanwhile(Application.Function function, String event) {
    FutureTask<String> task = new FutureTask<>(() -> invoke(function, event));
    Thread.ofVirtual().start(task);
    return task;
  }

  /** Has the function do this, once it is noted which instance is at work. */
  private void script(Application.Function function, ScriptedHandler.Script script) {
    ScriptedHandler.script(
        function.name(),
        (instance, event) -> {
          instances.add(instance);
          return script.answer(instance, event);
        });
  }

  private static String await(FutureTask<String> task) throws Exception {
    return task.get(20, TimeUnit.SECONDS);
  }

  @Test
  void requestsOneAfterTheOther_areServedByOneInstance() throws Exception {
    script(ONE, (_, event) -> "answer to " + event);

    assertThat(invoke(ONE, "a")).isEqualTo("answer to a");
    assertThat(invoke(ONE, "b")).isEqualTo("answer to b");
    assertThat(instances).hasSize(1);
  }

  private static Application of(String properties, String description, String table) {
    Application.Function plain =
        Applications.function("app-Aliased", Duration.ofSeconds(20), Map.of("TABLE", table));
    return Applications.of(
        new Application.Function(
            plain.name(),
            plain.arn(),
            plain.handler(),
            plain.timeout(),
            plain.memory(),
            plain.environment(),
            plain.sources(),
            plain.asynchronous(),
            plain.role(),
            Optional.of(new Application.Version(properties, Optional.of(description)))));
  }

  /** As on AWS: a changed environment alone stays with the version that nobody calls. */
  @Test
  void anAlias_movesOnlyWithANewVersion() throws Exception {
    Application first = of("!Ref TableName", "old", "old");
    ScriptedHandler.script(
        "app-Aliased", (instance, _) -> String.valueOf(instance.environment().get("TABLE")));
    try (FunctionHost aliased =
        new FunctionHost(
            first,
            new Roles(first.functions()),
            Map.of(),
            new TestClock(),
            new PrintStream(log, true, UTF_8))) {
      assertThat(tableOf(aliased)).isEqualTo("old");

      aliased.update(of("!Ref TableName", "old", "new"));
      assertThat(tableOf(aliased)).isEqualTo("old");

      aliased.update(of("!Ref TableName", "newer", "newer"));
      assertThat(tableOf(aliased)).isEqualTo("newer");

      aliased.update(of("!Ref OtherName", "newer", "other"));
      assertThat(tableOf(aliased)).isEqualTo("other");

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> aliased.update(of("!Ref OtherName", "only this", "other")))
          .withMessageContaining("only its description changed");
    }
  }

  private static String tableOf(FunctionHost host) throws Exception {
    return new String(host.invoke("app-Aliased", new byte[0]), UTF_8);
  }

  @Test
  void requestsAtOnce_areServedByOneInstanceEach() throws Exception {
    CyclicBarrier all = new CyclicBarrier(3);
    script(
        ONE,
        (_, event) -> {
          meet(all);
          return event;
        });

    List<FutureTask<String>> tasks = new ArrayList<>();
    for (String event : List.of("a", "b", "c")) {
      tasks.add(invokeMeanwhile(ONE, event));
    }

    for (FutureTask<String> task : tasks) {
      await(task);
    }
    assertThat(instances).hasSize(3);

    script(ONE, (_, event) -> event);
    invoke(ONE, "d");
    assertThat(instances).as("those that are idle serve again").hasSize(3);
  }

  @Test
  void moreRequestsThanInstances_waitForOne() throws Exception {
    CountDownLatch four = new CountDownLatch(4);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    script(
        ONE,
        (_, event) -> {
          most.accumulateAndGet(busy.incrementAndGet(), Math::max);
          four.countDown();
          go.await();
          busy.decrementAndGet();
          return event;
        });

    List<FutureTask<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(invokeMeanwhile(ONE, "event " + i));
    }
    four.await();
    go.countDown();

    for (int i = 0; i < 8; i++) {
      assertThat(await(tasks.get(i))).isEqualTo("event " + i);
    }
    assertThat(most).hasValue(4);
    assertThat(instances).hasSize(4);
  }

  @Test
  void aBusyFunction_keepsNoOtherWaiting() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    script(
        ONE,
        (_, event) -> {
          go.await();
          return event;
        });
    script(OTHER, (_, event) -> event);
    List<FutureTask<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tasks.add(invokeMeanwhile(ONE, "a"));
    }

    assertThat(invoke(OTHER, "b")).isEqualTo("b");

    go.countDown();
    for (FutureTask<String> task : tasks) {
      await(task);
    }
  }

  @Test
  void anInstanceThatFailed_servesNoMore() throws Exception {
    script(
        ONE,
        (_, event) -> {
          throw new IllegalStateException("no " + event);
        });
    assertThatExceptionOfType(FunctionFailedException.class)
        .isThrownBy(() -> invoke(ONE, "{\"requestContext\":{\"requestId\":\"of the API\"}}"))
        .withMessageContaining("app-One failed")
        .withRootCauseInstanceOf(IllegalStateException.class);

    script(ONE, (_, event) -> event);
    assertThat(invoke(ONE, "b")).isEqualTo("b");

    assertThat(instances).hasSize(2);
    assertThat(log.toString(UTF_8))
        .contains("\"function\":\"app-One\"")
        .contains("\"gatewayRequestId\":\"of the API\"")
        .contains("IllegalStateException: no ");
  }

  @Test
  void eachFunction_seesItsOwnEnvironmentAlone() throws Exception {
    script(ONE, (instance, _) -> instance.environment().toString());
    script(OTHER, (instance, _) -> instance.environment().toString());

    invoke(ONE, "{}");
    invoke(OTHER, "{}");

    assertThat(instances)
        .extracting(ScriptedHandler::environment)
        .containsExactlyInAnyOrder(
            Map.of(
                "AWS_ENDPOINT_URL",
                "http://local",
                "TABLE",
                "rows",
                "OWN",
                "one",
                "AWS_LAMBDA_FUNCTION_NAME",
                "app-One",
                "AWS_SESSION_TOKEN",
                Roles.session("app-One")),
            Map.of(
                "AWS_ENDPOINT_URL",
                "http://local",
                "TABLE",
                "of the stack",
                "OTHERS",
                "other",
                "AWS_LAMBDA_FUNCTION_NAME",
                "app-Other",
                "AWS_SESSION_TOKEN",
                Roles.session("app-Other")));
  }

  @Test
  void aFunctionThatTakesTooLong_isStopped_andItsInstanceServesNoMore() throws Exception {
    CountDownLatch stopped = new CountDownLatch(2);
    script(
        HASTY,
        (_, _) -> {
          try {
            new CountDownLatch(1).await();
            return "";
          } finally {
            stopped.countDown();
          }
        });

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(FunctionFailedException.class)
          .isThrownBy(() -> invoke(HASTY, "{}"))
          .withMessageStartingWith("timed out");
    }
    assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(log.toString(UTF_8)).contains("\"failure\":\"timed out");
    assertThat(instances).hasSize(2);
  }

  @Test
  void aFunctionThatCannotBeMade_saysWhy() {
    assertThatExceptionOfType(FunctionFailedException.class)
        .isThrownBy(() -> invoke(NOWHERE, "{}"))
        .withMessageContaining("app-Nowhere cannot be made");
    assertThat(log.toString(UTF_8)).contains("app-Nowhere cannot be made: no class clientportal");
  }

  @Test
  void aFunctionThatTheTemplatesDoNotHave_isNamed() {
    assertThatExceptionOfType(FunctionFailedException.class)
        .isThrownBy(() -> host.invoke("app-Nobody", new byte[0]))
        .withMessageContaining("app-Nobody");
  }

  @Test
  void aTap_seesEachEvent_andMayAnswer() throws Exception {
    script(ONE, (_, event) -> "the function's answer to " + event);
    List<String> seen = new ArrayList<>();
    host.tap(
        ONE,
        payload -> {
          seen.add(new String(payload, UTF_8));
          return seen.size() == 1 ? Optional.of("the tap's".getBytes(UTF_8)) : Optional.empty();
        });

    assertThat(invoke(ONE, "a")).isEqualTo("the tap's");
    assertThat(instances).isEmpty();
    assertThat(invoke(ONE, "b")).isEqualTo("the function's answer to b");
    assertThat(seen).containsExactly("a", "b");
  }

  @Test
  void aFunction_isFoundByItsNameAndByItsArn_withOrWithoutAlias() {
    assertThat(host.find("One")).contains(ONE);
    assertThat(host.find("app-One")).contains(ONE);
    assertThat(host.find("ne")).isEmpty();
    assertThat(host.byArn(ONE.arn())).contains(ONE);
    assertThat(host.byArn(ONE.arn() + ":live")).contains(ONE);
    assertThat(host.byArn(ONE.arn() + "s")).isEmpty();
  }

  private static void meet(CyclicBarrier barrier) throws InterruptedException {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
