package clientportal.rules;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for the names, aliases, logs and operations of functions. */
final class FunctionRules {
  /** Functions without a route. */
  static final Set<String> WITHOUT_ROUTE =
      Set.of(
          "ConfirmUpload",
          "ConfirmLogo",
          "SweepUploads",
          "RelayEvents",
          "RelayLostEvents",
          "SendInvitations",
          "RecordMailReports",
          "ReportBounces",
          "SendVerifications",
          "SendAccountAlerts",
          "RecordNotices",
          "FanOutGroupNote",
          "ContinueHandOver",
          "SendDueDigests",
          "SendReminders",
          "AppointOperator",
          "RevokeSessions");

  private FunctionRules() {}

  /** Logical id, function and handler have the operation's name, and the zip the module's. */
  static List<String> namesFollowTheOperation(Template template) {
    String module = template.module();
    return template
        .functions()
        .flatMap(function -> {
          String operation = function.operation();
          return Stream.of(
                  check(
                      !operation.isEmpty(),
                      function,
                      "FunctionName is not ${Application}-<Operation>"),
                  check(
                      function.id().equals(operation + "Function"),
                      function,
                      "is not named after its operation"),
                  check(
                      function
                          .own()
                          .at("Handler")
                          .is("clientportal." + module + "." + operation + "Handler"),
                      function,
                      "Handler is not that of its operation and module"),
                  // Not in Globals: there SAM does not rewrite the path for the build folder.
                  check(
                      function.own().at("CodeUri").is("target/" + module + ".zip"),
                      function,
                      "CodeUri is not its module's zip"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /**
   * Without AutoPublishAliasAllProperties, a change of only the environment publishes no version,
   * and the alias keeps the old one.
   */
  static List<String> eachHasAliasAndLog(Template template) {
    return template
        .functions()
        .flatMap(function ->
            Stream.of(
                    check(
                        function.properties().at("AutoPublishAlias").is("live"),
                        function,
                        "has no alias live"),
                    check(
                        function.properties().at("AutoPublishAliasAllProperties").is("true"),
                        function,
                        "lacks AutoPublishAliasAllProperties"),
                    check(
                        template.has(
                            function.properties().at("LoggingConfig", "LogGroup").target(),
                            "AWS::Logs::LogGroup"),
                        function,
                        "does not log to its module's log group"),
                    check(
                        function.properties().at("LoggingConfig", "LogFormat").is("Text"),
                        function,
                        "wraps its log lines"))
                .flatMap(violation -> violation))
        .toList();
  }

  /**
   * Each of the contract's operationIds has a function, and each function has an operation or is
   * listed as one without.
   */
  static List<String> functionsEqualOperations(Set<String> operations, List<Template> templates) {
    Set<String> expected =
        operations.stream()
            .map(id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> routed =
        functions(templates)
            .map(Resource::operation)
            .filter(operation -> !WITHOUT_ROUTE.contains(operation))
            .collect(Collectors.toCollection(TreeSet::new));
    return differences(expected, "has no function", routed, "has no operation");
  }

  static Stream<Resource> functions(List<Template> templates) {
    return templates.stream().flatMap(Template::functions);
  }

  static Stream<String> check(boolean ok, Resource resource, String fault) {
    return ok ? Stream.empty() : Stream.of(resource.violation(fault));
  }

  private static List<String> differences(
      Set<String> expected, String missing, Set<String> found, String unexpected) {
    Stream<String> lacking =
        expected.stream().filter(name -> !found.contains(name)).map(name -> name + " " + missing);
    Stream<String> surplus =
        found.stream()
            .filter(name -> !expected.contains(name))
            .map(name -> name + " " + unexpected);
    return Stream.concat(lacking, surplus).sorted().toList();
  }
}
