package clientportal.rules;

import static clientportal.rules.FunctionRules.check;
import static java.util.stream.Collectors.toSet;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for whole templates: size, protected state, and parameters of nested stacks. */
final class StackRules {
  /** CloudFormation's limit is 500. */
  static final int MAX_RESOURCES = 450;

  /** The intrinsic functions that the local stack supports. */
  private static final Set<String> INTRINSICS =
      Set.of(
          "Ref",
          "Condition",
          "Fn::Sub",
          "Fn::GetAtt",
          "Fn::Join",
          "Fn::Select",
          "Fn::Split",
          "Fn::If",
          "Fn::Equals",
          "Fn::Not",
          "Fn::And",
          "Fn::Or",
          "Fn::Transform");

  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{(\\w+)}");

  private StackRules() {}

  static List<String> stateIsProtected(Template template) {
    return template.resources().flatMap(resource -> stateOf(template, resource)).toList();
  }

  private static Stream<String> stateOf(Template template, Resource resource) {
    Tree own = resource.own();
    return switch (resource.type()) {
      case "AWS::DynamoDB::Table" ->
          Stream.of(
                  retained(resource),
                  check(own.at("DeletionProtectionEnabled").is("true"), resource, "can be deleted"),
                  check(
                      own.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")
                          .is("true"),
                      resource,
                      "cannot be restored"))
              .flatMap(violation -> violation);
      case "AWS::S3::Bucket" ->
          Stream.of(
                  retained(resource),
                  check(
                      Stream.of(
                              "BlockPublicAcls",
                              "BlockPublicPolicy",
                              "IgnorePublicAcls",
                              "RestrictPublicBuckets")
                          .allMatch(
                              name -> own.at("PublicAccessBlockConfiguration", name).is("true")),
                      resource,
                      "can be made public"),
                  check(!own.at("BucketEncryption").isAbsent(), resource, "has no encryption"),
                  check(
                      isTlsOnly(template, resource.id()), resource, "accepts requests without TLS"))
              .flatMap(violation -> violation);
      case "AWS::Cognito::UserPool" ->
          Stream.concat(
              retained(resource),
              check(own.at("DeletionProtection").is("ACTIVE"), resource, "can be deleted"));
      case "AWS::Logs::LogGroup" ->
          check(!own.at("RetentionInDays").isAbsent(), resource, "keeps its log for ever");
      default -> Stream.empty();
    };
  }

  private static Stream<String> retained(Resource resource) {
    return check(
        resource.tree().at("DeletionPolicy").is("Retain")
            && resource.tree().at("UpdateReplacePolicy").is("Retain"),
        resource,
        "is deleted with its stack");
  }

  private static boolean isTlsOnly(Template template, String bucket) {
    return template
        .resources("AWS::S3::BucketPolicy")
        .filter(policy -> policy.own().at("Bucket").target().equals(bucket))
        .flatMap(policy -> policy.own().at("PolicyDocument", "Statement").each().stream())
        .anyMatch(statement ->
            statement.at("Effect").is("Deny")
                && statement.at("Principal").is("*")
                && statement.at("Action").is("s3:*")
                && statement.at("Condition", "Bool", "aws:SecureTransport").is("false"));
  }

  static List<String> resourcesStayBelowTheLimit(Template template) {
    long count = template.resources().mapToLong(StackRules::transformed).sum();
    return count <= MAX_RESOURCES
        ? List.of()
        : List.of(template.path() + " becomes " + count + " resources");
  }

  /**
   * The number of resources after SAM's transform: a function becomes a function, version and
   * alias, a role unless it names one, a deployment group if its rollout may be gradual, and
   * resources for its events.
   */
  private static long transformed(Resource resource) {
    if (!resource.type().equals("AWS::Serverless::Function")) {
      return 1;
    }
    long events =
        resource.own().at("Events").fields().values().stream()
            .mapToLong(event -> event.at("Type").text().startsWith("Schedule") ? 2 : 1)
            .sum();
    return 3
        + events
        + (resource.own().at("Role").isAbsent() ? 1 : 0)
        + (resource.own().at("EventInvokeConfig").isAbsent() ? 0 : 1)
        + (resource.properties().at("DeploymentPreference").isAbsent() ? 0 : 1);
  }

  /** Each parameter reaches something: a stage that sets another would change nothing. */
  static List<String> parametersAreUsed(Template template) {
    Set<String> used =
        template
            .tree()
            .all()
            .flatMap(tree ->
                Stream.concat(
                    Stream.of(tree.at("Ref").text()),
                    SUBSTITUTED
                        .matcher(
                            tree.at("Fn::Sub").isAbsent()
                                ? ""
                                : String.join(" ", tree.at("Fn::Sub").texts().toList()))
                        .results()
                        .map((MatchResult found) -> found.group(1))))
            .collect(toSet());
    return template.tree().at("Parameters").fields().keySet().stream()
        .filter(parameter -> !used.contains(parameter))
        .map(parameter -> parameter + " is not used")
        .toList();
  }

  static List<String> intrinsicsAreSupported(Template template) {
    return template
        .tree()
        .all()
        .flatMap(tree -> tree.fields().keySet().stream())
        .filter(name -> name.startsWith("Fn::") && !INTRINSICS.contains(name))
        .distinct()
        .toList();
  }

  /**
   * Each nested stack gets exactly the parameters that it declares, and has every output that the
   * root reads.
   */
  static List<String> nestedStacksFit(List<Template> templates) {
    Template root = templates.getFirst();
    return root.resources("AWS::CloudFormation::Stack")
        .flatMap(stack -> {
          Tree nested =
              templates.stream()
                  .filter(template -> stack.own().at("TemplateURL").is(template.path()))
                  .findFirst()
                  .map(Template::tree)
                  .orElse(Tree.NONE);
          Set<String> given = new TreeSet<>(stack.own().at("Parameters").fields().keySet());
          Set<String> taken = new TreeSet<>(nested.at("Parameters").fields().keySet());
          String outputs = stack.id() + ".Outputs.";
          Stream<String> unknown =
              root.tree()
                  .texts()
                  .filter(text -> text.startsWith(outputs))
                  .filter(text -> nested.at("Outputs", text.substring(outputs.length())).isAbsent())
                  .map(text -> stack.violation("has no output " + text));
          return Stream.concat(
              check(given.equals(taken), stack, "takes " + taken + ", but gets " + given), unknown);
        })
        .toList();
  }
}
