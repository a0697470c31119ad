package clientportal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A check of cfn-lint is ignored one a line, under a comment that says why. */
final class SuppressionRules {
  private static final String IGNORED = "ignore_checks:";

  private SuppressionRules() {}

  static List<String> eachSaysWhy(String template) {
    List<String> lines = template.lines().map(String::strip).toList();
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).startsWith("#") && lines.get(i).contains(IGNORED))
        .mapToObj(i -> faults(lines, i))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> faults(List<String> lines, int at) {
    if (!lines.get(at).equals(IGNORED)) {
      return List.of("ignores checks in one line: " + lines.get(at));
    }
    List<String> faults = new ArrayList<>();
    for (int i = at + 1; i < lines.size() && isOfTheList(lines.get(i)); i++) {
      if (lines.get(i).startsWith("-") && !lines.get(i - 1).matches("# *\\S.{9,}")) {
        faults.add("ignores a check without saying why: " + lines.get(i));
      }
    }
    return faults;
  }

  private static boolean isOfTheList(String line) {
    return line.startsWith("-") || line.startsWith("#");
  }
}
