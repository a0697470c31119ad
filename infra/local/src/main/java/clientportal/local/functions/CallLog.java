package clientportal.local.functions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls to AWS that functions made, oldest first. */
public final class CallLog {
  /** A stack that runs for days keeps no more than these. */
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

  /** Those of one function, named as its template's {@code FunctionName} ends. */
  public List<AwsCall> callsOf(String function) {
    return calls().stream().filter(call -> call.function().endsWith(function)).toList();
  }

  /** Forgets them, so that a test sees its own. */
  public synchronized void clear() {
    calls.clear();
  }
}
