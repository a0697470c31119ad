package clientportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on times names each of the functions' durations, its value and a test of its end. */
final class DurationsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String PAGE = read(ROOT.resolve("docs").resolve("durations.md"));

  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^\\| `(\\w+\\.[A-Z_]+)` \\| (\\d+) (\\w+) \\|.*\\|$");
  private static final Pattern TEST = Pattern.compile("(?m)^\\|.*\\| `(\\w+)\\.(\\w+)` \\|$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!time |end |-).*$");

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachConstant_isOnThePage_withItsValue() {
    Map<String, Duration> onThePage =
        CONSTANT
            .matcher(PAGE)
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), DurationsTest::duration, (one, _) -> one, TreeMap::new));
    Map<String, Duration> constants = new TreeMap<>();
    ArchitectureTest.CLASSES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Duration.class))
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .forEach(field ->
            constants.put(field.getOwner().getSimpleName() + "." + field.getName(), value(field)));

    assertThat(constants).hasSizeGreaterThan(20);
    assertThat(onThePage).isEqualTo(constants);
  }

  private static Duration duration(MatchResult row) {
    String unit = row.group(3).toUpperCase(Locale.ROOT);
    return Duration.of(
        Long.parseLong(row.group(2)), ChronoUnit.valueOf(unit.endsWith("S") ? unit : unit + "S"));
  }

  private static Duration value(JavaField field) {
    try {
      Field constant = field.reflect();
      constant.setAccessible(true);
      return (Duration) constant.get(null);
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A time in the middle of a method has no name, and would be missing on the page. */
  @Test
  void aDuration_isAConstant() {
    assertThat(
            ArchitectureTest.CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call ->
                    call.getTargetOwner().isEquivalentTo(Duration.class)
                        && call.getTarget().getName().startsWith("of"))
                .map(call -> call.getOrigin())
                .filter(from -> !from.getName().equals("<clinit>"))
                .map(from -> from.getOwner().getSimpleName() + "." + from.getName())
                .distinct())
        .as("besides time-outs of connections, the wait that an answer names, and a setting")
        .containsExactlyInAnyOrder(
            "AwsClients.connections", "ProblemException.tryAgain", "Mailing.window");
  }

  @Test
  void eachRow_namesATestThatExists() throws IOException {
    List<MatchResult> rows = TEST.matcher(PAGE).results().toList();
    Map<String, String> tests;
    try (Stream<Path> files = Files.walk(ROOT.resolve("functions"))) {
      tests =
          files
              .filter(file -> file.getFileName().toString().endsWith("Test.java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      DurationsTest::read,
                      String::concat));
    }

    assertThat(rows).hasSameSizeAs(ROW.matcher(PAGE).results().toList());
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(tests.getOrDefault(row.group(1), ""))
                .as(row.group())
                .contains("  void " + row.group(2) + "("));
  }
}
