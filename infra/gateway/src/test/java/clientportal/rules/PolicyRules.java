package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about what is allowed to whom. */
final class PolicyRules {
  /**
   * The only resources with a wildcard: objects have a key each, and functions are named after
   * their application.
   */
  static final Set<String> WILDCARDS =
      Set.of(
          "${BucketArn}/*",
          "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Application}-*:live");

  /** X-Ray has no resources to name. */
  private static final Set<String> WITHOUT_RESOURCES =
      Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

  private static final Tree ASSUMED_BY_LAMBDA =
      Tree.parse(
          "{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole"
              + " }");

  private static final Tree RUNS = Tree.parse("!Ref Runs");

  private static final Tree LOGS_AND_TRACES =
      Tree.parse(
          """
          - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt Logs.Arn }
          - { Effect: Allow, Action: [xray:PutTraceSegments, xray:PutTelemetryRecords], Resource: '*' }
          """);

  private PolicyRules() {}

  /**
   * To a role that it makes itself SAM adds policies of AWS's, which allow on everything. So each
   * function names a role of its own, and the role says all.
   */
  static List<String> eachFunctionHasItsRole(Template template) {
    return template
        .functions()
        .flatMap(function -> {
          String role = function.operation() + "Role";
          Tree properties = template.properties(role);
          return Stream.of(
                  check(
                      function.own().at("Role", "Fn::GetAtt").is(role + ".Arn")
                          && template.has(role, "AWS::IAM::Role"),
                      function,
                      "has no role of its own"),
                  check(
                      function.own().at("Policies").isAbsent(),
                      function,
                      "has policies beside its role's"),
                  check(
                      properties
                          .at("AssumeRolePolicyDocument", "Statement")
                          .each()
                          .equals(List.of(ASSUMED_BY_LAMBDA)),
                      function,
                      "has a role that others may assume"),
                  check(
                      properties.at("ManagedPolicyArns").each().equals(List.of(RUNS)),
                      function,
                      "has a role with policies by name"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** What every role has beside its own policy, and no test of what a function uses looks at. */
  static List<String> runningMeansLogsAndTraces(Template template) {
    return template
        .resources("AWS::IAM::ManagedPolicy")
        .flatMap(policy ->
            check(
                policy.id().equals("Runs")
                    && policy.own().at("PolicyDocument", "Statement").equals(LOGS_AND_TRACES),
                policy,
                "grants more or less than lines and traces"))
        .toList();
  }

  static List<String> actionsAreExact(Template template) {
    return allowed(
        template,
        (resource, statement) ->
            Stream.concat(
                check(!statement.at("Action").isAbsent(), resource, "allows all actions but some"),
                statement
                    .at("Action")
                    .texts()
                    .flatMap(action ->
                        Stream.of(
                                check(
                                    !action.contains("*") && !action.contains("?"),
                                    resource,
                                    "allows " + action),
                                check(
                                    !action.equals("dynamodb:Scan"), resource, "allows " + action))
                            .flatMap(violation -> violation))));
  }

  /** The policy of a role says who may assume it, and names no resource. */
  static List<String> resourcesAreExact(Template template) {
    return allowed(
        template,
        (resource, statement) ->
            Stream.concat(
                check(
                    statement.at("Action").is("sts:AssumeRole")
                        || !statement.at("Resource").isAbsent(),
                    resource,
                    "allows all resources but some"),
                statement
                    .at("Resource")
                    .texts()
                    .flatMap(name ->
                        check(
                            !name.contains("*")
                                || WILDCARDS.contains(name)
                                || WITHOUT_RESOURCES.containsAll(
                                    statement.at("Action").texts().toList()),
                            resource,
                            "allows on " + name))));
  }

  private interface StatementRule {
    Stream<String> violations(Resource resource, Tree statement);
  }

  /**
   * Statements are found by their effect, wherever a resource holds them: a new kind of policy
   * can't be forgotten.
   */
  private static List<String> allowed(Template template, StatementRule rule) {
    return template
        .resources()
        .flatMap(resource ->
            resource
                .own()
                .all()
                .filter(statement -> statement.at("Effect").is("Allow"))
                .flatMap(statement -> rule.violations(resource, statement)))
        .toList();
  }
}
