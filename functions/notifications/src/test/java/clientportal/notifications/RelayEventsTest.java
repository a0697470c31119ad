package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.delivery.EventMessage;
import clientportal.platform.http.Invocation;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

final class RelayEventsTest {
  private final List<String> published = new ArrayList<>();
  private final RelayEvents relayEvents =
      new RelayEvents((type, message) -> {
        if (type.equals("Unreachable")) {
          throw new IllegalStateException("SNS is not to be reached");
        }
        published.add(type + " " + message.json());
      });

  private static Map<String, Object> text(String value) {
    return Map.of("S", value);
  }

  private static Map<String, Object> event(String number, String type, int audience) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("PK", text("FIRM#f#EVENTS"));
    image.put("SK", text("e" + number));
    image.put("eventType", text(type));
    image.put("data", Map.of("M", Map.of("folderName", text("Taxes"))));
    image.put("audience", Map.of("L", Collections.nCopies(audience, text("client"))));
    return record("INSERT", number, image);
  }

  private static Map<String, Object> record(String name, String number, Map<String, Object> image) {
    return Map.of(
        "eventName", name, "dynamodb", Map.of("SequenceNumber", number, "NewImage", image));
  }

  @Test
  void anEvent_isPublishedByItsKeyAndType_andNothingElseOfItLeavesTheTable() {
    relayEvents.handle(JsonReader.of(event("1", "FolderShared", 25)));

    assertThat(published).containsExactly("FolderShared {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\"}");
  }

  @Test
  void anEventWithALargeAudience_becomesAMessageForEach25OfIt() {
    relayEvents.handle(JsonReader.of(event("1", "FolderShared", 51)));

    assertThat(published)
        .containsExactly(
            "FolderShared {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\",\"from\":0,\"to\":25}",
            "FolderShared {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\",\"from\":25,\"to\":50}",
            "FolderShared {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\",\"from\":50,\"to\":51}");
  }

  @Test
  void anEventOfAGroupNote_becomesAMessageForEach25Participants() {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("PK", text("FIRM#f#EVENTS"));
    image.put("SK", text("e1"));
    image.put("eventType", text("GroupNoteOpened"));
    image.put("audience", Map.of("L", List.of()));
    image.put("participants", Map.of("N", "26"));

    relayEvents.handle(JsonReader.of(record("INSERT", "1", image)));

    assertThat(published)
        .containsExactly(
            "GroupNoteOpened {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\",\"from\":0,\"to\":25}",
            "GroupNoteOpened {\"pk\":\"FIRM#f#EVENTS\",\"sk\":\"e1\",\"from\":25,\"to\":26}");
  }

  @Test
  void whatAMessageSays_isWhatItsReaderReads() {
    EventMessage last = EventMessage.of(new Key("p", "s"), 51).getLast();

    assertThat(EventMessage.of(JsonReader.read(last.json()))).isEqualTo(last);
    assertThatThrownBy(() -> EventMessage.of(JsonReader.of(Map.of("pk", "p"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherItems_andChangesOfItems_areIgnored() {
    relayEvents.handle(
        JsonReader.of(record("INSERT", "1", Map.of("PK", text("p"), "SK", text("s")))));
    Map<String, Object> image = Map.of("PK", text("p"), "SK", text("s"), "eventType", text("X"));
    relayEvents.handle(JsonReader.of(record("MODIFY", "2", image)));
    relayEvents.handle(
        JsonReader.of(Map.of("eventName", "REMOVE", "dynamodb", Map.of("SequenceNumber", "3"))));

    assertThat(published).isEmpty();
  }

  @Test
  void afterARecordThatFailed_allComeAgain_inTheirOrder() {
    String answer =
        new Invocation()
            .send(
                new RelayEventsHandler(relayEvents),
                Map.of(
                    "Records",
                    List.of(
                        event("1", "FolderShared", 1),
                        event("2", "Unreachable", 1),
                        event("3", "FolderShared", 1))));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
    assertThat(published).hasSize(1);
  }

  @Test
  void theType_isAnAttributeOfTheMessage_whichSubscriptionsFilterBy() {
    List<PublishRequest> requests = new ArrayList<>();
    new SnsTopic(new RecordingSns(requests), "arn:aws:sns:eu-west-1:000000000000:events")
        .publish("FolderShared", EventMessage.of(new Key("p", "s"), 1).getFirst());

    PublishRequest request = requests.getFirst();
    assertThat(request.topicArn()).isEqualTo("arn:aws:sns:eu-west-1:000000000000:events");
    assertThat(request.message()).isEqualTo("{\"pk\":\"p\",\"sk\":\"s\"}");
    assertThat(request.messageAttributes())
        .containsExactly(
            Map.entry(
                "type",
                MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue("FolderShared")
                    .build()));
  }

  private record RecordingSns(List<PublishRequest> requests) implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
      requests.add(request);
      return PublishResponse.builder().messageId("m1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
