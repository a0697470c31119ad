package clientportal.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.platform.http.Invocation;
import clientportal.platform.log.LogLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class SesMailSenderTest {
  private static final FirmId FIRM = new FirmId("01kjm4t8w2f6r3nxq5v7y9b1cd");
  private static final Sender SENDER =
      new Sender(
          Letterhead.of("Berg Tax"),
          Optional.of(new EmailAddress("office@berg.test")),
          Optional.of(FIRM));

  private final List<SendEmailRequest> sent = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();

  @Test
  void send_asksForOneMailInTextAndHtml_inTheNameOfTheFirm() {
    new SesMailSender(new RecordingSes(), "portal@mail.portal.test", "portal-mails")
        .send(
            SENDER,
            "carla@client.test",
            new Mail("Hello", "as text", "<p>as html"),
            Map.of("kind", "x"));

    assertThat(sent).hasSize(1);
    SendEmailRequest request = sent.getFirst();
    assertThat(request.fromEmailAddress()).isEqualTo("\"Berg Tax\" <portal@mail.portal.test>");
    assertThat(request.destination().toAddresses()).containsExactly("carla@client.test");
    assertThat(request.replyToAddresses()).containsExactly("office@berg.test");
    assertThat(request.configurationSetName()).isEqualTo("portal-mails");
    assertThat(request.emailTags())
        .containsExactly(MessageTag.builder().name("kind").value("x").build());
    Message message = request.content().simple();
    assertThat(message.subject().data()).isEqualTo("Hello");
    assertThat(message.subject().charset()).isEqualTo("UTF-8");
    assertThat(message.body().text().data()).isEqualTo("as text");
    assertThat(message.body().html().data()).isEqualTo("<p>as html");
    assertThat(message.headers())
        .singleElement()
        .satisfies(header -> {
          assertThat(header.name()).isEqualTo("Auto-Submitted");
          assertThat(header.value()).isEqualTo("auto-generated");
        });
  }

  @Test
  void aMailThatWasSent_isCountedForItsFirm_inALineOfItsOwn() {
    Invocation invocation = new Invocation();
    MailSender mails = new SesMailSender(new RecordingSes(), "portal@mail.portal.test", "mails");
    Mail mail = new Mail("Hello", "as text", "<p>as html");
    LogLine line = LogLine.of(invocation, Clock.systemUTC());

    line.during(() -> {
      mails.send(SENDER, "carla@client.test", mail);
      mails.send(SENDER, "colin@client.test", mail);
      mails.send(Sender.PORTAL, "ada@firm.test", mail);
      failure = Optional.of(MessageRejectedException.builder().build());
      assertThatThrownBy(() -> mails.send(SENDER, "x@client.test", mail))
          .isInstanceOf(MailRefusedException.class);
    });
    line.write();

    assertThat(invocation.log()).hasSize(2);
    assertThat(invocation.log().getLast())
        .isEqualTo(
            "{\"function\":\"test-Function\",\"requestId\":\"request-1\",\"firmId\":\""
                + FIRM
                + "\",\"mails\":2}");
  }

  @Test
  void aMailThatSesRefuses_isDistinguishedFromAFailure_withoutTheAddress() {
    for (RuntimeException refusal :
        List.of(
            MessageRejectedException.builder().message("carla@client.test").build(),
            BadRequestException.builder().message("carla@client.test").build())) {
      failure = Optional.of(refusal);
      assertThatThrownBy(this::send)
          .isInstanceOf(MailRefusedException.class)
          .hasMessageContaining(refusal.getClass().getSimpleName())
          .hasNoCause()
          .message()
          .doesNotContain("carla");
    }
    failure = Optional.of(TooManyRequestsException.builder().build());
    assertThatThrownBy(this::send).isInstanceOf(TooManyRequestsException.class);
  }

  private void send() {
    new SesMailSender(new RecordingSes(), "portal@mail.portal.test", "portal-mails")
        .send(Sender.PORTAL, "carla@client.test", new Mail("Hello", "as text", "<p>as html"));
  }

  private final class RecordingSes implements SesV2Client {
    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      failure.ifPresent(thrown -> {
        throw thrown;
      });
      sent.add(request);
      return SendEmailResponse.builder().messageId("m1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
