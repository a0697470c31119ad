package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.http.Invocation;
import clientportal.platform.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** On a shard with the records 98 to 103, two a page; 101 is of a type that SNS refuses. */
final class RelayLostEventsTest {
  private final List<String> published = new ArrayList<>();
  private final RelayEvents relayEvents =
      new RelayEvents((type, message) -> {
        if (type.equals("Unreachable")) {
          throw new IllegalStateException("SNS is not to be reached");
        }
        published.add(message.key().sk());
      });
  private final Shard shard = new Shard(new ArrayList<>());
  private final RelayLostEvents relayLostEvents =
      new RelayLostEvents(new DynamoDbStreamRecords(shard), relayEvents);

  private static String letter(String from, String to) {
    return """
    {"requestContext": {"requestId": "316aa6d0", "condition": "RetryAttemptsExhausted"},
     "DDBStreamBatchInfo": {"shardId": "shardId-1", "startSequenceNumber": "%s",
      "endSequenceNumber": "%s", "batchSize": 3, "streamArn": "arn:aws:dynamodb:x:0:table/t/stream/s"}}\
    """
        .formatted(from, to);
  }

  private Invocation send(String body) {
    Invocation invocation = new Invocation();
    invocation.send(
        new RelayLostEventsHandler(relayLostEvents),
        Map.of("Records", List.of(Map.of("messageId", "m", "body", body))));
    return invocation;
  }

  @Test
  void theRecordsOfTheRange_andNoOther_arePublished() {
    Invocation invocation = send(letter("99", "100"));

    assertThat(published).containsExactly("e99", "e100");
    assertThat(shard.asked)
        .containsExactly("arn:aws:dynamodb:x:0:table/t/stream/s shardId-1 AT_SEQUENCE_NUMBER 99");
    assertThat(invocation.line())
        .containsEntry(
            "outcomes",
            List.of(Map.of("shard", "shardId-1", "from", "99", "to", "100", "records", 2L)));
  }

  @Test
  void oneThatCannotBePublished_keepsNoOther_andTheMessageComesAgain() {
    Invocation invocation = send(letter("100", "102"));

    assertThat(published).containsExactly("e100", "e102");
    assertThat(invocation.line()).containsEntry("failed", 1L);
    assertThat((String) invocation.line().get("failure")).contains("1 of 3 records failed");
  }

  @Test
  void aRangeAtTheEndOfAClosedShard_ends() {
    send(letter("102", "200"));

    assertThat(published).containsExactly("e102", "e103");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"DDBStreamBatchInfo\": {\"shardId\": \"s\"}}"})
  void aMessageThatNamesNoRange_isRefused(String body) {
    assertThatThrownBy(() -> LostRange.of(JsonReader.read(body)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("JSON without /DDBStreamBatchInfo/");
  }

  private record Shard(List<String> asked) implements DynamoDbStreamsClient {
    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
      asked.add(
          String.join(
              " ",
              request.streamArn(),
              request.shardId(),
              request.shardIteratorTypeAsString(),
              request.sequenceNumber()));
      return GetShardIteratorResponse.builder().shardIterator(request.sequenceNumber()).build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
      int from = Integer.parseInt(request.shardIterator());
      GetRecordsResponse.Builder page =
          GetRecordsResponse.builder().records(record(from), record(from + 1));
      return (from + 2 > 103 ? page : page.nextShardIterator(Integer.toString(from + 2))).build();
    }

    private static Record record(int number) {
      return Record.builder()
          .eventName(OperationType.INSERT)
          .dynamodb(change ->
              change
                  .sequenceNumber(Integer.toString(number))
                  .newImage(
                      Map.of(
                          "PK", AttributeValue.fromS("FIRM#f#EVENTS"),
                          "SK", AttributeValue.fromS("e" + number),
                          "eventType",
                              AttributeValue.fromS(number == 101 ? "Unreachable" : "StaffInvited"),
                          "audience", AttributeValue.fromL(List.of(AttributeValue.fromS("client"))),
                          "revision", AttributeValue.fromN("1"))))
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
