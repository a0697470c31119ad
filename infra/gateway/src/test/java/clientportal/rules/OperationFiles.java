package clientportal.rules;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that name an operation are those that {@code docs/adding-an-operation.md} lists. */
final class OperationFiles {
  private static final int MOST = 14;
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final List<Row> rows;
  private final Map<String, String> sources;

  /** A file of the page's list, under one of its patterns. */
  private record Row(List<String> patterns, boolean always) {
    private static Row of(String line) {
      String[] cells = line.split(" \\| ", -1);
      return new Row(
          QUOTED.matcher(cells[0]).results().map(each -> each.group(1)).toList(),
          cells[cells.length - 1].startsWith("always"));
    }

    private boolean lists(String path, String module, String operation) {
      return patterns.stream()
          .map(pattern ->
              pattern
                  .replace("<module>", module)
                  .replace("<Module>", capital(module))
                  .replace("<Operation>", capital(operation)))
          .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
          .anyMatch(matcher -> matcher.matches(Path.of(path)));
    }
  }

  /** The sources of the tree are by path from its root. */
  OperationFiles(String page, Map<String, String> sources) {
    String list = page.substring(page.indexOf("\n|---|") + 1, page.indexOf("\n## "));
    this.rows = list.lines().filter(line -> line.startsWith("| `")).map(Row::of).toList();
    this.sources = sources;
  }

  List<String> violations(String operation, String module) {
    List<String> named = naming(operation);
    List<String> faults = new ArrayList<>();
    for (Row row : rows) {
      List<String> listed =
          named.stream().filter(path -> row.equals(row(path, module, operation))).toList();
      if (listed.size() > 1 || (row.always() && listed.isEmpty())) {
        faults.add(listed.size() + " files are " + String.join(" or ", row.patterns()));
      }
    }
    named.stream()
        .filter(path -> row(path, module, operation) == null)
        .forEach(path -> faults.add(path + " names it, and the page does not list it"));
    if (named.size() > MOST) {
      faults.add("it is named in " + named.size() + " files");
    }
    return faults;
  }

  /** Returns the first row that lists a file. */
  private @Nullable Row row(String path, String module, String operation) {
    return rows.stream().filter(row -> row.lists(path, module, operation)).findFirst().orElse(null);
  }

  private List<String> naming(String operation) {
    Pattern name =
        Pattern.compile(
            "\\b(%s|%s)(Handler|Function|Role|Test|IT)?\\b"
                .formatted(operation, capital(operation)));
    return sources.entrySet().stream()
        .filter(source -> !source.getKey().startsWith("docs/"))
        .filter(source -> name.matcher(source.getValue()).find())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
