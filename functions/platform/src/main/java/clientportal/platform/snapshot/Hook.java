package clientportal.platform.snapshot;

import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * The one hook that Lambda's runtime calls: of several, the runtime would choose the order. A
 * failed priming leaves the function slower, not wrong, so it is logged and the version is
 * published; otherwise a deployment would fail while a role is new or the table is busy. A failed
 * discarding fails the version.
 */
final class Hook implements Resource {
  /** The runtime refers to its hooks weakly: this keeps ours. */
  static final Hook REGISTERED = registered();

  private final Deque<Runnable> primings = new ArrayDeque<>();
  private final List<Runnable> discardings = new ArrayList<>();

  private static Hook registered() {
    Hook hook = new Hook();
    Core.getGlobalContext().register(hook);
    return hook;
  }

  void prime(Runnable priming) {
    primings.addFirst(priming);
  }

  void discard(Runnable discarding) {
    discardings.add(discarding);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (Runnable priming : primings) {
      try {
        priming.run();
      } catch (RuntimeException failed) {
        LambdaRuntime.getLogger()
            .log(
                Json.write(
                    Json.object().with("priming", "failed").with("failure", failed.toString())));
      }
    }
    primings.clear();
    discardings.forEach(Runnable::run);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
