package clientportal.rules;

import static clientportal.rules.FunctionRules.check;
import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Rules for gradual rollouts: CodeDeploy moves every alias, and goes back on an alarm. */
final class RolloutRules {
  private static final String ALARMS_OF_REQUESTS = "ServerErrors";

  /** CodeDeploy's limit for one deployment. */
  private static final int MOST_ALARMS = 10;

  private RolloutRules() {}

  /** Whether and how the rollout is gradual is for the stage to say; the role is the module's. */
  static List<String> eachFunctionIsRolledOut(Template template) {
    return template
        .functions()
        .flatMap(function -> {
          Tree preference = function.properties().at("DeploymentPreference");
          List<String> alarms = alarms(preference);
          return Stream.of(
                  check(
                      preference.at("Enabled", "Ref").is("RolloutIsGradual")
                          && preference.at("Type", "Ref").is("Rollout"),
                      function,
                      "is not rolled out as the stage says"),
                  check(
                      preference.at("Role", "Fn::GetAtt").is("RolloutRole.Arn"),
                      function,
                      "is rolled out by a role of SAM's"),
                  check(
                      alarms.contains(ALARMS_OF_REQUESTS) && alarms.size() <= MOST_ALARMS,
                      function,
                      "does not go back when requests fail, or has too many alarms"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** The role may move the alias of each function, and nothing else. */
  static List<String> rolesMoveEachAlias(Template template) {
    Set<String> expected =
        template
            .functions()
            .flatMap(
                function -> Stream.of(function.id() + ".Arn", "${" + function.id() + ".Arn}:live"))
            .collect(toCollection(TreeSet::new));
    return template
        .resources("AWS::IAM::Role")
        .filter(role -> role.id().equals("RolloutRole"))
        .flatMap(role -> {
          Set<String> named =
              role.own()
                  .at("Policies")
                  .all()
                  .filter(statement ->
                      statement.at("Action").texts().anyMatch("lambda:UpdateAlias"::equals))
                  .flatMap(statement -> statement.at("Resource").texts())
                  .collect(toCollection(TreeSet::new));
          Set<String> difference = new TreeSet<>(expected);
          difference.addAll(named);
          difference.removeIf(each -> expected.contains(each) && named.contains(each));
          return check(difference.isEmpty(), role, "moves too much or too little: " + difference);
        })
        .toList();
  }

  /** Where CodeDeploy finds no alarm of the name, it refuses to deploy. */
  static List<String> alarmsExist(List<Template> templates) {
    Set<String> names =
        templates.stream()
            .flatMap(template -> template.resources(ObservabilityRules.ALARM))
            .map(alarm -> alarm.own().at("AlarmName", "Fn::Sub").text())
            .collect(toCollection(TreeSet::new));
    return FunctionRules.functions(templates)
        .flatMap(function -> alarms(function.properties().at("DeploymentPreference")).stream())
        .distinct()
        .filter(alarm -> !names.contains("${Application}-" + alarm))
        .map(alarm -> "there is no alarm " + alarm)
        .toList();
  }

  /** An alarm is called like its resource, so that mails, runbook and rollouts name the same. */
  static List<String> alarmsHaveTheirNames(Template template) {
    return template
        .resources(ObservabilityRules.ALARM)
        .flatMap(alarm ->
            check(
                alarm.own().at("AlarmName", "Fn::Sub").is("${Application}-" + alarm.id()),
                alarm,
                "has another name than its resource"))
        .toList();
  }

  private static List<String> alarms(Tree preference) {
    return preference.at("Alarms").each().stream()
        .map(alarm -> alarm.at("Fn::Sub").text().replace("${Application}-", ""))
        .toList();
  }
}
