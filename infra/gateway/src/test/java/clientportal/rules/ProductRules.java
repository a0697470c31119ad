package clientportal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the page that lists the product's rules with the tags of the tests. */
final class ProductRules {
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\| ([A-Z]{2}\\d+) \\| (.*?) \\| .+ \\|$");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]{2}\\d+)\"\\)");
  private static final Set<String> STATES = Set.of("built", "partly", "later", "differs");

  private ProductRules() {}

  /** Returns the ids of the rules in the tags of test sources. */
  static Set<String> tags(Stream<String> sources) {
    return sources
        .flatMap(source -> TAG.matcher(source).results())
        .map(tag -> tag.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<String> pageAndTestsAgree(String page, Set<String> tags) {
    List<String> faults = new ArrayList<>();
    Map<String, String> states = new TreeMap<>();
    ENTRY
        .matcher(page)
        .results()
        .forEach(entry -> {
          String id = entry.group(1);
          String state = entry.group(2);
          if (states.put(id, state) != null) {
            faults.add(id + ": is listed twice");
          }
          if (!STATES.contains(state)) {
            faults.add(id + ": has an unknown state, " + state);
          }
          if (state.equals("built") && !tags.contains(id)) {
            faults.add(id + ": is marked built, but no test has its tag");
          }
        });
    for (String tag : tags) {
      String state = states.getOrDefault(tag, "");
      if (state.isEmpty()) {
        faults.add(tag + ": is the tag of a test, but not a rule");
      } else if (state.equals("later") || state.equals("differs")) {
        faults.add(tag + ": is marked " + state + ", but a test has its tag");
      }
    }
    return faults;
  }
}
