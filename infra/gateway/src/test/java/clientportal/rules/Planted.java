package clientportal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Checks a rule on the application as it is, and on a copy with a planted fault. */
final class Planted {
  static final List<Template> APPLICATION = Template.application();

  private Planted() {}

  static void holds(Rule rule) {
    assertThat(
            APPLICATION.stream()
                .flatMap(t -> rule.violations(t).stream().map(v -> t.path() + ": " + v)))
        .isEmpty();
  }

  /** Replaces the first occurrence of {@code right}; exactly these faults are found. */
  static void finds(Rule rule, String path, String right, String wrong, String... faults) {
    Template template = planted(path, right, wrong);
    List<String> violations = rule.violations(template);
    assertThat(violations).hasSize(faults.length);
    assertThat(Stream.of(faults))
        .allSatisfy(fault -> assertThat(violations).anyMatch(v -> v.contains(fault)));
  }

  static Template planted(String path, String right, String wrong) {
    String source = Template.source(path);
    int at = source.indexOf(right);
    assertThat(at).as("%s in %s", right, path).isNotNegative();
    return Template.of(
        path, source.substring(0, at) + wrong + source.substring(at + right.length()));
  }
}
