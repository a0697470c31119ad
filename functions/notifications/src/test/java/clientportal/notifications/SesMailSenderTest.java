package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

class SesMailSenderTest {
  private final List<SendEmailRequest> sent = new ArrayList<>();

  @Test
  void send_asksForOneMailInTextAndHtml_inTheNameOfTheFirm() {
    new SesMailSender(new RecordingSes(), "portal@mail.portal.test", "portal-mails")
        .send("Berg Tax", "carla@bücher.example", new Mail("Hello", "as text", "<p>as html"));

    assertThat(sent).hasSize(1);
    SendEmailRequest request = sent.getFirst();
    assertThat(request.fromEmailAddress()).isEqualTo("\"Berg Tax\" <portal@mail.portal.test>");
    assertThat(request.destination().toAddresses()).containsExactly("carla@xn--bcher-kva.example");
    assertThat(request.configurationSetName()).isEqualTo("portal-mails");
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

  private final class RecordingSes implements SesV2Client {
    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
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
