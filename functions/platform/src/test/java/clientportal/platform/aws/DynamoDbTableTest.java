package clientportal.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.table.BusyException;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * What DynamoDB is asked, field by field, and the answers that it gives only under load or for
 * large items.
 */
final class DynamoDbTableTest {
  private static final Key KEY = new Key("p", "k");
  private static final Map<String, AttributeValue> ATTRIBUTES =
      Map.of(
          "PK", AttributeValue.fromS("p"),
          "SK", AttributeValue.fromS("k"),
          "name", AttributeValue.fromS("a"));
  private static final Item ITEM = Fields.of().with("name", "a").at(KEY);
  private static final Write.Update UPDATE =
      Write.update(KEY)
          .set(Fields.of().with("name", "a").build())
          .add("tries", 1)
          .remove("old")
          .when(
              Condition.revision(7).and(Condition.missing("tries").or(Condition.less("tries", 5))));

  private final DynamoDb dynamoDb = new DynamoDb();
  private final Table table = new DynamoDbTable(dynamoDb, "t");

  /**
   * Gives the prepared answers to queries; leaves a prepared number of keys of a read unprocessed.
   */
  private static final class DynamoDb implements DynamoDbClient {
    private final Deque<QueryResponse> pages = new ArrayDeque<>();
    private final List<QueryRequest> queries = new ArrayList<>();
    private final List<Integer> reads = new ArrayList<>();
    private final Deque<Integer> unprocessed = new ArrayDeque<>();

    @Override
    public QueryResponse query(QueryRequest request) {
      queries.add(request);
      return pages.remove();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      KeysAndAttributes asked = request.requestItems().values().iterator().next();
      assertThat(asked.consistentRead()).isTrue();
      List<Map<String, AttributeValue>> keys = asked.keys();
      reads.add(keys.size());
      int left = unprocessed.isEmpty() ? 0 : unprocessed.remove();
      int done = keys.size() - left;
      KeysAndAttributes rest = asked.toBuilder().keys(keys.subList(done, keys.size())).build();
      return BatchGetItemResponse.builder()
          .responses(Map.of("t", keys.subList(0, done)))
          .unprocessedKeys(left == 0 ? Map.of() : Map.of("t", rest))
          .build();
    }

    private final List<Object> written = new ArrayList<>();

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      written.add(request);
      return PutItemResponse.builder().build();
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
      written.add(request);
      return DeleteItemResponse.builder().build();
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
      written.add(request);
      return UpdateItemResponse.builder().attributes(request.key()).build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      written.add(request);
      return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
      written.add(request);
      return TransactGetItemsResponse.builder()
          .responses(ItemResponse.builder().item(item("k")).build(), ItemResponse.builder().build())
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static Map<String, AttributeValue> item(String sk) {
    return AttributeValues.key(new Key("p", sk));
  }

  private static List<Key> keys(int many) {
    return IntStream.range(0, many).mapToObj(i -> new Key("p", "k" + i)).toList();
  }

  @Test
  void all_continues_whereAPageIsEmptyOrShort() {
    dynamoDb.pages.add(QueryResponse.builder().lastEvaluatedKey(item("b")).build());
    dynamoDb.pages.add(
        QueryResponse.builder().items(List.of(item("c"))).lastEvaluatedKey(item("c")).build());
    dynamoDb.pages.add(QueryResponse.builder().items(List.of(item("d"))).build());

    assertThat(table.all(Query.of(Query.Index.TABLE, "p")))
        .extracting(Item::key)
        .containsExactly(new Key("p", "c"), new Key("p", "d"));
    assertThat(dynamoDb.queries)
        .extracting(QueryRequest::exclusiveStartKey)
        .containsExactly(Map.of(), item("b"), item("c"));
  }

  @Test
  void read_asksAgainForUnprocessedKeys() {
    dynamoDb.unprocessed.addAll(List.of(40, 10));

    assertThat(table.read(keys(80)).byKey()).hasSize(80);
    assertThat(dynamoDb.reads).containsExactly(80, 40, 10);
  }

  @Test
  void read_ofManyKeys_isSplit() {
    assertThat(table.read(keys(201)).byKey()).hasSize(201);
    assertThat(dynamoDb.reads).containsExactly(100, 100, 1);
    assertThat(table.read(List.of()).byKey()).isEmpty();
  }

  @Test
  void read_whoseKeysStayUnprocessed_isBusy() {
    dynamoDb.unprocessed.addAll(List.of(1, 1, 1, 1));

    assertThatThrownBy(() -> table.read(keys(1))).isInstanceOf(BusyException.class);
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }

  @Test
  void query_asksForOneItemMore_inTheOrderAndRangeOfTheQuery() {
    dynamoDb.pages.add(QueryResponse.builder().build());
    dynamoDb.pages.add(QueryResponse.builder().build());
    dynamoDb.pages.add(QueryResponse.builder().build());
    Position position = new Position(new Key("i", "j"), "b");

    table.query(Query.of(Query.Index.TABLE, "p").consistently().limit(3));
    table.query(
        Query.of(Query.Index.NAMES, "p").between("a", "c").backwards().limit(1).after(position));
    table.query(Query.of(Query.Index.DUE, "p").limit(1));

    assertThat(dynamoDb.queries)
        .containsExactly(
            QueryRequest.builder()
                .tableName("t")
                .keyConditionExpression("#n0 = :v0")
                .expressionAttributeNames(Map.of("#n0", "PK"))
                .expressionAttributeValues(Map.of(":v0", AttributeValue.fromS("p")))
                .scanIndexForward(true)
                .consistentRead(true)
                .limit(4)
                .build(),
            QueryRequest.builder()
                .tableName("t")
                .indexName("Names")
                .keyConditionExpression("#n0 = :v0 AND #n1 BETWEEN :v1 AND :v2")
                .expressionAttributeNames(Map.of("#n0", "namesPartition", "#n1", "namesSort"))
                .expressionAttributeValues(
                    Map.of(
                        ":v0", AttributeValue.fromS("p"),
                        ":v1", AttributeValue.fromS("a"),
                        ":v2", AttributeValue.fromS("c")))
                .scanIndexForward(false)
                .consistentRead(false)
                .limit(2)
                .exclusiveStartKey(
                    Map.of(
                        "PK", AttributeValue.fromS("i"),
                        "SK", AttributeValue.fromS("j"),
                        "namesPartition", AttributeValue.fromS("p"),
                        "namesSort", AttributeValue.fromS("b")))
                .build(),
            QueryRequest.builder()
                .tableName("t")
                .indexName("Due")
                .keyConditionExpression("#n0 = :v0")
                .expressionAttributeNames(Map.of("#n0", "dueShard"))
                .expressionAttributeValues(Map.of(":v0", AttributeValue.fromS("p")))
                .scanIndexForward(true)
                .consistentRead(false)
                .limit(2)
                .build());
  }

  @Test
  void aSingleWrite_isOneRequest_withItsCondition() {
    table.write(List.of(Write.create(ITEM)));
    table.write(List.of(Write.delete(KEY)));
    table.write(List.of(new Write.Delete(KEY, Condition.different("name", "a"))));
    table.write(List.of(Write.update(KEY).add("tries", 1).when(Condition.present())));

    assertThat(dynamoDb.written)
        .containsExactly(
            PutItemRequest.builder()
                .tableName("t")
                .item(ATTRIBUTES)
                .conditionExpression("attribute_not_exists(#n0)")
                .expressionAttributeNames(Map.of("#n0", "PK"))
                .build(),
            DeleteItemRequest.builder().tableName("t").key(item("k")).build(),
            DeleteItemRequest.builder()
                .tableName("t")
                .key(item("k"))
                .conditionExpression("#n0 <> :v0")
                .expressionAttributeNames(Map.of("#n0", "name"))
                .expressionAttributeValues(Map.of(":v0", AttributeValue.fromS("a")))
                .build(),
            UpdateItemRequest.builder()
                .tableName("t")
                .key(item("k"))
                .conditionExpression("attribute_exists(#n0)")
                .updateExpression("ADD #n1 :v0")
                .expressionAttributeNames(Map.of("#n0", "PK", "#n1", "tries"))
                .expressionAttributeValues(Map.of(":v0", number(1)))
                .returnValues(ReturnValue.ALL_NEW)
                .build());
  }

  @Test
  void severalWrites_areOneTransaction_eachWithItsCondition() {
    table.write(
        List.of(
            Write.put(ITEM),
            UPDATE,
            Write.delete(KEY),
            Write.check(KEY, Condition.equal("name", "a"))));

    Map<String, String> names =
        Map.of("#n0", "revision", "#n1", "tries", "#n2", "name", "#n3", "old");
    Map<String, AttributeValue> values =
        Map.of(
            ":v0", number(7), ":v1", number(5), ":v2", AttributeValue.fromS("a"), ":v3", number(1));
    assertThat(dynamoDb.written)
        .containsExactly(
            TransactWriteItemsRequest.builder()
                .transactItems(
                    TransactWriteItem.builder()
                        .put(Put.builder().tableName("t").item(ATTRIBUTES).build())
                        .build(),
                    TransactWriteItem.builder()
                        .update(
                            Update.builder()
                                .tableName("t")
                                .key(item("k"))
                                .conditionExpression(
                                    "(#n0 = :v0 AND (attribute_not_exists(#n1) OR #n1 < :v1))")
                                .updateExpression("SET #n2 = :v2 ADD #n1 :v3 REMOVE #n3")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .build())
                        .build(),
                    TransactWriteItem.builder()
                        .delete(Delete.builder().tableName("t").key(item("k")).build())
                        .build(),
                    TransactWriteItem.builder()
                        .conditionCheck(
                            ConditionCheck.builder()
                                .tableName("t")
                                .key(item("k"))
                                .conditionExpression("#n0 = :v0")
                                .expressionAttributeNames(Map.of("#n0", "name"))
                                .expressionAttributeValues(Map.of(":v0", AttributeValue.fromS("a")))
                                .build())
                        .build())
                .build());
  }

  @Test
  void readSnapshot_isOneTransaction_inWhichAKeyIsOnce() {
    Key other = new Key("p", "other");

    assertThat(table.readSnapshot(List.of(KEY, other, KEY)).byKey()).hasSize(1);

    TransactGetItemsRequest asked = (TransactGetItemsRequest) dynamoDb.written.getFirst();
    assertThat(asked.transactItems())
        .containsExactlyInAnyOrder(
            TransactGetItem.builder()
                .get(Get.builder().tableName("t").key(item("k")).build())
                .build(),
            TransactGetItem.builder()
                .get(Get.builder().tableName("t").key(item("other")).build())
                .build());
  }
}
