package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules for the versions of functions: whatever a function gets from a parameter reaches its alias.
 *
 * <p>SAM names a version after the function's properties as they are written, so that a new value
 * of a parameter alone names the same version, and the alias keeps the old value. CloudFormation
 * replaces a version whose description has changed.
 */
final class VersionRules {
  /** Lambda's limit. */
  static final int LONGEST_DESCRIPTION = 256;

  /**
   * Properties that a version does not contain, or that reach it otherwise: a function with another
   * name is another function, its role and log group are named after it, and how an alias moves is
   * nothing of a version's.
   */
  private static final Set<String> NOT_IN_A_VERSION =
      Set.of(
          "CodeUri",
          "DeploymentPreference",
          "EventInvokeConfig",
          "Events",
          "FunctionName",
          "LoggingConfig",
          "ReservedConcurrentExecutions",
          "Role",
          "VersionDescription");

  /** It is a part of each function's name. */
  private static final String APPLICATION = "Application";

  /**
   * The longest values of the outputs of nested stacks. CloudFormation makes the names of the table
   * and the topic of those of the stage and the nested stack, and of two ids of 13 characters.
   */
  private static final Map<String, Integer> LONGEST_OUTPUTS =
      Map.of(
          "TableName",
          38 + StageRules.LONGEST_STACK_NAME,
          "TopicArn",
          100 + StageRules.LONGEST_STACK_NAME,
          "BucketName",
          63,
          "UserPoolId",
          55,
          "UserPoolClientId",
          26);

  private VersionRules() {}

  /** The description is made of the parameters that the function gets, in their order. */
  static List<String> descriptionsHaveWhatFunctionsGet(Template template) {
    return template.functions().flatMap(VersionRules::description).toList();
  }

  private static Stream<String> description(Resource function) {
    List<Tree> values = referring(function);
    String expected = written(values);
    return Stream.concat(
        values.stream()
            .filter(value -> value.at("Ref").isAbsent())
            .map(value -> function.violation("gets " + value.texts().toList() + " not by Ref")),
        check(
            written(function.own().at("VersionDescription")).equals(expected),
            function,
            expected.isEmpty()
                ? "has a VersionDescription without need"
                : "does not have VersionDescription: " + expected));
  }

  /** The values with a reference in the properties of the version. */
  private static List<Tree> referring(Resource function) {
    return function.properties().fields().entrySet().stream()
        .filter(property -> !NOT_IN_A_VERSION.contains(property.getKey()))
        .flatMap(property -> property.getValue().all())
        .filter(value ->
            value.fields().keySet().stream()
                .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::")))
        .filter(value -> !value.at("Ref").is(APPLICATION))
        .distinct()
        .toList();
  }

  private static String written(List<Tree> references) {
    return references.size() == 1
        ? "!Ref " + references.getFirst().at("Ref").text()
        : references.stream()
            .map(reference -> "${" + reference.at("Ref").text() + "}")
            .collect(Collectors.joining(" ", references.isEmpty() ? "" : "!Sub ", ""));
  }

  private static String written(Tree description) {
    if (description.isAbsent()) {
      return "";
    }
    return description.at("Ref").isAbsent()
        ? "!Sub " + description.at("Fn::Sub").text()
        : "!Ref " + description.at("Ref").text();
  }

  /** Whatever values a stage has, each description is one that Lambda accepts. */
  static List<String> descriptionsFit(List<Template> templates) {
    Template root = templates.getFirst();
    return root.resources("AWS::CloudFormation::Stack")
        .flatMap(stack ->
            templates.stream()
                .filter(template -> stack.own().at("TemplateURL").is(template.path()))
                .flatMap(Template::functions)
                .flatMap(function -> {
                  List<Tree> values = referring(function);
                  int longest =
                      values.stream()
                          .map(value -> stack.own().at("Parameters", value.at("Ref").text()))
                          .mapToInt(value -> longest(root, value))
                          .sum();
                  return check(
                      longest + values.size() - 1 <= LONGEST_DESCRIPTION,
                      function,
                      "may get a description of more than " + LONGEST_DESCRIPTION + " characters");
                }))
        .toList();
  }

  /** The length of the longest value; of a parameter without a limit, more than ever fits. */
  private static int longest(Template root, Tree given) {
    if (given.at("Ref").isAbsent()) {
      String output = given.at("Fn::GetAtt").text().replaceFirst(".*\\.", "");
      return LONGEST_OUTPUTS.getOrDefault(output, LONGEST_DESCRIPTION + 1);
    }
    Tree parameter = root.tree().at("Parameters", given.at("Ref").text());
    if (!parameter.at("MaxLength").isAbsent()) {
      return parameter.at("MaxLength").number();
    }
    if (!parameter.at("AllowedValues").isAbsent()) {
      return parameter.at("AllowedValues").texts().mapToInt(String::length).max().orElseThrow();
    }
    return parameter.at("MaxValue").isAbsent()
        ? LONGEST_DESCRIPTION + 1
        : parameter.at("MaxValue").text().length();
  }

  /** A restored table has a name that is no longer than that of the stack's own. */
  static List<String> restoredTablesHaveShortNames(Template root) {
    return root.tree().at("Parameters", "RestoredTable", "MaxLength").number()
            == longest(root, Tree.parse("!GetAtt Data.Outputs.TableName"))
        ? List.of()
        : List.of("RestoredTable may have a longer name than the descriptions allow");
  }

  /** A region has 75 GB for the code of all versions. */
  static List<String> oldVersionsAreDeleted(Template template) {
    return template
        .functions()
        .flatMap(function ->
            check(
                function.properties().at("VersionDeletionPolicy").is("Delete"),
                function,
                "keeps every version that was ever deployed"))
        .toList();
  }
}
