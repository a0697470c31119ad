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
 * @param port 0 for any free one
 * @param data where state is kept between runs; without it everything is in memory
 * @param parameters of the root template, in place of the stack's own values and of defaults
 * @param log where the functions' log lines go
 * @param progress told what is being started
 */
public record Options(
    Path root,
    int port,
    Optional<Path> data,
    Map<String, String> parameters,
    PrintStream log,
    Consumer<String> progress) {

  /** Copies the parameters. */
  public Options {
    parameters = Map.copyOf(parameters);
  }

  /** With the parameters that the stack and the template have by themselves. */
  public Options(
      Path root, int port, Optional<Path> data, PrintStream log, Consumer<String> progress) {
    this(root, port, data, Map.of(), log, progress);
  }

  /** In memory, on a free port, silent: for tests. */
  public static Options forTests() {
    return new Options(findRoot(), 0, Optional.empty(), new FailureLog(System.err), line -> {});
  }

  /** The same with another folder that has a {@code template.yaml}. */
  public Options withRoot(Path folder) {
    return new Options(folder, port, data, parameters, log, progress);
  }

  /** The same with state that is kept in a folder. */
  public Options withData(Path folder) {
    return new Options(root, port, Optional.of(folder), parameters, log, progress);
  }

  /** The same with another value of one parameter of the root template. */
  public Options withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new Options(root, port, data, more, log, progress);
  }

  /** The same with log lines that go elsewhere. */
  public Options withLog(PrintStream other) {
    return new Options(root, port, data, parameters, other, progress);
  }

  /** The nearest folder upwards from where the program runs that has the application's template. */
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
