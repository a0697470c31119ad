package clientportal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule that is marked built has a test with its tag, and each such tag names a rule. */
class ProductRulesTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).resolve("../..").normalize();
  private static final String PAGE = Template.source("docs/rules.md");
  private static final Set<String> TAGS =
      ProductRules.tags(
          Stream.of("functions", "infra")
              .map(ROOT::resolve)
              .flatMap(folder -> files(folder, 1))
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .flatMap(tests -> files(tests, Integer.MAX_VALUE))
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> Template.source(ROOT.relativize(file).toString())));

  private static Stream<Path> files(Path folder, int depth) {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return found.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void rules_andTests_agree() {
    assertThat(TAGS).hasSizeGreaterThan(50);
    assertThat(ProductRules.pageAndTestsAgree(PAGE, TAGS)).isEmpty();
  }

  @Test
  void tag_withoutRule_isFound() {
    Set<String> planted = new TreeSet<>(TAGS);
    planted.addAll(
        ProductRules.tags(Stream.of("@Tag(\"localstack\") @Tag(\"ZZ1\") void test() {}")));

    assertThat(ProductRules.pageAndTestsAgree(PAGE, planted))
        .containsExactly("ZZ1: is the tag of a test, but not a rule");
  }

  @Test
  void builtRule_withoutTest_isFound() {
    Set<String> planted = new TreeSet<>(TAGS);
    planted.remove("BS13");

    assertThat(ProductRules.pageAndTestsAgree(PAGE, planted))
        .containsExactly("BS13: is marked built, but no test has its tag");
  }

  @ParameterizedTest
  @CsvSource({
    "'| BS13 | built |', '| BS13 | later |', 'BS13: is marked later, but a test has its tag'",
    "'| BS13 | built |', '| BS13 | done |', 'BS13: has an unknown state, done'",
    "'| BS13 | built |', '| BS14 | built |', 'BS14: is listed twice'",
    "'| BS13 | built |', 'BS13 is built |', 'BS13: is the tag of a test, but not a rule'",
    "'| ST22 | later |', '| ST22 | built |', 'ST22: is marked built, but no test has its tag'",
  })
  void faultOfThePage_isFound(String right, String wrong, String fault) {
    assertThat(PAGE).contains(right);

    assertThat(ProductRules.pageAndTestsAgree(PAGE.replace(right, wrong), TAGS)).contains(fault);
  }
}
