package clientportal.platform.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.RuntimeContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

/** Tests with the packaged functions show that Lambda's runtime calls the hook. */
final class HookTest {
  private final Hook hook = new Hook();
  private final List<String> done = new ArrayList<>();

  @Test
  void theLastPriming_runsFirst_andDiscardingAfterAll() {
    hook.discard(() -> done.add("discard"));
    hook.prime(() -> done.add("table"));
    hook.prime(() -> done.add("route"));

    takeSnapshot();

    assertThat(done).containsExactly("route", "table", "discard");
  }

  @Test
  void primingThatFails_stopsNothingElse() {
    hook.prime(() -> done.add("table"));
    hook.prime(() -> {
      throw new IllegalStateException("the table is busy");
    });
    hook.discard(() -> done.add("discard"));

    takeSnapshot();

    assertThat(done).containsExactly("table", "discard");
  }

  @Test
  void discardingThatFails_failsTheSnapshot() {
    hook.discard(() -> {
      throw new IllegalStateException("still there");
    });

    assertThatThrownBy(this::takeSnapshot).hasMessage("still there");
  }

  @Test
  void withoutSnapStart_nothingIsTaken() {
    RuntimeContext without = new RuntimeContext(Map.of(), Clock.systemUTC());
    RuntimeContext onDemand =
        new RuntimeContext(
            Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"), Clock.systemUTC());
    RuntimeContext with =
        new RuntimeContext(
            Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), Clock.systemUTC());

    assertThat(List.of(without, onDemand, with))
        .extracting(
            each -> ScopedValue.where(RuntimeContext.CURRENT, each).call(() -> Snapshot.isTaken()))
        .containsExactly(false, false, true);
  }

  private void takeSnapshot() {
    hook.beforeCheckpoint(new NoContext());
  }

  /** The hook ignores it. */
  private static final class NoContext extends Context<Resource> {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    @Override
    public void register(Resource resource) {}
  }
}
