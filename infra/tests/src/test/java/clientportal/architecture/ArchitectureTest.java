package clientportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The functions keep each rule, and it is proved on classes that break it on purpose: it reports
 * them, and none of the other planted classes.
 */
final class ArchitectureTest {
  private static final String PORTAL = "clientportal";
  private static final String PLANTED = "clientportal.architecture.planted";
  private static final Path FUNCTIONS =
      Path.of(System.getProperty("basedir", "."))
          .toAbsolutePath()
          .resolve("../../functions")
          .normalize();

  /** A module's classes, from its folder or from its jar; never its tests. */
  private static final Pattern CODE =
      Pattern.compile(
          ".*"
              + Pattern.quote(FUNCTIONS.toUri().getRawPath())
              + "\\w+/target/(classes/|\\w+-1\\.jar!/).*");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> location.matches(CODE))
          .importPackages(PORTAL);
  private static final JavaClasses PLANTED_CLASSES =
      new ClassFileImporter().importPackages(PLANTED);

  @Test
  void allModules_wereSeen() throws Exception {
    Architecture portal = new Architecture(PORTAL);
    Set<String> seen = CLASSES.stream().map(portal::module).collect(Collectors.toSet());
    try (Stream<Path> folders = Files.list(FUNCTIONS)) {
      assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))))
          .extracting(folder -> folder.getFileName().toString())
          .hasSizeGreaterThanOrEqualTo(8)
          .containsExactlyInAnyOrderElementsOf(seen);
    }
    assertThat(CLASSES.size()).isGreaterThan(250);
  }

  @Test
  void features_knowNoOtherFeature() {
    holds(Architecture::featuresKnowNoOtherFeature, "KnowsAnotherFeature");
  }

  @Test
  void access_knowsNoFeature() {
    holds(Architecture::accessKnowsNoFeature, "KnowsAFeature");
  }

  @Test
  void delivery_knowsNoFeature() {
    holds(Architecture::deliveryKnowsNoFeature, "NotifiesForAFeature");
  }

  @Test
  void uploads_knowNoFeature() {
    holds(Architecture::uploadsKnowNoFeature, "KeepsFilesForAFeature");
  }

  @Test
  void platform_knowsNoOtherModule() {
    holds(Architecture::platformKnowsNobody, "KnowsAccess");
  }

  @Test
  void decisions_areMadeFromPlainValues() {
    holds(Architecture::decisionsArePlain, "KnowsThePlatform");
  }

  @Test
  void aws_isKnownToAdaptersAndWiringAlone() {
    holds(Architecture::awsIsBehindAdapters, "CallsAws", "CallsAwsToo");
  }

  @Test
  void features_showOnlyHandlers() {
    holds(Architecture::onlyHandlersArePublic, "PublicView");
  }

  @Test
  void packages_areFreeOfCycles() {
    holds(Architecture::packagesAreFreeOfCycles, "KnowsAbove");
  }

  @Test
  void handlers_extendNothing() {
    holds(Architecture::handlersExtendNothing, "InheritingHandler");
  }

  @Test
  void handlers_haveNoFieldsThatAreSetLater() {
    holds(Architecture::handlersAreGivenNothingLater, "InjectedHandler");
  }

  @Test
  void names_sayWhatTheClassDoes() {
    holds(Architecture::namesSayWhat, "FirmUtil", "FirmServiceImpl");
  }

  @Test
  void reflection_isNotUsed() {
    holds(Architecture::nobodyReflects, "Reflects", "LoadsByName");
  }

  @Test
  void environment_isReadInOnePlace() {
    holds(Architecture::environmentIsGiven, "ReadsTheEnvironment", "HandsOutTheEnvironment");
  }

  @Test
  void ownVariables_areRequired() {
    holds(Architecture::ownVariablesAreRequired, "TakesWhatIsThere");
  }

  @Test
  void time_isGiven() {
    holds(Architecture::timeIsGiven, "ReadsTheTime", "MakesAClock", "HandsOutTheTime");
  }

  @Test
  void snapshots_haveNothingRandom() {
    holds(Architecture::nothingRandomIsInASnapshot, "KeepsARandom", "DrawsBeforeItsSnapshot");
  }

  @Test
  void domains_areConvertedInOnePlace() {
    holds(Architecture::domainsAreConvertedInOnePlace, "ConvertsADomain");
  }

  @Test
  void queries_areReadOn() {
    holds(Architecture::queriesAreReadOn, "TakesAPartForAll");
  }

  @Test
  void packages_areNullMarked() {
    holds(Architecture::packagesAreNullMarked, "Unmarked");
  }

  private static void holds(Function<Architecture, ArchRule> rule, String... planted) {
    List<String> reported =
        rule.apply(new Architecture(PLANTED))
            .evaluate(PLANTED_CLASSES)
            .getFailureReport()
            .getDetails();
    for (String name : planted) {
      assertThat(reported).as("planted").anyMatch(line -> names(line, name));
    }
    assertThat(reported)
        .as("planted")
        .allMatch(line -> Stream.of(planted).anyMatch(name -> names(line, name)));

    rule.apply(new Architecture(PORTAL)).check(CLASSES);
  }

  private static boolean names(String line, String simpleName) {
    return line.matches("(?s).*" + Pattern.quote(PLANTED) + "[.\\w]*\\." + simpleName + "\\b.*");
  }
}
