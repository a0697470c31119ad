package clientportal.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that ran to its end, with all that it printed. */
record Run(List<String> command, int exit, String output) {
  private static final long MINUTES = 5;

  /** Runs a program in this environment and no other; {@code log} takes what it prints. */
  static Run of(List<String> command, Path directory, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError(
            String.join(" ", command) + ": no end after " + MINUTES + " minutes\n" + read(log));
      }
      return new Run(command, process.exitValue(), read(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String read(Path log) throws IOException {
    return Files.readString(log).strip();
  }

  boolean succeeded() {
    return exit == 0;
  }

  /** Fails with all that the program printed, and with what to do next. */
  Run orElse(String advice) {
    if (!succeeded()) {
      throw new AssertionError(
          String.join(" ", command) + ": exit " + exit + "\n\n" + output + "\n\n" + advice);
    }
    return this;
  }
}
