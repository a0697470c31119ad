package clientportal.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a function's properties and its event sources. */
final class FunctionReader {
  private static final Set<String> HONOURED =
      Set.of(
          "AutoPublishAlias",
          "AutoPublishAliasAllProperties",
          "FunctionName",
          "Handler",
          "Timeout",
          "MemorySize",
          "Environment",
          "Events",
          "EventInvokeConfig",
          "DeadLetterQueue",
          "VersionDescription");
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "Architectures",
          "CodeUri",
          "DeploymentPreference",
          "Description",
          "EphemeralStorage",
          "LoggingConfig",
          "Policies",
          "PropagateTags",
          "RecursiveLoop",
          "ReservedConcurrentExecutions",
          "Role",
          "Runtime",
          "SnapStart",
          "Tags",
          "Tracing",
          "VersionDeletionPolicy");

  /** Properties that SAM makes other resources of. */
  private static final Set<String> NOT_OF_THE_FUNCTION =
      Set.of(
          "AutoPublishAlias",
          "AutoPublishAliasAllProperties",
          "DeploymentPreference",
          "EventInvokeConfig",
          "Events",
          "Policies",
          "VersionDeletionPolicy",
          "VersionDescription");

  /** All that SAM compares without {@code AutoPublishAliasAllProperties}. */
  private static final Set<String> ALWAYS_COMPARED =
      Set.of("CodeUri", "Environment", "MemorySize", "SnapStart");

  private FunctionReader() {}

  /** The written properties are those of the template, with its references. */
  static Application.Function read(
      Tree properties,
      Map<String, Object> written,
      String name,
      String arn,
      Optional<List<Application.Permission>> role) {
    properties.only(HONOURED, WITHOUT_EFFECT);
    List<Application.Source> sources = new ArrayList<>();
    Tree events = properties.tree("Events");
    for (String key : events.values().keySet()) {
      Tree event = events.tree(key).only(Set.of("Type", "Properties"), Set.of());
      sources.add(source(event.string("Type"), event.tree("Properties"), name + "-" + key));
    }
    return new Application.Function(
        name,
        arn,
        properties.string("Handler"),
        properties.seconds("Timeout", 3),
        properties.integer("MemorySize", 128),
        ApplicationReader.strings(properties.tree("Environment").tree("Variables")),
        List.copyOf(sources),
        asynchronous(properties),
        role,
        properties.optional("AutoPublishAlias").map(alias -> version(properties, written)));
  }

  private static Application.Version version(Tree properties, Map<String, Object> written) {
    Map<String, Object> compared = new TreeMap<>(written);
    compared.keySet().removeAll(NOT_OF_THE_FUNCTION);
    if (!properties.flag("AutoPublishAliasAllProperties", false)) {
      compared.keySet().retainAll(ALWAYS_COMPARED);
    }
    return new Application.Version(compared.toString(), properties.optional("VersionDescription"));
  }

  private static Application.AsyncInvocation asynchronous(Tree properties) {
    Tree config =
        properties
            .tree("EventInvokeConfig")
            .only(
                Set.of("MaximumRetryAttempts", "DestinationConfig"),
                Set.of("MaximumEventAgeInSeconds"));
    Optional<String> onFailure =
        config.tree("DestinationConfig").tree("OnFailure").optional("Destination");
    return new Application.AsyncInvocation(
        config.integer("MaximumRetryAttempts", 2),
        onFailure.or(() -> properties.tree("DeadLetterQueue").optional("TargetArn")));
  }

  private static Application.Source source(String type, Tree properties, String name) {
    return switch (type) {
      case "SQS" -> queue(properties);
      case "DynamoDB" -> stream(properties);
      case "ScheduleV2" -> schedule(properties, name);
      default ->
          throw new TemplateException(
              properties.where() + ": the local stack does not know events of type " + type);
    };
  }

  private static Application.Source queue(Tree properties) {
    properties.only(
        Set.of("Queue", "BatchSize", "MaximumBatchingWindowInSeconds", "FunctionResponseTypes"),
        Set.of("Enabled", "ScalingConfig"));
    return new Application.QueueSource(
        properties.string("Queue"),
        properties.integer("BatchSize", 10),
        properties.seconds("MaximumBatchingWindowInSeconds", 0),
        reportsFailures(properties));
  }

  private static Application.Source stream(Tree properties) {
    properties.only(
        Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "FilterCriteria",
            "MaximumRetryAttempts",
            "BisectBatchOnFunctionError",
            "FunctionResponseTypes",
            "DestinationConfig"),
        Set.of(
            "Enabled",
            "MaximumBatchingWindowInSeconds",
            "MaximumRecordAgeInSeconds",
            "ParallelizationFactor",
            "TumblingWindowInSeconds"));
    List<Map<String, Object>> filters =
        properties.tree("FilterCriteria").trees("Filters").stream()
            .map(filter -> Json.map(filter.string("Pattern"), filter.where()))
            .toList();
    return new Application.StreamSource(
        properties.string("Stream"),
        properties.integer("BatchSize", 100),
        filters,
        properties.integer("MaximumRetryAttempts", -1),
        properties.flag("BisectBatchOnFunctionError", false),
        reportsFailures(properties),
        properties.tree("DestinationConfig").tree("OnFailure").optional("Destination"));
  }

  private static Application.Source schedule(Tree properties, String name) {
    properties.only(
        Set.of("ScheduleExpression", "Input", "Name", "RetryPolicy", "DeadLetterConfig"),
        Set.of(
            "Description",
            "FlexibleTimeWindow",
            "GroupName",
            "OmitName",
            "PermissionsBoundary",
            "RoleArn",
            "ScheduleExpressionTimezone",
            "State"));
    String expression = properties.string("ScheduleExpression");
    if (!expression.equals("rate(1 minute)")) {
      throw new TemplateException(
          properties.where() + ": the local stack does not know the schedule " + expression);
    }
    return new Application.ScheduleSource(
        properties.optional("Name").orElse(name),
        properties.optional("Input"),
        delivery(properties));
  }

  /** The retries and dead-letter queue of a schedule or a rule. */
  static Application.AsyncInvocation delivery(Tree properties) {
    return new Application.AsyncInvocation(
        properties.tree("RetryPolicy").integer("MaximumRetryAttempts", 185),
        properties.tree("DeadLetterConfig").optional("Arn"));
  }

  private static boolean reportsFailures(Tree properties) {
    return properties.strings("FunctionResponseTypes").contains("ReportBatchItemFailures");
  }
}
