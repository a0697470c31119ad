package clientportal.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a stack is started.
 *
 * @param root the folder with {@code template.yaml}
 * @param port of the API; those of S3, of the portal's pages and of the staff's follow it; 0 for
 *     any free ports
 * @param data the folder that keeps the state between runs; without it everything is in memory
 * @param parameters values of the root template, instead of the stack's own and of defaults
 * @param log where the functions' log lines go
 * @param progress receives one line before each step of the start
 */
public record Options(
    Path root,
    int port,
    Optional<Path> data,
    Map<String, String> parameters,
    PrintStream log,
    Consumer<String> progress) {

  /** The API's port and those that follow it. */
  static final int PORTS = 4;

  /** Copies the parameters. */
  public Options {
    parameters = Map.copyOf(parameters);
  }

  /** Options with the parameter values of the stack and the template. */
  public Options(
      Path root, int port, Optional<Path> data, PrintStream log, Consumer<String> progress) {
    this(root, port, data, Map.of(), log, progress);
  }

  /** Options for tests: in memory, on a free port, printing failures only. */
  public static Options forTests() {
    return new Options(findRoot(), 0, Optional.empty(), new FailureLog(System.err), line -> {});
  }

  int s3Port() {
    return port(1);
  }

  int portalPort() {
    return port(2);
  }

  int staffPort() {
    return port(3);
  }

  private int port(int after) {
    return port == 0 ? 0 : port + after;
  }

  /** Returns a copy for another folder with a {@code template.yaml}. */
  public Options withRoot(Path folder) {
    return new Options(folder, port, data, parameters, log, progress);
  }

  /** Returns a copy that keeps its state in a folder. */
  public Options withData(Path folder) {
    return new Options(root, port, Optional.of(folder), parameters, log, progress);
  }

  /** Returns a copy with another value of one parameter of the root template. */
  public Options withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new Options(root, port, data, more, log, progress);
  }

  /** Returns a copy that writes the functions' log to another stream. */
  public Options withLog(PrintStream other) {
    return new Options(root, port, data, parameters, other, progress);
  }

  /** Returns the application's folder: the working directory or the nearest one above it. */
  static Path findRoot() {
    Path start = Path.of(System.getProperty("portal.root", "")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml")) && Files.exists(folder.resolve("infra"))) {
        return folder;
      }
    }
    throw new StartException("no template.yaml in " + start + " or above it");
  }
}
