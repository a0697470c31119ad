package clientportal.notifications;

import clientportal.platform.json.JsonReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads records of a DynamoDB stream. */
record DynamoDbStreamRecords(DynamoDbStreamsClient streams) implements StreamRecords {
  @Override
  public void read(LostRange range, Consumer<JsonReader> each) {
    Optional<String> iterator = Optional.of(iterator(range));
    while (iterator.isPresent()) {
      String at = iterator.get();
      GetRecordsResponse page = streams.getRecords(records -> records.shardIterator(at));
      for (Record record : page.records()) {
        String number = record.dynamodb().sequenceNumber();
        if (range.isBefore(number)) {
          return;
        }
        each.accept(read(record));
        if (range.endsAt(number)) {
          return;
        }
      }
      iterator = Optional.ofNullable(page.nextShardIterator());
    }
  }

  private String iterator(LostRange range) {
    return streams
        .getShardIterator(from ->
            from.streamArn(range.streamArn())
                .shardId(range.shard())
                .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                .sequenceNumber(range.from()))
        .shardIterator();
  }

  /** Keeps only texts and lists, which is all that the message of an event needs. */
  private static JsonReader read(Record record) {
    Map<String, Object> image = new HashMap<>();
    record
        .dynamodb()
        .newImage()
        .forEach((name, value) -> {
          if (value.s() != null) {
            image.put(name, Map.of("S", value.s()));
          } else if (value.hasL()) {
            image.put(name, Map.of("L", value.l().stream().map(AttributeValue::s).toList()));
          }
        });
    return JsonReader.of(
        Map.of("eventName", record.eventNameAsString(), "dynamodb", Map.of("NewImage", image)));
  }
}
