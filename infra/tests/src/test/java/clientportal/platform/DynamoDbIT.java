package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.aws.Eventually;
import clientportal.local.dynamodb.StreamRecord;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the portal relies on of DynamoDB besides the table's contract: transactions, the stream. */
@AdapterTest
final class DynamoDbIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Aws aws = Aws.current();
  private final Table table = aws.asFunction(() -> AwsClients.fromEnvironment().table());
  private final String partition = "IT#" + UUID.randomUUID();

  private Key key(String sk) {
    return new Key(partition, sk);
  }

  private Item item(String sk, long revision) {
    return Fields.of().with("name", sk).with(Item.REVISION, revision).at(key(sk));
  }

  @Test
  void transaction_sentAgainWithItsToken_countsOnce_andWithAnotherContentIsRefused() {
    TransactWriteItemsRequest once = addition(UUID.randomUUID().toString(), 1);

    aws.dynamoDb().transactWriteItems(once);
    aws.dynamoDb().transactWriteItems(once);

    assertThat(table.read(List.of(key("counter"))).at(key("counter")))
        .contains(Fields.of().with("count", 1).at(key("counter")));
    assertThatExceptionOfType(IdempotentParameterMismatchException.class)
        .isThrownBy(
            () -> aws.dynamoDb().transactWriteItems(addition(once.clientRequestToken(), 2)));
  }

  private TransactWriteItemsRequest addition(String token, int amount) {
    return TransactWriteItemsRequest.builder()
        .clientRequestToken(token)
        .transactItems(
            TransactWriteItem.builder()
                .update(update ->
                    update
                        .tableName(aws.variable("TABLE_NAME"))
                        .key(keyOf("counter"))
                        .updateExpression("ADD #count :amount")
                        .expressionAttributeNames(Map.of("#count", "count"))
                        .expressionAttributeValues(
                            Map.of(":amount", AttributeValue.fromN(Integer.toString(amount)))))
                .build())
        .build();
  }

  private Map<String, AttributeValue> keyOf(String sk) {
    return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sk));
  }

  @Test
  void transaction_thatIsCancelled_reportsTheFailedCondition_andTheItemThere() {
    table.write(List.of(Write.create(item("there", 7))));
    List<TransactWriteItem> writes = List.of(put("new"), put("there"));

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(() ->
            aws.dynamoDb().transactWriteItems(transaction -> transaction.transactItems(writes)))
        .satisfies(cancelled -> {
          assertThat(cancelled.cancellationReasons())
              .extracting(reason -> reason.code())
              .containsExactly("None", "ConditionalCheckFailed");
          assertThat(cancelled.cancellationReasons().getLast().item())
              .containsEntry("revision", AttributeValue.fromN("7"));
        });
    assertThat(table.read(List.of(key("new"))).at(key("new"))).isEmpty();
  }

  private TransactWriteItem put(String sk) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(aws.variable("TABLE_NAME"))
                .item(keyOf(sk))
                .conditionExpression("attribute_not_exists(PK)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  @Test
  void writers_thatRaceForOneRevision_areOneWinnerAndConflicts() {
    table.write(List.of(Write.create(item("raced", 1))));

    List<Boolean> won =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(writer -> {
              Item mine =
                  Fields.of().with("writer", writer).with(Item.REVISION, 2).at(key("raced"));
              try {
                table.write(List.of(Write.replace(mine, 1), Write.create(item("by-" + writer, 1))));
                return true;
              } catch (ConflictException lost) {
                return false;
              }
            })
            .toList();

    assertThat(won).containsOnlyOnce(true);
    List<Key> traces = IntStream.range(0, 8).mapToObj(writer -> key("by-" + writer)).toList();
    assertThat(table.read(traces).byKey()).hasSize(1);
  }

  @Test
  void everyWrite_isStreamedInItsOrder_withTheNewImage() {
    table.write(List.of(Write.create(item("one", 1)), Write.create(item("two", 1))));
    table.write(List.of(Write.replace(item("one", 2), 1)));
    table.write(List.of(Write.delete(key("one"))));

    List<JsonNode> records = Eventually.see(this::records, seen -> seen.size() >= 4);

    assertThat(records)
        .filteredOn(record -> image(record, "SK", "Keys").equals("one"))
        .extracting(
            record -> record.path("eventName").asText(),
            record -> record.at("/dynamodb/NewImage/revision/N").asText())
        .containsExactly(tuple("INSERT", "1"), tuple("MODIFY", "2"), tuple("REMOVE", ""));
    assertThat(records)
        .filteredOn(record -> image(record, "SK", "Keys").equals("two"))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
          assertThat(image(record, "name", "NewImage")).isEqualTo("two");
          assertThat(record.at("/dynamodb/StreamViewType").asText()).isEqualTo("NEW_IMAGE");
        });
    assertThat(records)
        .allSatisfy(record -> {
          assertThat(record.path("dynamodb").has("OldImage")).isFalse();
          assertThat(record.at("/dynamodb/SequenceNumber").asText()).isNotEmpty();
        });
  }

  private List<JsonNode> records() {
    return aws.streamed().stream()
        .map(StreamRecord::json)
        .<JsonNode>map(MAPPER::valueToTree)
        .filter(record -> image(record, "PK", "Keys").equals(partition))
        .toList();
  }

  private static String image(JsonNode record, String attribute, String part) {
    return record.at("/dynamodb/" + part + "/" + attribute + "/S").asText();
  }
}
