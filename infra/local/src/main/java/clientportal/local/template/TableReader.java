package clientportal.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table's properties. */
final class TableReader {
  private TableReader() {}

  static Application.Table read(Tree properties, String name, String arn) {
    properties.only(
        Set.of(
            "TableName",
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "StreamSpecification",
            "TimeToLiveSpecification"),
        Set.of(
            "BillingMode",
            "ContributorInsightsSpecification",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "PointInTimeRecoverySpecification",
            "SSESpecification",
            "TableClass",
            "Tags",
            "WarmThroughput"));
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Tree definition : properties.trees("AttributeDefinitions")) {
      attributes.put(definition.string("AttributeName"), definition.string("AttributeType"));
    }
    Tree timeToLive = properties.tree("TimeToLiveSpecification");
    return new Application.Table(
        name,
        arn,
        arn + "/stream/local",
        attributes,
        key(properties),
        properties.trees("GlobalSecondaryIndexes").stream().map(TableReader::index).toList(),
        properties.tree("StreamSpecification").optional("StreamViewType"),
        timeToLive.flag("Enabled", false)
            ? timeToLive.optional("AttributeName")
            : Optional.empty());
  }

  private static Application.Index index(Tree index) {
    Tree projection = index.tree("Projection");
    return new Application.Index(
        index.string("IndexName"),
        key(index),
        projection.string("ProjectionType"),
        projection.strings("NonKeyAttributes"));
  }

  private static Application.Key key(Tree tree) {
    List<Tree> parts = tree.trees("KeySchema");
    return new Application.Key(
        part(parts, "HASH")
            .orElseThrow(() -> new TemplateException(tree.where() + ": no hash key")),
        part(parts, "RANGE"));
  }

  private static Optional<String> part(List<Tree> parts, String type) {
    return parts.stream()
        .filter(part -> part.string("KeyType").equals(type))
        .map(part -> part.string("AttributeName"))
        .findFirst();
  }
}
