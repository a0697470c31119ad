package clientportal.local.functions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls to AWS that functions made, oldest first. */
public final class CallLog {
  /** The maximum number of calls kept, for a stack that runs for days. */
  private static final int KEPT = 2_000;

  private final Deque<AwsCall> calls = new ArrayDeque<>();

  synchronized void add(AwsCall call) {
    calls.addLast(call);
    if (calls.size() > KEPT) {
      calls.removeFirst();
    }
  }

  /** All calls since the last {@link #clear}. */
  public synchronized List<AwsCall> calls() {
    return List.copyOf(calls);
  }

  /** The calls of one function, by the end of its name. */
  public List<AwsCall> callsOf(String function) {
    return calls().stream().filter(call -> call.function().endsWith(function)).toList();
  }

  /** Removes all calls, so that a test sees only its own. */
  public synchronized void clear() {
    calls.clear();
  }
}
