package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about what faces the world: the API's stage, and mail. */
final class FrontRules {
  /** What an access log may say of a request: neither its path, nor its headers, nor an address. */
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
  private static final Set<String> TOLD = Set.of("delivery", "bounce", "complaint");

  private FrontRules() {}

  static List<String> apisRefuseWhatTheyDoNotUnderstand(Template template) {
    return template
        .resources("AWS::ApiGatewayV2::Api")
        .flatMap(api ->
            check(api.own().at("FailOnWarnings").is("true"), api, "opens in spite of warnings"))
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
                      template.has(
                          stage.own().at("AccessLogSettings", "DestinationArn").target(),
                          "AWS::Logs::LogGroup"),
                      stage,
                      "logs nowhere"),
                  VARIABLE
                      .matcher(format)
                      .results()
                      .map((MatchResult found) -> found.group(1))
                      .filter(variable -> !LOGGED.contains(variable))
                      .map(variable -> stage.says("logs " + variable)))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  static List<String> mailIsEncryptedAndReported(Template template) {
    Stream<String> encrypted =
        template
            .resources("AWS::SES::ConfigurationSet")
            .flatMap(set ->
                check(
                    set.own().at("DeliveryOptions", "TlsPolicy").is("REQUIRE"),
                    set,
                    "sends in the clear"));
    Stream<String> reported =
        template
            .resources("AWS::SES::ConfigurationSetEventDestination")
            .map(destination -> new Reported(destination, destination.own().at("EventDestination")))
            .flatMap(each ->
                check(
                    each.tree().at("Enabled").is("true")
                        && !each.tree().at("EventBridgeDestination").isAbsent()
                        && each.tree().at("MatchingEventTypes").texts().toList().containsAll(TOLD),
                    each.resource(),
                    "does not tell what became of a mail"));
    return Stream.concat(encrypted, reported).toList();
  }

  private record Reported(Template.Resource resource, Tree tree) {}
}
