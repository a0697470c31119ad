package clientportal.local.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** A table's stream, read from the last checkpoint on. */
public final class TableStream {
  private static final String END_OF_SHARD = "";

  private final DynamoDbStreamsClient streams;
  private final String actualArn;
  private final String templateArn;
  private final String region;

  /** The last sequence number that was handled, by shard. */
  private final Map<String, String> checkpoints;

  private final Map<String, String> iterators = new LinkedHashMap<>();

  /** Records of one shard, and the stream and shard from which they can be read again. */
  public record Batch(String streamArn, String shardId, List<StreamRecord> records) {}

  /** Functions see the template's ARN, because the ARN of DynamoDB Local contains a time. */
  public TableStream(
      DynamoDbClient dynamoDb,
      DynamoDbStreamsClient streams,
      String tableName,
      String templateArn,
      String region,
      Map<String, String> checkpoints) {
    this.streams = streams;
    this.actualArn =
        dynamoDb.describeTable(table -> table.tableName(tableName)).table().latestStreamArn();
    this.templateArn = templateArn;
    this.region = region;
    this.checkpoints = new HashMap<>(checkpoints);
  }

  /** Returns the next records of each shard; empty at the end of the stream. */
  public List<Batch> read() {
    if (iterators.values().stream().allMatch(END_OF_SHARD::equals)) {
      findShards();
    }
    List<Batch> batches = new ArrayList<>();
    for (String shard : List.copyOf(iterators.keySet())) {
      List<StreamRecord> records = read(shard);
      if (!records.isEmpty()) {
        batches.add(new Batch(actualArn, shard, records));
      }
    }
    return batches;
  }

  /** Sets the checkpoint of a shard to this record. */
  public void handled(String shardId, StreamRecord last) {
    checkpoints.put(shardId, last.sequenceNumber());
  }

  /** The checkpoint of each shard. */
  public Map<String, String> checkpoints() {
    return Map.copyOf(checkpoints);
  }

  private List<StreamRecord> read(String shard) {
    String iterator = iterators.getOrDefault(shard, END_OF_SHARD);
    if (iterator.equals(END_OF_SHARD)) {
      return List.of();
    }
    GetRecordsResponse response;
    try {
      response = recordsAt(iterator);
    } catch (DynamoDbException e) {
      response = recordsAt(iterator(shard)); // too old: begin again after the last one handled
    }
    iterators.put(shard, Optional.ofNullable(response.nextShardIterator()).orElse(END_OF_SHARD));
    List<StreamRecord> records = new ArrayList<>();
    for (Record record : response.records()) {
      records.add(StreamRecord.of(record, templateArn, region));
    }
    return records;
  }

  private GetRecordsResponse recordsAt(String iterator) {
    return streams.getRecords(GetRecordsRequest.builder().shardIterator(iterator).build());
  }

  private void findShards() {
    Optional<String> last = Optional.empty();
    do {
      DescribeStreamResponse described =
          streams.describeStream(
              DescribeStreamRequest.builder()
                  .streamArn(actualArn)
                  .exclusiveStartShardId(last.orElse(null))
                  .build());
      for (Shard shard : described.streamDescription().shards()) {
        iterators.computeIfAbsent(shard.shardId(), this::iterator);
      }
      last = Optional.ofNullable(described.streamDescription().lastEvaluatedShardId());
    } while (last.isPresent());
  }

  private String iterator(String shard) {
    String handled = checkpoints.get(shard);
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder().streamArn(actualArn).shardId(shard);
    if (handled == null) {
      request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
    } else {
      request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(handled);
    }
    return streams.getShardIterator(request.build()).shardIterator();
  }
}
