package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Rules for the runtime and timeout of functions, and for what may start them. */
final class RuntimeRules {
  /** Seconds; an HTTP API times out after 30. */
  private static final int LONGEST_WAIT = 29;

  private RuntimeRules() {}

  static List<String> eachRunsOnJava25AndArm(Template template) {
    return template
        .functions()
        .flatMap(function ->
            Stream.concat(
                check(
                    function.properties().at("Runtime").is("java25"),
                    function,
                    "does not run on Java 25"),
                check(
                    function
                        .properties()
                        .at("Architectures")
                        .texts()
                        .toList()
                        .equals(List.of("arm64")),
                    function,
                    "does not run on arm64")))
        .toList();
  }

  static List<String> waitsAreShort(Template template) {
    return template
        .functions()
        .filter(RuntimeRules::isWaitedFor)
        .flatMap(function ->
            check(
                seconds(function) <= LONGEST_WAIT && seconds(function) > 0,
                function,
                "may run longer than the API waits"))
        .toList();
  }

  /** A snapshot that nobody called for 14 days fails its next call: none where nobody waits. */
  static List<String> snapStartIsWherePeopleWait(Template template) {
    return template
        .functions()
        .flatMap(function ->
            isWaitedFor(function)
                ? check(
                    function.properties().at("SnapStart", "ApplyOn").is("PublishedVersions"),
                    function,
                    "has no SnapStart, and people wait for it")
                : check(
                    function.properties().at("SnapStart").isAbsent(),
                    function,
                    "has SnapStart, and nobody waits for it"))
        .toList();
  }

  private static boolean isWaitedFor(Resource function) {
    return !FunctionRules.WITHOUT_ROUTE.contains(function.operation());
  }

  private static int seconds(Resource function) {
    return function.properties().at("Timeout").number();
  }

  /** Requests start functions only through the API, and functions start others only by events. */
  static List<String> onlyApiAndEventsStartThem(Template template) {
    Stream<String> urls =
        template
            .functions()
            .flatMap(function ->
                check(
                    function.properties().at("FunctionUrlConfig").isAbsent(),
                    function,
                    "has a URL of its own"));
    Stream<String> permissions =
        template
            .resources()
            .filter(resource ->
                resource.type().equals("AWS::Lambda::Permission")
                    || resource.type().equals("AWS::Lambda::Url"))
            .map(resource -> resource.violation("allows others to start a function"));
    return Stream.of(urls, permissions, invocations(template))
        .flatMap(violations -> violations)
        .toList();
  }

  /** A role that nobody but the scheduler assumes. */
  private static boolean isOfSchedule(Resource resource) {
    List<Tree> trusted = resource.own().at("AssumeRolePolicyDocument", "Statement").each();
    return !trusted.isEmpty()
        && trusted.stream()
            .allMatch(
                statement -> statement.at("Principal", "Service").is("scheduler.amazonaws.com"));
  }

  private static Stream<String> invocations(Template template) {
    return template
        .resources()
        .filter(resource -> !template.module().isEmpty() && !isOfSchedule(resource))
        .flatMap(resource ->
            resource
                .own()
                .all()
                .filter(statement -> statement.at("Effect").is("Allow"))
                .flatMap(statement -> statement.at("Action").texts())
                .filter(action -> action.startsWith("lambda:"))
                .map(action -> resource.violation("a function may call another with " + action)));
  }
}
