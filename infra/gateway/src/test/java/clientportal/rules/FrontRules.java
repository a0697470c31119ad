package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.gateway.Contract;
import clientportal.gateway.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the parts that face the internet: the API's stage, and mail. */
final class FrontRules {
  /** The variables allowed in an access log: no path, no headers, no email address. */
  static final Set<String> LOGGED =
      Set.of(
          "requestId",
          "requestTime",
          "routeKey",
          "status",
          "authorizer.claims.sub",
          "identity.sourceIp",
          "responseLatency",
          "integrationLatency",
          "responseLength",
          "authorizer.error",
          "integration.error");

  private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z.]+)");
  private static final Set<String> EVENTS = Set.of("delivery", "bounce", "complaint");

  private FrontRules() {}

  static List<String> apisFailOnWarnings(Template template) {
    return template
        .resources("AWS::ApiGatewayV2::Api")
        .flatMap(
            api -> check(api.own().at("FailOnWarnings").is("true"), api, "ignores import warnings"))
        .toList();
  }

  static List<String> stagesAreThrottledAndLogNoSecrets(Template template) {
    return template
        .resources("AWS::ApiGatewayV2::Stage")
        .flatMap(stage -> {
          Tree throttle = stage.own().at("DefaultRouteSettings");
          String format = stage.own().at("AccessLogSettings", "Format").text();
          return Stream.of(
                  check(
                      throttle.at("ThrottlingRateLimit").number() > 0
                          && throttle.at("ThrottlingBurstLimit").number() > 0,
                      stage,
                      "is not throttled"),
                  check(
                      Stream.of("staffClientId", "secondFactor")
                          .noneMatch(name -> stage.own().at("StageVariables", name).isAbsent()),
                      stage,
                      "does not say how staff must sign in"),
                  check(
                      template.has(
                          stage.own().at("AccessLogSettings", "DestinationArn").target(),
                          "AWS::Logs::LogGroup"),
                      stage,
                      "has no log"),
                  VARIABLE
                      .matcher(format)
                      .results()
                      .map((MatchResult found) -> found.group(1))
                      .filter(variable -> !LOGGED.contains(variable))
                      .map(variable -> stage.violation("logs " + variable)))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** The routes that need no token, and only these, have limits of their own, below the others'. */
  static List<String> publicRoutesAreThrottled(Template root, Contract contract) {
    return root.resources("AWS::ApiGatewayV2::Stage")
        .flatMap(stage -> {
          Map<String, Tree> routes = stage.own().at("RouteSettings").fields();
          Set<String> expected =
              contract.operations().stream()
                  .filter(Operation::isPublic)
                  .map(each -> each.method().toUpperCase(Locale.ROOT) + " " + each.path())
                  .collect(Collectors.toCollection(TreeSet::new));
          return Stream.concat(
              expected.stream()
                  .filter(route ->
                      !isThrottled(
                          routes.getOrDefault(route, Tree.NONE),
                          stage.own().at("DefaultRouteSettings")))
                  .map(route -> stage.violation("lets a flood of " + route + " stop the others")),
              routes.keySet().stream()
                  .filter(route -> !expected.contains(route))
                  .map(
                      route -> stage.violation("has settings of " + route + ", which needs none")));
        })
        .toList();
  }

  private static boolean isThrottled(Tree route, Tree others) {
    return Stream.of("ThrottlingRateLimit", "ThrottlingBurstLimit")
        .allMatch(limit ->
            route.at(limit).number() > 0
                && route.at(limit).number() * 10 <= others.at(limit).number());
  }

  static List<String> mailIsEncryptedAndReported(Template template) {
    Stream<String> encrypted =
        template
            .resources("AWS::SES::ConfigurationSet")
            .flatMap(set ->
                check(
                    set.own().at("DeliveryOptions", "TlsPolicy").is("REQUIRE"),
                    set,
                    "sends without TLS"));
    Stream<String> reported =
        template
            .resources("AWS::SES::ConfigurationSetEventDestination")
            .map(destination -> new Reported(destination, destination.own().at("EventDestination")))
            .flatMap(each ->
                check(
                    each.tree().at("Enabled").is("true")
                        && !each.tree().at("EventBridgeDestination").isAbsent()
                        && each.tree()
                            .at("MatchingEventTypes")
                            .texts()
                            .toList()
                            .containsAll(EVENTS),
                    each.resource(),
                    "does not report deliveries, bounces and complaints"));
    return Stream.concat(encrypted, reported).toList();
  }

  private record Reported(Template.Resource resource, Tree tree) {}
}
