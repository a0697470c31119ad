package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    aws.answer("CheckIfPhoneNumberIsOptedOut", optedOut(false));

    errors.check(
        "SNS",
        SnsClient.class,
        aws,
        Map.of(
            "Publish",
            () -> topic.publish("type", message),
            "CheckIfPhoneNumberIsOptedOut",
            () -> texts(aws).send("+431234567", "Hello")));
  }

  private static TextSender texts(ScriptedAws aws) {
    return new SnsTextSender(aws.client(SnsClient.builder(), "SNS"));
  }

  private static String optedOut(boolean is) {
    return ("<CheckIfPhoneNumberIsOptedOutResponse><CheckIfPhoneNumberIsOptedOutResult>"
            + "<isOptedOut>%s</isOptedOut>"
            + "</CheckIfPhoneNumberIsOptedOutResult></CheckIfPhoneNumberIsOptedOutResponse>")
        .formatted(is);
  }

  @Test
  void aTextMessage_isRefusedForItsNumber_andFailsForAnyOtherErrorAsATopicDoes() {
    ScriptedAws aws =
        new ScriptedAws(ScriptedAws.Protocol.QUERY)
            .answer("CheckIfPhoneNumberIsOptedOut", optedOut(false));
    TextSender texts = texts(aws);
    for (AwsErrorTable.Refusal refusal : errors.of("SNS", "Publish")) {
      aws.refuse("Publish", refusal.status(), refusal.code());
      boolean ofNumber =
          refusal.code().equals("InvalidParameter")
              || refusal.code().equals("ParameterValueInvalid");

      assertThat(AwsErrorTable.answer(() -> texts.send("+431234567", "Hello")))
          .as(refusal.code())
          .isEqualTo(ofNumber ? "text-refused" : refusal.answer());
    }
  }

  @Test
  void whoeverHasOptedOut_isSentNothing() {
    ScriptedAws aws =
        new ScriptedAws(ScriptedAws.Protocol.QUERY)
            .answer("CheckIfPhoneNumberIsOptedOut", optedOut(true));
    TextSender texts = texts(aws);

    assertThatExceptionOfType(TextRefusedException.class)
        .isThrownBy(() -> texts.send("+431234567", "Hello"))
        .withMessageNotContaining("+431234567");
    assertThat(aws.calls()).containsExactly("CheckIfPhoneNumberIsOptedOut");
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
