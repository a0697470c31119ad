package clientportal.notifications;

import clientportal.delivery.EventMessage;
import clientportal.platform.aws.AwsErrorTable;
import clientportal.platform.aws.ScriptedAws;
import clientportal.platform.table.Key;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Every error that the models of SNS and of the table's stream name, and its answer. */
final class PublishingErrorsTest {
  private final AwsErrorTable errors = AwsErrorTable.read();

  @Test
  void everyErrorOfSns_hasItsAnswer() {
    ScriptedAws aws = new ScriptedAws(ScriptedAws.Protocol.QUERY);
    Topic topic = new SnsTopic(aws.client(SnsClient.builder(), "SNS"), "arn:aws:sns:eu-west-1:1:t");
    EventMessage message = new EventMessage(new Key("p", "s"), Optional.empty());

    errors.check(
        "SNS", SnsClient.class, aws, Map.of("Publish", () -> topic.publish("type", message)));
  }

  @Test
  void everyErrorOfTheStream_hasItsAnswer() {
    ScriptedAws aws =
        new ScriptedAws(ScriptedAws.Protocol.JSON)
            .answer("GetShardIterator", "{\"ShardIterator\": \"i\"}");
    StreamRecords records =
        new DynamoDbStreamRecords(aws.client(DynamoDbStreamsClient.builder(), "DYNAMODB_STREAMS"));
    Runnable read = () -> records.read(new LostRange("arn", "shard", "1", "2"), _ -> {});

    errors.check(
        "DynamoDB Streams",
        DynamoDbStreamsClient.class,
        aws,
        Map.of("GetShardIterator", read, "GetRecords", read));
  }
}
