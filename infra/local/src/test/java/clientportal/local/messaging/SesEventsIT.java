package clientportal.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sesv2.model.MessageTag;

/** The events that SES publishes to EventBridge, as documented. */
class SesEventsIT {
  private final LocalMessaging aws = new LocalMessaging();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void aMail_isSentAndDelivered() {
    String id = send("a@client.example", "portal");

    List<JsonNode> events = events();
    assertThat(events)
        .extracting(event -> event.path("detail-type").asText())
        .containsExactly("Email Sent", "Email Delivered");
    JsonNode delivered = events.getLast();
    assertThat(delivered.path("version").asText()).isEqualTo("0");
    assertThat(delivered.path("id").asText()).isNotEqualTo(events.getFirst().path("id").asText());
    assertThat(delivered.path("source").asText()).isEqualTo("aws.ses");
    assertThat(delivered.path("region").asText()).isEqualTo("eu-west-1");
    assertThat(delivered.path("time").asText()).isEqualTo("2026-03-01T10:20:30Z");
    assertThat(delivered.path("resources").get(0).asText())
        .isEqualTo("arn:aws:ses:eu-west-1:000000000000:configuration-set/portal");
    JsonNode mail = delivered.at("/detail/mail");
    assertThat(delivered.at("/detail/eventType").asText()).isEqualTo("Delivery");
    assertThat(mail.path("messageId").asText()).isEqualTo(id);
    assertThat(mail.path("timestamp").asText()).isEqualTo("2026-03-01T10:20:30.400Z");
    assertThat(mail.path("source").asText()).isEqualTo("Portal <hello@portal.test>");
    assertThat(mail.at("/destination/0").asText()).isEqualTo("a@client.example");
    assertThat(mail.at("/commonHeaders/subject").asText()).isEqualTo("Subject");
    assertThat(mail.at("/tags/kind/0").asText()).isEqualTo("invitation");
    assertThat(mail.at("/tags").path("ses:configuration-set").get(0).asText()).isEqualTo("portal");
    assertThat(delivered.at("/detail/delivery/recipients/0").asText())
        .isEqualTo("a@client.example");
    assertThat(events.getFirst().at("/detail/eventType").asText()).isEqualTo("Send");
    assertThat(events.getFirst().at("/detail/send").isObject()).isTrue();
  }

  @Test
  void anAddressOnTheSuppressionList_bounces_untilItIsTakenOff() {
    String address = "Gone@client.example";
    aws.ses().putSuppressedDestination(put -> put.emailAddress(address).reason("BOUNCE"));
    send("gone@client.example", "portal");
    JsonNode bounced = events().getLast();
    assertThat(bounced.path("detail-type").asText()).isEqualTo("Email Bounced");
    assertThat(bounced.at("/detail/bounce/bounceType").asText()).isEqualTo("Permanent");
    assertThat(bounced.at("/detail/bounce/bounceSubType").asText())
        .isEqualTo("OnAccountSuppressionList");

    aws.ses().deleteSuppressedDestination(delete -> delete.emailAddress(address));
    send("gone@client.example", "portal");
    assertThat(events().getLast().path("detail-type").asText()).isEqualTo("Email Delivered");
  }

  @ParameterizedTest
  @CsvSource({
    "bounce@simulator.amazonses.com, General",
    "bounce+label1@simulator.amazonses.com, General",
    "suppressionlist@simulator.amazonses.com, Suppressed"
  })
  void simulatedBounces_areReported(String address, String subType) {
    send(address, "portal");

    JsonNode bounced = events().getLast();
    assertThat(events()).hasSize(2);
    assertThat(bounced.path("detail-type").asText()).isEqualTo("Email Bounced");
    assertThat(bounced.at("/detail/eventType").asText()).isEqualTo("Bounce");
    JsonNode bounce = bounced.at("/detail/bounce");
    assertThat(bounce.path("bounceType").asText()).isEqualTo("Permanent");
    assertThat(bounce.path("bounceSubType").asText()).isEqualTo(subType);
    assertThat(bounce.path("timestamp").asText()).isEqualTo("2026-03-01T10:20:30.400Z");
    assertThat(bounce.path("feedbackId").asText()).isNotBlank();
    assertThat(bounce.at("/bouncedRecipients/0/emailAddress").asText()).isEqualTo(address);
    assertThat(bounce.at("/bouncedRecipients/0/status").asText()).isEqualTo("5.1.1");
    assertThat(bounce.at("/bouncedRecipients/0/action").asText()).isEqualTo("failed");
    assertThat(aws.outbox.messages()).hasSize(1);
  }

  @Test
  void aSimulatedComplaint_followsTheDelivery() {
    send("complaint+x@simulator.amazonses.com", "portal");

    assertThat(events())
        .extracting(event -> event.path("detail-type").asText())
        .containsExactly("Email Sent", "Email Delivered", "Email Complaint Received");
    JsonNode complaint = events().getLast().at("/detail/complaint");
    assertThat(events().getLast().at("/detail/eventType").asText()).isEqualTo("Complaint");
    assertThat(complaint.at("/complainedRecipients/0/emailAddress").asText())
        .isEqualTo("complaint+x@simulator.amazonses.com");
    assertThat(complaint.path("complaintFeedbackType").asText()).isEqualTo("abuse");
  }

  @Test
  void aMailWithoutConfigurationSet_publishesNothing() {
    send("bounce@simulator.amazonses.com", null);

    assertThat(aws.events).isEmpty();
    assertThat(aws.outbox.messages()).hasSize(1);
  }

  private String send(String to, @Nullable String configurationSet) {
    return aws.ses()
        .sendEmail(r ->
            r.fromEmailAddress("Portal <hello@portal.test>")
                .destination(d -> d.toAddresses(to))
                .configurationSetName(configurationSet)
                .emailTags(MessageTag.builder().name("kind").value("invitation").build())
                .content(c ->
                    c.simple(s ->
                        s.subject(d -> d.data("Subject")).body(b -> b.text(d -> d.data("Text"))))))
        .messageId();
  }

  private List<JsonNode> events() {
    return aws.events.stream().<JsonNode>map(new ObjectMapper()::valueToTree).toList();
  }
}
