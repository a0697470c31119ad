package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for the permissions of roles and policies. */
final class PolicyRules {
  /**
   * The only resources that may have a wildcard: all documents and all logos in the bucket, the
   * files of their access log, those of the pages, and the rules that GuardDuty makes for itself.
   */
  static final Set<String> WILDCARDS =
      Set.of(
          "${BucketArn}/firms/*",
          "${BucketArn}/sites/*",
          "${Bucket.Arn}/firms/*",
          "${Bucket.Arn}/sites/*",
          "${AccessLog.Arn}/AWSLogs/${AWS::AccountId}/*",
          "${Files.Arn}/*",
          "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*");

  /**
   * X-Ray does not support resources in policies, alarms are described all or none, and a phone
   * number is no resource.
   */
  private static final Set<String> ACTIONS_WITHOUT_RESOURCE =
      Set.of(
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "cloudwatch:DescribeAlarms",
          "sns:CheckIfPhoneNumberIsOptedOut");

  /** Allows text messages alone: whatever is not a topic, application or subscription. */
  private static final Tree TO_PHONE_NUMBERS =
      Tree.parse(
          "{ Effect: Allow, Action: sns:Publish,"
              + " NotResource: !Sub 'arn:${AWS::Partition}:sns:*:*:*' }");

  private static final Tree ASSUMED_BY_LAMBDA =
      Tree.parse(
          "{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole,"
              + " Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } } }");

  private static final Tree RUNS = Tree.parse("!Ref Runs");

  private static final Tree LOGS_AND_TRACES =
      Tree.parse(
          """
          - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt Logs.Arn }
          - { Effect: Allow, Action: [xray:PutTraceSegments, xray:PutTelemetryRecords], Resource: '*' }
          """);

  private PolicyRules() {}

  /**
   * SAM adds AWS's managed policies, which allow all resources, to the roles that it creates. So
   * each function has a role of its own, with all its permissions.
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
                      "has policies besides its role"),
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
                      "has a role with other managed policies"))
              .flatMap(violation -> violation);
        })
        .toList();
  }

  /** A service acts for every account of AWS; for ours it may act only on our behalf. */
  static List<String> trustNamesTheAccount(Template template) {
    return template
        .resources("AWS::IAM::Role")
        .flatMap(role ->
            role.own().at("AssumeRolePolicyDocument", "Statement").each().stream()
                .flatMap(statement ->
                    check(
                        statement
                            .at("Condition", "StringEquals", "aws:SourceAccount")
                            .target()
                            .equals("AWS::AccountId"),
                        role,
                        "is assumed for other accounts")))
        .toList();
  }

  /** SAM's role for a schedule would trust the scheduler of every account. */
  static List<String> schedulesHaveARole(Template template) {
    return template
        .functions()
        .flatMap(function ->
            function.own().at("Events").fields().values().stream()
                .filter(event -> event.at("Type").is("ScheduleV2"))
                .flatMap(event ->
                    check(
                        template.has(event.at("Properties", "RoleArn").target(), "AWS::IAM::Role"),
                        function,
                        "is started by a role of SAM's")))
        .toList();
  }

  /** The policy that every role has; the test of unused permissions does not cover it. */
  static List<String> functionsMayOnlyLogAndTrace(Template template) {
    return template
        .resources("AWS::IAM::ManagedPolicy")
        .flatMap(policy ->
            check(
                policy.id().equals("Runs")
                    && policy.own().at("PolicyDocument", "Statement").equals(LOGS_AND_TRACES),
                policy,
                "grants more or less than logs and traces"))
        .toList();
  }

  static List<String> actionsAreExact(Template template) {
    return allowed(
        template,
        (resource, statement) ->
            Stream.concat(
                check(
                    !statement.at("Action").isAbsent(), resource, "allows all actions except some"),
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

  /** Only a role's trust policy names no resource. */
  static List<String> resourcesAreExact(Template template) {
    return allowed(
        template,
        (resource, statement) ->
            Stream.concat(
                check(
                    statement.at("Action").is("sts:AssumeRole")
                        || statement.equals(TO_PHONE_NUMBERS)
                        || !statement.at("Resource").isAbsent(),
                    resource,
                    "allows all resources except some"),
                statement
                    .at("Resource")
                    .texts()
                    .flatMap(name ->
                        check(
                            !name.contains("*")
                                || WILDCARDS.contains(name)
                                || ACTIONS_WITHOUT_RESOURCE.containsAll(
                                    statement.at("Action").texts().toList()),
                            resource,
                            "allows on " + name))));
  }

  private interface StatementRule {
    Stream<String> violations(Resource resource, Tree statement);
  }

  /**
   * Finds statements by their effect, anywhere in a resource, so that no kind of policy is missed.
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
