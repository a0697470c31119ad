package clientportal.driver;

import clientportal.local.FailureLog;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what functions log while tests run, on all stacks and in processes, and passes it on. */
public final class WholeLog extends PrintStream {
  private static final List<String> LINES = new ArrayList<>();

  private final PrintStream next;

  private WholeLog(PrintStream next) {
    super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    this.next = next;
  }

  /** Returns the log of a stack of which people see the failures. */
  public static PrintStream ofFailures() {
    return before(new FailureLog(System.err));
  }

  /** Returns the log of a stack whose lines go on to another stream. */
  public static PrintStream before(PrintStream next) {
    return new WholeLog(next);
  }

  /** Returns the lines until now. */
  public static List<String> lines() {
    synchronized (LINES) {
      return List.copyOf(LINES);
    }
  }

  /** Adds a line that a function logged in a process of its own. */
  public static void add(String line) {
    synchronized (LINES) {
      LINES.add(line);
    }
  }

  @Override
  public void println(String line) {
    add(line);
    next.println(line);
  }
}
