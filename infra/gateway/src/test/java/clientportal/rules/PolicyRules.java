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

  private PolicyRules() {}

  /**
   * A policy that SAM or AWS wrote, {@code DynamoDBCrudPolicy} first of all, allows more than one
   * reads.
   */
  static List<String> policiesAreWrittenOut(Template template) {
    return template
        .functions()
        .flatMap(function ->
            function.own().at("Policies").each().stream()
                .flatMap(policy ->
                    check(!policy.at("Statement").isAbsent(), function, "has a policy by name")))
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
                            !name.contains("*") || WILDCARDS.contains(name),
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
