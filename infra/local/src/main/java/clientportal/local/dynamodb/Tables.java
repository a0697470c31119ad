package clientportal.local.dynamodb;

import clientportal.local.template.Application;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** Creates the tables that the templates describe. */
final class Tables {
  private Tables() {}

  static void createIfAbsent(DynamoDbClient client, Application.Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(keySchema(table.key()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(each ->
                        AttributeDefinition.builder()
                            .attributeName(each.getKey())
                            .attributeType(each.getValue())
                            .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    table
        .streamView()
        .ifPresent(view ->
            request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view)));
    try {
      client.createTable(request.build());
    } catch (ResourceInUseException e) {
      return; // kept from an earlier run
    }
    table
        .timeToLive()
        .ifPresent(attribute ->
            client.updateTimeToLive(update ->
                update
                    .tableName(table.name())
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute))));
  }

  private static GlobalSecondaryIndex index(Application.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> keySchema(Application.Key key) {
    List<KeySchemaElement> elements = new ArrayList<>();
    elements.add(
        KeySchemaElement.builder().attributeName(key.hash()).keyType(KeyType.HASH).build());
    key.range()
        .ifPresent(range ->
            elements.add(
                KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build()));
    return elements;
  }
}
