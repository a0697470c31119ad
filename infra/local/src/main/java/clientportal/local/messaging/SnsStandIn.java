package clientportal.local.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * SNS: {@code Publish} to standard topics and to phone numbers, {@code PublishBatch} and {@code
 * CheckIfPhoneNumberIsOptedOut}; other actions are refused by name. An SMS goes to the outbox,
 * unless its number has opted out there, a message to a topic to the listener.
 */
public final class SnsStandIn implements HttpHandler {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final int MAX_SMS_CHARACTERS = 1600;
  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");
  private static final Set<String> SMS_TYPES = Set.of("Promotional", "Transactional");
  private static final int MAX_ENTRIES = 10;
  private static final Pattern ENTRY_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final Set<String> topicArns;
  private final Clock clock;
  private final Outbox outbox;
  private final TopicListener listener;
  private volatile SmsAccount sms = SmsAccount.SENDING;

  public SnsStandIn(Set<String> topicArns, Clock clock, Outbox outbox, TopicListener listener) {
    this.topicArns = Set.copyOf(topicArns);
    this.clock = clock;
    this.outbox = outbox;
    this.listener = listener;
    if (topicArns.stream().anyMatch(arn -> arn.endsWith(".fifo"))) {
      throw new IllegalArgumentException("The local SNS has no FIFO topics");
    }
  }

  /** Changes what the account may send as text messages. */
  public void setSms(SmsAccount account) {
    sms = account;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      Request request = Request.of(exchange);
      authenticate(request);
      answer = action(Form.parse(request.body()));
    } catch (Refusal refusal) {
      answer = SnsXml.error(refusal);
    }
    answer.send(exchange);
  }

  private static void authenticate(Request request) {
    if (request.header("Authorization").isEmpty()) {
      throw new Refusal(
          403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }
    String service = CredentialScope.of(request).map(CredentialScope::service).orElse("");
    if (!service.equals("sns")) {
      throw new Refusal(
          403, "SignatureDoesNotMatch", "Credential should be scoped to correct service: 'sns'.");
    }
  }

  private Answer action(Form form) {
    return switch (form.text("Action").orElse("")) {
      case "Publish" -> SnsXml.published(publish(form));
      case "PublishBatch" -> SnsXml.batch(publishBatch(form));
      case "CheckIfPhoneNumberIsOptedOut" ->
          SnsXml.optedOut(outbox.hasOptedOut(phone(form.text("phoneNumber").orElse(""))));
      case String other ->
          throw new Refusal(400, "InvalidAction", "The local SNS has no action " + other);
    };
  }

  private String publish(Form form) {
    Optional<String> phone = form.text("PhoneNumber");
    List<String> arns =
        List.of("TopicArn", "TargetArn").stream()
            .flatMap(name -> form.text(name).stream())
            .toList();
    if (arns.size() + phone.stream().count() > 1) {
      throw invalid("TopicArn, TargetArn and PhoneNumber Reason: only one of them may be given");
    }
    if (phone.isEmpty() && arns.isEmpty()) {
      throw invalid("TopicArn or TargetArn Reason: no value for required parameter");
    }
    Publication publication = Publication.of(form).requireShort();
    if (phone.isPresent()) {
      return sms(phone.get(), publication);
    }
    requireTopic(arns.getFirst());
    return toTopic(arns.getFirst(), publication);
  }

  /** The entries of a valid batch succeed or fail one by one. */
  private List<SnsXml.Entry> publishBatch(Form form) {
    String topicArn =
        form.text("TopicArn")
            .orElseThrow(() -> invalid("TopicArn Reason: no value for required parameter"));
    List<Form> entries = form.members("PublishBatchRequestEntries.member");
    requireBatch(entries);
    requireTopic(topicArn);
    Map<String, Publication> good = new LinkedHashMap<>();
    List<SnsXml.Entry> outcome = new ArrayList<>();
    for (Form entry : entries) {
      String id = entry.text("Id").orElse("");
      try {
        good.put(id, Publication.of(entry));
      } catch (Refusal refusal) {
        outcome.add(new SnsXml.Entry.Failed(id, refusal));
      }
    }
    if (good.values().stream().mapToLong(Publication::bytes).sum() > Publication.MAX_BYTES) {
      throw new Refusal(
          400,
          "BatchRequestTooLong",
          "The length of all the messages put together is more than the limit.");
    }
    good.forEach((id, publication) ->
        outcome.add(new SnsXml.Entry.Sent(id, toTopic(topicArn, publication))));
    return outcome;
  }

  private static void requireBatch(List<Form> entries) {
    if (entries.isEmpty()) {
      throw new Refusal(400, "EmptyBatchRequest", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > MAX_ENTRIES) {
      throw new Refusal(
          400,
          "TooManyEntriesInBatchRequest",
          "The batch request contains more entries than permissible.");
    }
    Set<String> ids = new HashSet<>();
    for (Form entry : entries) {
      String id = entry.text("Id").orElse("");
      if (!ENTRY_ID.matcher(id).matches()) {
        throw new Refusal(
            400,
            "InvalidBatchEntryId",
            "The Id of a batch entry in a batch request doesn't abide by the specification.");
      }
      if (!ids.add(id)) {
        throw new Refusal(
            400,
            "BatchEntryIdsNotDistinct",
            "Two or more batch entries in the request have the same Id.");
      }
    }
  }

  private void requireTopic(String arn) {
    int elements = arn.split(":", -1).length;
    if (elements < 6) {
      throw invalid("TopicArn Reason: An ARN must have at least 6 elements, not " + elements);
    }
    if (!topicArns.contains(arn)) {
      throw new Refusal(404, "NotFound", "Topic does not exist");
    }
  }

  private String toTopic(String topicArn, Publication publication) {
    String messageId = UUID.randomUUID().toString();
    listener.published(
        topicArn, messageId, publication.messageFor("sqs"), publication.attributes());
    return messageId;
  }

  /** The outbox keeps attributes such as {@code AWS.SNS.SMS.SenderID} as headers. */
  private String sms(String phone, Publication publication) {
    phone(phone);
    String text = publication.messageFor("sms");
    if (text.length() > MAX_SMS_CHARACTERS) {
      throw invalid("Message too long");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    publication
        .attributes()
        .forEach((name, attribute) -> headers.put(name, attribute.getOrDefault("Value", "")));
    requireSmsAttributes(headers);
    if (sms == SmsAccount.THROTTLED) {
      throw new Refusal(429, "Throttled", "Rate exceeded");
    }
    // What SNS accepts it need not deliver; it says so in its delivery logs alone.
    if (sms == SmsAccount.SENDING && !outbox.hasOptedOut(phone)) {
      outbox.add(
          new Message(Message.Channel.SMS, phone, null, text, null, headers, clock.instant()));
    }
    return UUID.randomUUID().toString();
  }

  private static String phone(String phone) {
    if (!E164.matcher(phone).matches()) {
      throw invalid("PhoneNumber Reason: " + phone + " is not valid to publish to");
    }
    return phone;
  }

  private static void requireSmsAttributes(Map<String, String> attributes) {
    Optional.ofNullable(attributes.get("AWS.SNS.SMS.SMSType"))
        .filter(type -> !SMS_TYPES.contains(type))
        .ifPresent(type -> {
          throw invalid("AWS.SNS.SMS.SMSType Reason: " + type + " is no type of SMS");
        });
    Optional.ofNullable(attributes.get("AWS.SNS.SMS.SenderID"))
        .filter(sender -> !SENDER_ID.matcher(sender).matches())
        .ifPresent(sender -> {
          throw invalid("AWS.SNS.SMS.SenderID Reason: " + sender + " is not a valid sender");
        });
  }

  private static Refusal invalid(String reason) {
    return new Refusal(400, "InvalidParameter", "Invalid parameter: " + reason);
  }
}
