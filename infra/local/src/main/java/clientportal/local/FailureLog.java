package clientportal.local;

import java.io.PrintStream;

/**
 * Lets through what a person must see of the functions' log: failures with their request ids, and
 * what is no line of a function. The line a request and a batch is for {@code --log}.
 */
final class FailureLog extends PrintStream {
  FailureLog(PrintStream out) {
    super(out, true);
  }

  @Override
  public void println(String line) {
    if (!line.startsWith("{") || line.contains("\"failure\":")) {
      super.println(line);
    }
  }
}
