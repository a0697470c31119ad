package clientportal.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.table.BusyException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
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
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Answers that DynamoDB gives only under load or for large items. */
final class DynamoDbTableTest {
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
}
