package clientportal.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A function as its module's template deploys it. */
record DeployedFunction(String operation, FunctionZip zip, String handler, boolean snapStarted) {
  private static final Pattern GLOBALS = Pattern.compile("(?ms)^Globals:$(.*?)(?=^\\S|\\z)");
  private static final Pattern FUNCTION =
      Pattern.compile("(?ms)^  (\\w+)Function:$(.*?)(?=^  \\S|^\\S|\\z)");
  private static final Pattern CODE =
      Pattern.compile("(?m)^ +CodeUri: (\\S+)\\R +Handler: (\\S+)$");

  /**
   * Those of all templates, from their text: the local stack's reader skips what does not run
   * there.
   */
  static List<DeployedFunction> all() {
    return modules().stream().flatMap(module -> read(module).stream()).toList();
  }

  static DeployedFunction named(String operation) {
    return all().stream()
        .filter(function -> function.operation().equals(operation))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the templates have no " + operation));
  }

  private static List<DeployedFunction> read(String module) {
    try {
      String template = Files.readString(FunctionZip.folder(module).resolve("template.yaml"));
      String globals =
          GLOBALS
              .matcher(template)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.joining());
      return FUNCTION
          .matcher(template)
          .results()
          .map(found -> function(module, found.group(1), globals + found.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DeployedFunction function(String module, String operation, String properties) {
    Matcher code = CODE.matcher(properties);
    if (!code.find()) {
      throw new AssertionError(operation + " has no CodeUri and Handler, in that order");
    }
    return new DeployedFunction(
        operation,
        FunctionZip.at(module, code.group(1)),
        code.group(2),
        properties.contains("SnapStart: { ApplyOn: PublishedVersions }"));
  }

  private static List<String> modules() {
    try (Stream<Path> folders = Files.list(FunctionZip.ROOT.resolve("functions"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("template.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
