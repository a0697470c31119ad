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
 * The one hook that Lambda's runtime calls: one, because the order of several is the runtime's.
 * Priming that fails leaves the function slower, not wrong, so it is logged and the version is
 * published: while a role is new or the table is busy, a deployment would fail for it. What cannot
 * be forgotten fails the version.
 */
final class Hook implements Resource {
  /** The runtime holds its hooks weakly: this holds ours. */
  static final Hook REGISTERED = registered();

  private final Deque<Runnable> primings = new ArrayDeque<>();
  private final List<Runnable> forgettings = new ArrayList<>();

  private static Hook registered() {
    Hook hook = new Hook();
    Core.getGlobalContext().register(hook);
    return hook;
  }

  void prime(Runnable priming) {
    primings.addFirst(priming);
  }

  void forget(Runnable forgetting) {
    forgettings.add(forgetting);
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
    forgettings.forEach(Runnable::run);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
