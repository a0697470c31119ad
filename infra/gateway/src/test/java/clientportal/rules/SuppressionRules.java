package clientportal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Each ignored check of cfn-lint is on a line of its own, below a comment with the reason. */
final class SuppressionRules {
  private static final String IGNORED = "ignore_checks:";

  private SuppressionRules() {}

  static List<String> eachHasAReason(String template) {
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
    for (int i = at + 1; i < lines.size() && isListed(lines.get(i)); i++) {
      if (lines.get(i).startsWith("-") && !lines.get(i - 1).matches("# *\\S.{9,}")) {
        faults.add("ignores a check without a reason: " + lines.get(i));
      }
    }
    return faults;
  }

  private static boolean isListed(String line) {
    return line.startsWith("-") || line.startsWith("#");
  }
}
