package clientportal.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as the local stack handed them to functions, a file a function, with a name in place of
 * each value that another run has otherwise.
 */
final class RecordedEvents {
  /** How they are recorded again: with this property set. */
  static final String RECORD = "packaged.record";

  static final String HOW =
      "say in Scene how it comes about, then record it: mvn verify -pl infra/tests -am"
          + " -Dtest=NoneTest -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PackagedFunctionsIT"
          + " -Dfailsafe.failIfNoSpecifiedTests=false -D"
          + RECORD
          + "=true";

  private static final Path FOLDER =
      FunctionZip.ROOT.resolve("infra/tests/src/test/resources/clientportal/packaged/events");
  private static final Pattern NAME = Pattern.compile("\\$\\{([\\w.]+)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordedEvents() {}

  /** Returns the operations of which there is a file. */
  static Set<String> operations() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an event's file, unless it has one of the same shape; the values are by name. */
  static void write(String operation, String event, Map<String, String> values) {
    if (Files.exists(file(operation)) && shape(text(operation)).equals(shape(event))) {
      return;
    }
    String text = event.replaceAll("Bearer [\\w.-]+", "Bearer (left out)");
    // The longest first: one value may be a part of another.
    for (Map.Entry<String, String> value :
        values.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<String, String> each) -> -each.getValue().length()))
            .toList()) {
      text = text.replace(value.getValue(), "${" + value.getKey() + "}");
    }
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          file(operation),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an event's file and puts this run's values in place of their names. */
  static String read(String operation, Map<String, String> values) {
    return NAME.matcher(text(operation))
        .replaceAll(name -> {
          String value = values.get(name.group(1));
          if (value == null) {
            throw new AssertionError(
                operation + ".json names " + name.group() + ", which no scene has: " + HOW);
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private static String text(String operation) {
    try {
      return Files.readString(file(operation));
    } catch (IOException e) {
      throw new AssertionError("there is no event of " + operation + ": " + HOW, e);
    }
  }

  private static Path file(String operation) {
    return FOLDER.resolve(operation + ".json");
  }

  /** Returns where an event has values, and of which type, whatever they are. */
  static Set<String> shape(String event) {
    Set<String> shape = new TreeSet<>();
    try {
      addShape("", JSON.readTree(event), shape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shape;
  }

  private static void addShape(String where, JsonNode node, Set<String> shape) throws IOException {
    shape.add(where + " " + node.getNodeType());
    node.properties()
        .forEach(member -> {
          try {
            addShape(where + "/" + member.getKey(), member.getValue(), shape);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    if (node.isArray()) {
      for (JsonNode element : node) {
        addShape(where + "/*", element, shape);
      }
    }
    // A message is JSON in a text.
    if (node.isTextual() && node.asText().startsWith("{\"")) {
      addShape(where + "/", JSON.readTree(node.asText()), shape);
    }
  }
}
