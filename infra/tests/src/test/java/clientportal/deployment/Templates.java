package clientportal.deployment;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates as files, and the files that they name. */
final class Templates {
  static final Path ROOT = SamCli.ROOT.resolve("template.yaml");
  static final Pattern NESTED = names("TemplateURL");
  static final Pattern CODE = names("CodeUri");
  static final Pattern INCLUDED = names("Location");

  private static final Pattern LOGICAL_ID = Pattern.compile("(?m)^  (\\w+):");

  private Templates() {}

  private static Pattern names(String property) {
    return Pattern.compile("(?m)^ +" + property + ": (\\S+)$");
  }

  /** Every template of the tree, known by its path from the root. */
  static List<String> all() {
    Stream<Path> infra =
        files("infra").filter(file -> isTemplate(file) && !file.endsWith("openapi.yaml"));
    Stream<Path> modules =
        files("functions").map(module -> module.resolve("template.yaml")).filter(Files::exists);
    return Stream.concat(Stream.of(ROOT), Stream.concat(infra, modules))
        .map(file -> SamCli.ROOT.relativize(file).toString())
        .sorted()
        .toList();
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.list(SamCli.ROOT.resolve(folder))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isTemplate(Path file) {
    return file.toString().endsWith(".yaml");
  }

  static String read(Path template) {
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the values of a property in the order of the file. */
  static List<String> values(Pattern property, String template) {
    return property.matcher(template).results().map(found -> found.group(1)).toList();
  }

  /** Returns what is written at the second level: parameters, resources, outputs. */
  static Set<String> logicalIds(String template) {
    return LOGICAL_ID.matcher(template).results().map(found -> found.group(1)).collect(toSet());
  }

  /** Returns the files that a template names by this property. */
  static List<Path> files(Pattern property, Path template) {
    return values(property, read(template)).stream()
        .map(path -> template.resolveSibling(path).normalize())
        .toList();
  }

  /** Returns the zips of the functions of a root's nested templates, one a function. */
  static List<Path> zips(Path root) {
    return files(NESTED, root).stream().flatMap(nested -> files(CODE, nested).stream()).toList();
  }
}
