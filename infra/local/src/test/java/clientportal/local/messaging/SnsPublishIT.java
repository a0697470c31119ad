package clientportal.local.messaging;

import static clientportal.local.messaging.LocalMessaging.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.ThrottledException;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;

/** The documented requests, answers and errors of SNS, to the SDK's client. */
class SnsPublishIT {
  private static final String BIG = "x".repeat(256 * 1024);

  private final LocalMessaging aws = new LocalMessaging();
  private final SnsClient sns = aws.sns();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void topic_getsMessageAndAttributes() {
    String text = "a&b=c <ä€😀> 100%+\n\"quoted\"";
    String id =
        sns.publish(r ->
                r.topicArn(TOPIC)
                    .subject("Subject")
                    .message(text)
                    .messageAttributes(
                        Map.of(
                            "kind", attribute("String", "FolderShared"),
                            "count", attribute("Number", "12.5"),
                            "names", attribute("String.Array", "[\"a\",\"b\"]"),
                            "bytes",
                                MessageAttributeValue.builder()
                                    .dataType("Binary")
                                    .binaryValue(SdkBytes.fromUtf8String("hi"))
                                    .build())))
            .messageId();

    assertThat(aws.published)
        .containsExactly(
            new LocalMessaging.Published(
                TOPIC,
                id,
                text,
                Map.of(
                    "kind", Map.of("Type", "String", "Value", "FolderShared"),
                    "count", Map.of("Type", "Number", "Value", "12.5"),
                    "names", Map.of("Type", "String.Array", "Value", "[\"a\",\"b\"]"),
                    "bytes", Map.of("Type", "Binary", "Value", "aGk="))));
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void topic_mayBeNamedAsTarget_andGetsTheTextOfItsProtocol() {
    sns.publish(r ->
        r.targetArn(TOPIC)
            .messageStructure("json")
            .message("{\"default\":\"all\",\"sqs\":\"queue\"}"));

    assertThat(aws.published)
        .extracting(LocalMessaging.Published::message)
        .containsExactly("queue");
  }

  @Test
  void phoneNumber_getsAnSms() {
    sns.publish(r ->
        r.phoneNumber("+41791234567")
            .message("Ihr Code: 123")
            .messageAttributes(Map.of("AWS.SNS.SMS.SenderID", attribute("String", "Firm"))));

    assertThat(aws.outbox.messages())
        .containsExactly(
            new Message(
                Message.Channel.SMS,
                "+41791234567",
                null,
                "Ihr Code: 123",
                null,
                Map.of("AWS.SNS.SMS.SenderID", "Firm"),
                LocalMessaging.NOW));
    assertThat(aws.published).isEmpty();
  }

  @Test
  void aNumberThatRepliedStop_hasOptedOut_andGetsNothing_untilItRepliesStart() {
    String phone = "+41791234567";
    assertThat(sns.checkIfPhoneNumberIsOptedOut(r -> r.phoneNumber(phone)).isOptedOut()).isFalse();

    aws.outbox.reply(phone, true);
    assertThat(sns.checkIfPhoneNumberIsOptedOut(r -> r.phoneNumber(phone)).isOptedOut()).isTrue();
    assertThat(sns.publish(r -> r.phoneNumber(phone).message("Hello")).messageId()).isNotEmpty();
    assertThat(aws.outbox.messages()).isEmpty();

    aws.outbox.reply(phone, false);
    sns.publish(r -> r.phoneNumber(phone).message("Hello"));
    assertThat(aws.outbox.messages()).hasSize(1);
  }

  @Test
  void anAccountThatSendsTooFast_isRefused_andOneThatHasSpentItsLimitDeliversNothing() {
    aws.snsStandIn.setSms(SmsAccount.THROTTLED);
    assertThatThrownBy(() -> sns.publish(r -> r.phoneNumber("+41791234567").message("Hello")))
        .isInstanceOf(ThrottledException.class);

    aws.snsStandIn.setSms(SmsAccount.SPENT);
    sns.publish(r -> r.phoneNumber("+41791234567").message("Hello"));
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void largestMessage_isPublished() {
    sns.publish(r -> r.topicArn(TOPIC).message(BIG));

    assertThat(aws.published.getFirst().message()).hasSize(BIG.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void invalidParameters_areRefused(String reason, Consumer<PublishRequest.Builder> change) {
    PublishRequest.Builder request = PublishRequest.builder().message("x");
    change.accept(request);

    assertThatThrownBy(() -> sns.publish(request.build()))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameter");
              assertThat(e.awsErrorDetails().errorMessage())
                  .startsWith("Invalid parameter: " + reason);
              assertThat(e.requestId()).isNotBlank();
            });
    assertThat(aws.published).isEmpty();
    assertThat(aws.outbox.messages()).isEmpty();
  }

  static Stream<Arguments> invalidParameters_areRefused() {
    return Stream.of(
        bad("Empty message", r -> r.topicArn(TOPIC).message(null)),
        bad("Empty message", r -> r.topicArn(TOPIC).message("")),
        bad("Message too long", r -> r.topicArn(TOPIC).message(BIG + "x")),
        bad(
            "Message too long",
            r ->
                r.topicArn(TOPIC)
                    .message(BIG)
                    .messageAttributes(Map.of("a", attribute("String", "b")))),
        bad("Subject", r -> r.topicArn(TOPIC).subject("two\nlines")),
        bad("Subject", r -> r.topicArn(TOPIC).subject("s".repeat(100))),
        bad("TopicArn or TargetArn Reason: no value for required parameter", r -> {}),
        bad("TopicArn Reason: An ARN must have at least 6 elements, not 1", r -> r.topicArn("no")),
        bad("TopicArn, TargetArn", r -> r.topicArn(TOPIC).phoneNumber("+41791234567")),
        bad("PhoneNumber Reason: 079 is not valid to publish to", r -> r.phoneNumber("079")),
        bad("PhoneNumber Reason", r -> r.phoneNumber("41791234567")),
        bad("PhoneNumber Reason", r -> r.phoneNumber("+0791234567")),
        bad("PhoneNumber Reason", r -> r.phoneNumber("+4179123456789012")),
        bad("Message too long", r -> r.phoneNumber("+41791234567").message("x".repeat(1601))),
        bad("AWS.SNS.SMS.SMSType", r -> sms(r, "SMSType", "Urgent")),
        bad("AWS.SNS.SMS.SenderID", r -> sms(r, "SenderID", "Meyer & Sons")),
        bad("AWS.SNS.SMS.SenderID", r -> sms(r, "SenderID", "12345")),
        bad(
            "Message Structure - No default",
            r -> r.topicArn(TOPIC).messageStructure("json").message("{}")),
        bad(
            "Message Structure - JSON",
            r -> r.topicArn(TOPIC).messageStructure("json").message("{")),
        bad("MessageDeduplicationId", r -> r.topicArn(TOPIC).messageDeduplicationId("1")));
  }

  private static void sms(PublishRequest.Builder request, String attribute, String value) {
    request
        .phoneNumber("+41791234567")
        .messageAttributes(Map.of("AWS.SNS.SMS." + attribute, attribute("String", value)));
  }

  @ParameterizedTest
  @MethodSource
  void attributesThatAreWrong_areRefused(String name, MessageAttributeValue value) {
    assertThatThrownBy(() ->
            sns.publish(r -> r.topicArn(TOPIC).message("x").messageAttributes(Map.of(name, value))))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThat(aws.published).isEmpty();
  }

  static Stream<Arguments> attributesThatAreWrong_areRefused() {
    return Stream.of(
        Arguments.of("a", attribute("String", "")),
        Arguments.of("a", attribute("Number", "one")),
        Arguments.of("a", attribute("String.Array", "{}")),
        Arguments.of("a", attribute("Text", "x")),
        Arguments.of("a", MessageAttributeValue.builder().stringValue("x").build()),
        Arguments.of("a b", attribute("String", "x")));
  }

  @Test
  void unknownTopic_isNotFound() {
    assertThatThrownBy(() -> sns.publish(r -> r.topicArn(TOPIC + "x").message("x")))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Topic does not exist");
            });
  }

  @Test
  void batch_ofTen_isPublishedInOrder() {
    List<PublishBatchRequestEntry> entries =
        IntStream.range(0, 10).mapToObj(i -> entry("id-" + i, "message " + i)).toList();
    PublishBatchResponse answer =
        sns.publishBatch(r -> r.topicArn(TOPIC).publishBatchRequestEntries(entries));

    assertThat(answer.failed()).isEmpty();
    assertThat(answer.successful()).extracting(e -> e.id()).hasSize(10).startsWith("id-0", "id-1");
    assertThat(aws.published)
        .extracting(LocalMessaging.Published::messageId)
        .containsExactlyElementsOf(answer.successful().stream().map(e -> e.messageId()).toList());
    assertThat(aws.published.get(9).message()).isEqualTo("message 9");
  }

  @Test
  void batch_entriesFailOnTheirOwn() {
    PublishBatchRequestEntry attributed =
        entry("attributed", "x").toBuilder()
            .messageAttributes(Map.of("n", attribute("Number", "one")))
            .build();
    PublishBatchResponse answer =
        sns.publishBatch(r ->
            r.topicArn(TOPIC)
                .publishBatchRequestEntries(entry("empty", ""), entry("good", "x"), attributed));

    assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("good");
    assertThat(answer.failed())
        .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("empty", "InvalidParameter"),
            org.assertj.core.groups.Tuple.tuple("attributed", "ParameterValueInvalid"));
    assertThat(answer.failed()).allMatch(BatchResultErrorEntry::senderFault);
    assertThat(aws.published).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void batchesThatAreNotInOrder_areRefusedWhole(
      Class<? extends SnsException> error, List<PublishBatchRequestEntry> entries) {
    assertThatThrownBy(
            () -> sns.publishBatch(r -> r.topicArn(TOPIC).publishBatchRequestEntries(entries)))
        .isInstanceOf(error);
    assertThat(aws.published).isEmpty();
  }

  static Stream<Arguments> batchesThatAreNotInOrder_areRefusedWhole() {
    return Stream.of(
        Arguments.of(EmptyBatchRequestException.class, List.of()),
        Arguments.of(
            TooManyEntriesInBatchRequestException.class,
            IntStream.range(0, 11).mapToObj(i -> entry("id" + i, "x")).toList()),
        Arguments.of(
            BatchEntryIdsNotDistinctException.class, List.of(entry("a", "x"), entry("a", "y"))),
        Arguments.of(InvalidBatchEntryIdException.class, List.of(entry("a.b", "x"))),
        Arguments.of(InvalidBatchEntryIdException.class, List.of(entry("a".repeat(81), "x"))),
        Arguments.of(
            BatchRequestTooLongException.class, List.of(entry("a", BIG), entry("b", "x"))));
  }

  @Test
  void batchToAnUnknownTopic_isNotFound() {
    assertThatThrownBy(() ->
            sns.publishBatch(
                r -> r.topicArn(TOPIC + "x").publishBatchRequestEntries(entry("a", "x"))))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void otherActions_areRefusedByName() {
    assertThatThrownBy(() -> sns.createTopic(r -> r.name("new")))
        .isInstanceOfSatisfying(
            SnsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAction");
              assertThat(e.awsErrorDetails().errorMessage()).contains("CreateTopic");
            });
  }

  @Test
  void errors_areXml_andUnsignedRequestsGetOne() {
    HttpResponse<String> answer = aws.send("POST", "/", "Action=Publish&Message=x");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(answer.body())
        .startsWith("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error>")
        .contains("<Type>Sender</Type><Code>MissingAuthenticationToken</Code>");
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static PublishBatchRequestEntry entry(String id, String message) {
    return PublishBatchRequestEntry.builder().id(id).message(message).build();
  }

  private static Arguments bad(String reason, Consumer<PublishRequest.Builder> change) {
    return Arguments.of(reason, change);
  }
}
