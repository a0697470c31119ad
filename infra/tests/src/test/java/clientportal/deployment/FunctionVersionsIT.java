package clientportal.deployment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.template.Application;
import clientportal.local.template.ApplicationReader;
import clientportal.local.template.NestedStacks;
import clientportal.local.template.Place;
import clientportal.tools.MissingTool;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SAM's transform publishes a version of exactly the functions that a deployment changes: their
 * aliases lead to what is deployed, and nothing else starts anew.
 */
@Execution(ExecutionMode.CONCURRENT)
final class FunctionVersionsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A value of each parameter of the root template, and another one. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("Application", List.of("portal", "portal-two")),
          Map.entry("PortalUrl", List.of("https://a.test/portal", "https://a.test/clients")),
          Map.entry("StaffUrl", List.of("https://b.test/staff", "https://b.test/office")),
          Map.entry("PortalOrigin", List.of("https://a.test", "https://c.test")),
          Map.entry("StaffOrigin", List.of("https://b.test", "https://d.test")),
          Map.entry("MailFrom", List.of("portal@a.test", "mail@a.test")),
          Map.entry("AlarmMail", List.of("", "alarms@a.test")),
          Map.entry("SlowRequest", List.of("3000", "1000")),
          Map.entry("MonthlyBudget", List.of("0", "50")),
          Map.entry("ApiDomain", List.of("", "api.a.test")),
          Map.entry(
              "ApiCertificateArn", List.of("", "arn:aws:acm:eu-west-1:000000000000:certificate/1")),
          Map.entry("Rollout", List.of("AllAtOnce", "Canary10Percent5Minutes")),
          Map.entry("AccessLog", List.of("true", "false")),
          Map.entry("PasskeyDomain", List.of("a.test", "b.test")),
          Map.entry("SignInLimit", List.of("100", "0")),
          Map.entry("SecondFactor", List.of("required", "off")),
          Map.entry("SinglePutLimit", List.of("104857600", "5242880")),
          Map.entry("MalwareScanning", List.of("true", "false")),
          Map.entry("RestoredTable", List.of("", "restored")),
          Map.entry(
              "RestoredTableStreamArn",
              List.of(
                  "arn:aws:dynamodb:r:0:table/a/stream/1",
                  "arn:aws:dynamodb:r:0:table/a/stream/2")),
          Map.entry(
              "PagesCertificateArn",
              List.of("", "arn:aws:acm:us-east-1:000000000000:certificate/a")),
          Map.entry("LogRetentionDays", List.of("90", "30")));

  private static final String CODE = "a.zip";
  private static final String OTHER_CODE = "b.zip";
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

  /** What SAM made of each case: the versions by function, made in one run for all tests. */
  private static final Map<Case, Map<String, List<String>>> MADE = new LinkedHashMap<>();

  /** A template of functions, the parameters that it gets, and the zip. */
  private record Case(String template, Map<String, Object> parameters, String code) {}

  @BeforeAll
  static void transform() throws IOException, InterruptedException {
    Set<Case> cases = new LinkedHashSet<>(cases(Map.of(), CODE, AS_IT_IS));
    parameters().forEach(each -> cases.addAll(cases(changed(each), CODE, AS_IT_IS)));
    cases.addAll(cases(Map.of(), OTHER_CODE, AS_IT_IS));
    cases.addAll(cases(Map.of(), CODE, FunctionVersionsIT::withoutDescriptions));
    cases.addAll(cases(changed("RestoredTable"), CODE, FunctionVersionsIT::withoutDescriptions));
    try {
      String made =
          SamCli.install()
              .python(
                  SamCli.ROOT.resolve("infra/tests/src/test/resources/versions.py"),
                  JSON.writeValueAsString(cases));
      Iterator<Map<String, List<String>>> versions =
          JSON.readValue(made, new TypeReference<List<Map<String, List<String>>>>() {}).iterator();
      cases.forEach(each -> MADE.put(each, versions.next()));
    } catch (MissingTool missing) {
      throw missing.ends("sam");
    }
  }

  /** The root template has them. */
  static Stream<String> parameters() {
    return application(Map.of()).parameters().keySet().stream();
  }

  private static Map<String, String> changed(String parameter) {
    List<String> values = requireNonNull(VALUES.get(parameter), parameter + " has no values here");
    return Map.of(parameter, values.getLast());
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void changedParameter_publishesVersionsOfTheFunctionsThatGetIt(String parameter) {
    assertThat(published(changed(parameter), AS_IT_IS))
        .isEqualTo(differences(whatTheyGet(Map.of()), whatTheyGet(changed(parameter))));
  }

  @Test
  void theParametersReachFunctions() {
    assertThat(published(changed("RestoredTable"), AS_IT_IS)).hasSizeGreaterThan(60);
    assertThat(published(changed("MailFrom"), AS_IT_IS)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(published(changed("SinglePutLimit"), AS_IT_IS))
        .containsExactlyInAnyOrder("GetUploadLimits", "RequestUpload", "RequestVersion");
  }

  @Test
  void withoutAChange_noVersionIsPublished() {
    assertThat(published(Map.of(), AS_IT_IS)).isEmpty();
  }

  /** What this test would find: without the descriptions a new value publishes no version. */
  @Test
  void withoutDescriptions_aChangedParameterPublishesNothing() {
    assertThat(published(changed("RestoredTable"), FunctionVersionsIT::withoutDescriptions))
        .isEmpty();
  }

  @Test
  void changedCode_publishesVersionsOfAllFunctions_andNoneOfThemStays() {
    List<Case> before = cases(Map.of(), CODE, AS_IT_IS);
    List<Case> after = cases(Map.of(), OTHER_CODE, AS_IT_IS);

    for (int i = 0; i < before.size(); i++) {
      assertThat(versions(after.get(i)).values())
          .isNotEmpty()
          .doesNotContainAnyElementsOf(versions(before.get(i)).values())
          .allMatch(version -> version.contains("Delete"));
    }
  }

  private static String withoutDescriptions(String template) {
    return template.replaceAll("(?m)^ +VersionDescription: .*\n", "");
  }

  private static List<Case> cases(
      Map<String, String> changed, String code, UnaryOperator<String> edit) {
    return NestedStacks.parameters(Templates.ROOT, values(changed)).entrySet().stream()
        .filter(stack -> stack.getKey().toString().contains("/functions/"))
        .map(stack -> new Case(edit.apply(Templates.read(stack.getKey())), stack.getValue(), code))
        .toList();
  }

  /** Returns the functions of which the change publishes another version. */
  private static Set<String> published(Map<String, String> changed, UnaryOperator<String> edit) {
    return differences(versions(Map.of(), edit), versions(changed, edit));
  }

  /** Each function's version, by its operation; of a function with another name it is another. */
  private static Map<String, Object> versions(
      Map<String, String> changed, UnaryOperator<String> edit) {
    Map<String, Object> versions = new TreeMap<>();
    for (Case each : cases(changed, CODE, edit)) {
      Object application = requireNonNull(each.parameters().get("Application"));
      versions(each)
          .forEach((function, version) ->
              versions.put(function.replaceFirst("Function$", ""), List.of(application, version)));
    }
    return versions;
  }

  private static Map<String, List<String>> versions(Case of) {
    return requireNonNull(MADE.get(of));
  }

  /** Each function's name and environment, by its operation. */
  private static Map<String, Object> whatTheyGet(Map<String, String> changed) {
    return application(changed).functions().stream()
        .collect(
            toMap(
                function -> function.name().replaceFirst("^portal(-two)?-", ""),
                function -> List.of(function.name(), function.environment())));
  }

  private static Set<String> differences(Map<String, Object> before, Map<String, Object> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet()).isNotEmpty();
    Set<String> differences = new TreeSet<>(before.keySet());
    differences.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return differences;
  }

  private static Application application(Map<String, String> changed) {
    return ApplicationReader.read(Templates.ROOT, values(changed), Place.LOCAL);
  }

  private static Map<String, String> values(Map<String, String> changed) {
    Map<String, String> values = new HashMap<>();
    VALUES.forEach((name, both) -> values.put(name, both.getFirst()));
    values.putAll(changed);
    return values;
  }
}
