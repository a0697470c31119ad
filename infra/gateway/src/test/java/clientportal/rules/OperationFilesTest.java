package clientportal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/adding-an-operation.md} lists the files of real operations, and no others. */
class OperationFilesTest {
  private static final String PAGE = Template.source("docs/adding-an-operation.md");
  private static final Map<String, String> SOURCES = Template.sources();

  static {
    // It names the operations that it looks for.
    SOURCES.remove("infra/gateway/src/test/java/clientportal/rules/OperationFilesTest.java");
  }

  @ParameterizedTest
  @CsvSource({
    "createSite, sites",
    "listSites, sites",
    "updateFirm, firms",
    "createStaff, firms",
    "updateClient, clients",
  })
  void operation_isNamedInTheFilesOfThePage_andNowhereElse(String operation, String module) {
    assertThat(SOURCES).hasSizeGreaterThan(800);
    assertThat(new OperationFiles(PAGE, SOURCES).violations(operation, module)).isEmpty();
  }

  @Test
  void fileThatThePageDoesNotList_isFound() {
    assertThat(violations(PAGE.replaceFirst("(?m)^.*/access/Route.java.*\n", ""), SOURCES))
        .singleElement()
        .asString()
        .endsWith("/access/Route.java names it, and the page does not list it");
    Map<String, String> more = new TreeMap<>(SOURCES);
    more.put("infra/alarms.yaml", "CreateSiteFunction: {}");
    assertThat(violations(PAGE, more))
        .containsExactly(
            "infra/alarms.yaml names it, and the page does not list it", "it is named in 15 files");
  }

  @Test
  void fileOfThePage_thatIsNotThere_orThereTwice_isFound() {
    Map<String, String> less = new TreeMap<>(SOURCES);
    less.remove("functions/sites/src/main/java/clientportal/sites/CreateSite.java");
    assertThat(violations(PAGE, less)).singleElement().asString().startsWith("0 files are ");
    Map<String, String> twice = new TreeMap<>(SOURCES);
    twice.put("functions/sites/src/test/java/clientportal/sites/MoreTest.java", "createSite");
    assertThat(violations(PAGE, twice)).first().asString().startsWith("2 files are ");
  }

  private static List<String> violations(String page, Map<String, String> sources) {
    return new OperationFiles(page, sources).violations("createSite", "sites");
  }
}
