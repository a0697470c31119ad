package clientportal.tools;

import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A tool that this machine lacks. Tests that need it are skipped with a line that says so; where
 * {@code PORTAL_MUST_RUN} names the tool, in a list separated by commas, they fail.
 */
public final class MissingTool extends Exception {
  private static final long serialVersionUID = 1;
  private static final String MUST_RUN = "PORTAL_MUST_RUN";

  /** The first line says what is missing and how to get it. */
  public MissingTool(String message) {
    super(message);
  }

  /** Returns what ends the tests that need the tool, having said so: no report shows the reason. */
  public TestAbortedException ends(String tool) {
    TestAbortedException end = ends(tool, System.getenv().getOrDefault(MUST_RUN, ""));
    System.out.println(end.getMessage());
    return end;
  }

  TestAbortedException ends(String tool, String mustRun) {
    String message = String.valueOf(getMessage());
    if (List.of(mustRun.split("\\s*,\\s*", -1)).contains(tool)) {
      throw new AssertionError(MUST_RUN + " names " + tool + ", but " + message, this);
    }
    return new TestAbortedException(
        "Skipped, " + tool + ": " + message.lines().findFirst().orElse(""));
  }
}
