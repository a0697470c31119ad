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

/** A table's stream, read from where the last reading stopped. */
public final class TableStream {
  private static final String AT_ITS_END = "";

  private final DynamoDbStreamsClient streams;
  private final String actualArn;
  private final String templateArn;
  private final String region;

  /** The last sequence number that was handled, by shard. */
  private final Map<String, String> checkpoints;

  private final Map<String, String> iterators = new LinkedHashMap<>();

  /** Records of one shard with where they can be read again. */
  public record Batch(String streamArn, String shardId, List<StreamRecord> records) {}

  /**
   * The template's ARN is what functions see; DynamoDB Local's own has a time in it that changes.
   */
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

  /** The next records of each shard; empty when all is read. */
  public List<Batch> read() {
    if (iterators.values().stream().allMatch(AT_ITS_END::equals)) {
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

  /** Notes that everything up to this record is handled. */
  public void handled(String shardId, StreamRecord last) {
    checkpoints.put(shardId, last.sequenceNumber());
  }

  /** How far each shard is handled. */
  public Map<String, String> checkpoints() {
    return Map.copyOf(checkpoints);
  }

  private List<StreamRecord> read(String shard) {
    String iterator = iterators.getOrDefault(shard, AT_ITS_END);
    if (iterator.equals(AT_ITS_END)) {
      return List.of();
    }
    GetRecordsResponse response;
    try {
      response = recordsAt(iterator);
    } catch (DynamoDbException e) {
      response = recordsAt(iterator(shard)); // too old: begin again after the last one handled
    }
    iterators.put(shard, Optional.ofNullable(response.nextShardIterator()).orElse(AT_ITS_END));
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
