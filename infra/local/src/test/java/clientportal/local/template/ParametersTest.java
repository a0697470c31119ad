package clientportal.local.template;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParametersTest {
  private static final Map<String, Object> DECLARED =
      Map.of(
          "Origin", Map.of("Type", "String", "AllowedPattern", "https?://[^/]+"),
          "Scanning", Map.of("Type", "String", "AllowedValues", List.of(true, "off")),
          "Limit", Map.of("Type", "Number", "MinValue", 1, "MaxValue", 5_368_709_120L),
          "Table", Map.of("Type", "String", "Default", "", "MinLength", 0, "MaxLength", 4),
          "Key", Map.of("Type", "String", "MinLength", 2));

  private final Parameters parameters = new Parameters(Path.of("template.yaml"));

  private Object value(String name, Object given) {
    Map<String, Object> declared = Map.of(name, requireNonNull(DECLARED.get(name)));
    return requireNonNull(parameters.values(declared, Map.of(name, given)).get(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://portal.test",
    "Scanning, true",
    "Scanning, off",
    "Limit, 1",
    "Limit, 5368709120",
    "Table, ''",
    "Table, four",
    "Key, ab"
  })
  void anAllowedValue_isTaken(String name, String value) {
    assertThat(value(name, value)).isEqualTo(value);
  }

  @Test
  void aNumberIsTaken_asItStandsInATemplate() {
    assertThat(value("Limit", 42)).isEqualTo(42);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://portal.test/, does not match the pattern https?://[^/]+",
    "Origin, portal.test, does not match the pattern",
    "Scanning, false, 'is none of true, off'",
    "Limit, abc, is not a number",
    "Limit, 0, is less than 1",
    "Limit, 5368709121, is more than 5368709120",
    "Table, fives, has more than 4 characters",
    "Key, a, has fewer than 2 characters"
  })
  void anotherValue_isRefused_withTheRuleOfItsParameter(String name, String value, String rule) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> value(name, value))
        .withMessageStartingWith("template.yaml, parameter " + name + ": ")
        .withMessageContaining(rule);
  }

  @Test
  void anUnknownParameter_isRefused() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> parameters.values(DECLARED, Map.of("Foo", "1")))
        .withMessageContaining("no parameter 'Foo'");
  }
}
