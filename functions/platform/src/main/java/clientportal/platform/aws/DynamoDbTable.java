package clientportal.platform.aws;

import clientportal.platform.table.Attempts;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The table on DynamoDB: the only class that calls it.
 *
 * @param dynamoDb configured by {@link AwsClients}, which translates conflicts and temporary errors
 */
public record DynamoDbTable(DynamoDbClient dynamoDb, String name) implements Table {
  private static final int KEYS_A_READ = 100;

  /** The most reads of keys that DynamoDB leaves unprocessed, the first one included. */
  private static final int READS = 4;

  @Override
  public Items read(Collection<Key> keys) {
    Map<Key, Item> found = new HashMap<>();
    List<Map<String, AttributeValue>> batch = new ArrayList<>();
    for (Key key : new HashSet<>(keys)) {
      batch.add(AttributeValues.key(key));
      if (batch.size() == KEYS_A_READ) {
        read(batch, found);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      read(batch, found);
    }
    return new Items(found);
  }

  private void read(List<Map<String, AttributeValue>> keys, Map<Key, Item> found) {
    KeysAndAttributes left = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    for (int read = 0; read < READS; read++) {
      Map<String, KeysAndAttributes> request = Map.of(name, left);
      BatchGetItemResponse answer = dynamoDb.batchGetItem(batch -> batch.requestItems(request));
      for (Map<String, AttributeValue> attributes :
          answer.responses().getOrDefault(name, List.of())) {
        Item item = AttributeValues.item(attributes);
        found.put(item.key(), item);
      }
      left = answer.unprocessedKeys().get(name);
      if (left == null || left.keys().isEmpty()) {
        return;
      }
    }
    throw new BusyException("DynamoDB leaves keys unread");
  }

  @Override
  public Items readSnapshot(Collection<Key> keys) {
    List<TransactGetItem> gets = new ArrayList<>();
    for (Key key : new HashSet<>(keys)) {
      Get get = Get.builder().tableName(name).key(AttributeValues.key(key)).build();
      gets.add(TransactGetItem.builder().get(get).build());
    }
    return Attempts.read(() -> together(gets));
  }

  private Items together(List<TransactGetItem> gets) {
    Map<Key, Item> found = new HashMap<>();
    for (ItemResponse answer :
        dynamoDb.transactGetItems(all -> all.transactItems(gets)).responses()) {
      if (!answer.item().isEmpty()) {
        Item item = AttributeValues.item(answer.item());
        found.put(item.key(), item);
      }
    }
    return new Items(found);
  }

  @Override
  public Page query(PageQuery page) {
    Query query = page.query();
    Expressions expressions = new Expressions();
    String condition =
        expressions.name(query.index().partition()) + " = " + expressions.value(query.partition());
    if (query.from().isPresent() && query.to().isPresent()) {
      condition +=
          " AND %s BETWEEN %s AND %s"
              .formatted(
                  expressions.name(query.index().sort()),
                  expressions.value(query.from().get()),
                  expressions.value(query.to().get()));
    }
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(condition)
            .expressionAttributeNames(expressions.names())
            .expressionAttributeValues(expressions.values())
            .scanIndexForward(!query.newestFirst())
            .consistentRead(query.consistent())
            // One item more shows whether there is another page.
            .limit(page.limit() + 1);
    switch (query.index()) {
      case TABLE -> {}
      case NAMES -> request.indexName("Names");
      case ACTIVITY -> request.indexName("Activity");
      case DUE -> request.indexName("Due");
    }
    page.after().ifPresent(position -> request.exclusiveStartKey(startKey(query, position)));
    QueryResponse answer = dynamoDb.query(request.build());
    List<Item> items = answer.items().stream().map(AttributeValues::item).toList();
    if (items.size() > page.limit()) {
      List<Item> shown = items.subList(0, page.limit());
      return new Page(shown, Optional.of(query.positionOf(shown.getLast())));
    }
    // DynamoDB ends a page at 1 MB, even before the limit, and returns where it stopped.
    return new Page(
        items,
        Optional.of(answer)
            .filter(QueryResponse::hasLastEvaluatedKey)
            .map(cut -> query.positionOf(AttributeValues.item(cut.lastEvaluatedKey()))));
  }

  private static Map<String, AttributeValue> startKey(Query query, Position position) {
    Map<String, AttributeValue> key = new HashMap<>(AttributeValues.key(position.key()));
    key.put(query.index().partition(), AttributeValue.fromS(query.partition()));
    key.put(query.index().sort(), AttributeValue.fromS(position.sort()));
    return key;
  }

  @Override
  public void write(List<Write> writes) {
    try {
      if (writes.size() == 1) {
        writeOne(writes.getFirst());
      } else {
        dynamoDb.transactWriteItems(transaction ->
            transaction.transactItems(writes.stream().map(this::transactItem).toList()));
      }
    } catch (ConditionalCheckFailedException failed) {
      throw new ConflictException("a condition did not hold at " + writes.getFirst().key().sk());
    }
  }

  private void writeOne(Write write) {
    Expressions expressions = new Expressions();
    @Nullable String condition = expressions.condition(write.condition());
    switch (write) {
      case Write.Put put ->
          dynamoDb.putItem(request ->
              request
                  .tableName(name)
                  .item(AttributeValues.item(put.item()))
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values()));
      case Write.Delete delete ->
          dynamoDb.deleteItem(request ->
              request
                  .tableName(name)
                  .key(AttributeValues.key(delete.key()))
                  .conditionExpression(condition)
                  .expressionAttributeNames(expressions.names())
                  .expressionAttributeValues(expressions.values()));
      case Write.Update update -> {
        if (update(update).isEmpty()) {
          throw new ConflictException("a condition did not hold at " + update.key().sk());
        }
      }
      case Write.Check check -> throw new IllegalArgumentException("a check alone: " + check.key());
    }
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    Expressions expressions = new Expressions();
    @Nullable String condition = expressions.condition(update.condition());
    String changes = expressions.update(update);
    try {
      return Optional.of(
          AttributeValues.item(
              dynamoDb
                  .updateItem(request ->
                      request
                          .tableName(name)
                          .key(AttributeValues.key(update.key()))
                          .updateExpression(changes)
                          .conditionExpression(condition)
                          .expressionAttributeNames(expressions.names())
                          .expressionAttributeValues(expressions.values())
                          .returnValues(ReturnValue.ALL_NEW))
                  .attributes()));
    } catch (ConditionalCheckFailedException failed) {
      return Optional.empty();
    }
  }

  private TransactWriteItem transactItem(Write write) {
    Expressions expressions = new Expressions();
    @Nullable String condition = expressions.condition(write.condition());
    TransactWriteItem.Builder item = TransactWriteItem.builder();
    return switch (write) {
      case Write.Put put ->
          item.put(part ->
                  part.tableName(name)
                      .item(AttributeValues.item(put.item()))
                      .conditionExpression(condition)
                      .expressionAttributeNames(expressions.names())
                      .expressionAttributeValues(expressions.values()))
              .build();
      case Write.Update update -> {
        String changes = expressions.update(update);
        yield item.update(part ->
                part.tableName(name)
                    .key(AttributeValues.key(update.key()))
                    .updateExpression(changes)
                    .conditionExpression(condition)
                    .expressionAttributeNames(expressions.names())
                    .expressionAttributeValues(expressions.values()))
            .build();
      }
      case Write.Delete delete ->
          item.delete(part ->
                  part.tableName(name)
                      .key(AttributeValues.key(delete.key()))
                      .conditionExpression(condition)
                      .expressionAttributeNames(expressions.names())
                      .expressionAttributeValues(expressions.values()))
              .build();
      case Write.Check check ->
          item.conditionCheck(part ->
                  part.tableName(name)
                      .key(AttributeValues.key(check.key()))
                      .conditionExpression(condition)
                      .expressionAttributeNames(expressions.names())
                      .expressionAttributeValues(expressions.values()))
              .build();
    };
  }
}
