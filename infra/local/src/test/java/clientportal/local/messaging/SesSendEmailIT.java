package clientportal.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * The documented requests, answers and errors of SES v2's {@code SendEmail}, to the SDK's client.
 */
class SesSendEmailIT {
  private final LocalMessaging aws = new LocalMessaging();
  private final SesV2Client ses = aws.ses();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void simpleContent_isSentOncePerRecipient_withItsHeaders() {
    String id =
        ses.sendEmail(
                LocalMessaging.simple(r ->
                    r.fromEmailAddress("\"Firm, the\" <hello@portal.test>")
                        .destination(d ->
                            d.toAddresses("Ann <Ann+1@Client.example>")
                                .ccAddresses("cc@client.example")
                                .bccAddresses("bcc@client.example"))
                        .replyToAddresses("reply@firm.example")
                        .listManagementOptions(l -> l.contactListName("ignored"))
                        .emailTags(MessageTag.builder().name("kind").value("invitation").build())
                        .content(c ->
                            c.simple(s ->
                                s.subject(d -> d.data("Grüße").charset("UTF-8"))
                                    .body(b ->
                                        b.text(d -> d.data("Täxt").charset("UTF-8"))
                                            .html(d -> d.data("<p>Html</p>")))
                                    .headers(
                                        MessageHeader.builder()
                                            .name("List-Unsubscribe")
                                            .value("<https://portal.test/u>")
                                            .build())))))
            .messageId();

    assertThat(id).matches("[0-9a-f]{16}-[0-9a-f-]{36}-000000");
    assertThat(aws.outbox.messages())
        .extracting(Message::to)
        .containsExactly("Ann+1@client.example", "cc@client.example", "bcc@client.example");
    Message first = aws.outbox.messages().getFirst();
    assertThat(first.channel()).isEqualTo(Message.Channel.EMAIL);
    assertThat(first.subject()).isEqualTo("Grüße");
    assertThat(first.text()).isEqualTo("Täxt");
    assertThat(first.html()).isEqualTo("<p>Html</p>");
    assertThat(first.sentAt()).isEqualTo(LocalMessaging.NOW);
    assertThat(first.headers())
        .containsEntry("From", "\"Firm, the\" <hello@portal.test>")
        .containsEntry("To", "Ann <Ann+1@Client.example>")
        .containsEntry("Cc", "cc@client.example")
        .containsEntry("Reply-To", "reply@firm.example")
        .containsEntry("Subject", "Grüße")
        .containsEntry("List-Unsubscribe", "<https://portal.test/u>")
        .containsEntry("Message-ID", "<" + id + "@eu-west-1.amazonses.com>")
        .containsEntry("Date", "Sun, 1 Mar 2026 10:20:30 GMT")
        .doesNotContainKey("Bcc");
  }

  @Test
  void withoutCharset_charactersOutsideAsciiAreLost() {
    ses.sendEmail(
        LocalMessaging.simple(r ->
            r.content(c ->
                c.simple(s -> s.subject(d -> d.data("é")).body(b -> b.text(d -> d.data("ü")))))));

    assertThat(aws.outbox.messages().getFirst().subject()).isEqualTo("?");
    assertThat(aws.outbox.messages().getFirst().html()).isNull();
  }

  @Test
  void rawContent_isReadAsMime() {
    String raw =
        """
        From: =?UTF-8?Q?M=C3=BCller?= <hello@portal.test>
        To: a@client.example, "B, b" <b@client.example>
        Bcc: c@client.example
        Subject: =?UTF-8?B?R3LDvMOf?=
         =?UTF-8?Q?e_dir?=
        X-Ref: one
        Date: Mon, 2 Jan 2006 15:04:05 +0000
        X-SES-CONFIGURATION-SET: portal
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=
        =C3=9Fe
        --inner
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHA+R3LDvMOfZTwvcD4=
        --inner--
        --outer
        Content-Type: text/plain
        Content-Disposition: attachment; filename=a.txt

        not shown
        --outer--
        """
            .replace("\n", "\r\n");

    ses.sendEmail(r -> r.content(c -> c.raw(m -> m.data(SdkBytes.fromUtf8String(raw)))));

    assertThat(aws.outbox.messages())
        .extracting(Message::to)
        .containsExactly("a@client.example", "b@client.example", "c@client.example");
    Message first = aws.outbox.messages().getFirst();
    assertThat(first.subject()).isEqualTo("Grüße dir");
    assertThat(first.text()).isEqualTo("Grüße");
    assertThat(first.html()).isEqualTo("<p>Grüße</p>");
    assertThat(first.headers())
        .containsEntry("X-Ref", "one")
        .containsEntry("Date", "Sun, 1 Mar 2026 10:20:30 GMT")
        .doesNotContainKeys("Bcc", "X-SES-CONFIGURATION-SET");
    assertThat(aws.events).isNotEmpty();
  }

  @Test
  void rawContent_goesToTheDestinationOfTheRequest_whereThereIsOne() {
    String raw = "From: hello@portal.test\r\nTo: a@client.example\r\n\r\nText";

    ses.sendEmail(r ->
        r.destination(d -> d.toAddresses("other@client.example"))
            .content(c -> c.raw(m -> m.data(SdkBytes.fromUtf8String(raw)))));

    assertThat(aws.outbox.messages())
        .extracting(Message::to)
        .containsExactly("other@client.example");
    assertThat(aws.outbox.messages()).extracting(Message::text).containsExactly("Text");
  }

  @ParameterizedTest
  @MethodSource
  void sendersOfVerifiedDomainsAndAddresses_mayBeUsed(String from) {
    ses.sendEmail(LocalMessaging.simple(r -> r.fromEmailAddress(from)));

    assertThat(aws.outbox.messages()).hasSize(1);
  }

  static List<String> sendersOfVerifiedDomainsAndAddresses_mayBeUsed() {
    return List.of(
        "any@portal.test",
        "any@mail.PORTAL.test",
        "post@firm.example",
        "post+label@firm.example",
        "=?UTF-8?Q?M=C3=BCller?= <any@portal.test>");
  }

  @ParameterizedTest
  @MethodSource
  void sendersOfOthers_areRejected(String from) {
    assertThatThrownBy(() -> ses.sendEmail(LocalMessaging.simple(r -> r.fromEmailAddress(from))))
        .isInstanceOfSatisfying(
            MessageRejectedException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Email address is not verified. The following identities failed the check in"
                          + " region EU-WEST-1: "
                          + from);
            });
    assertThat(aws.outbox.messages()).isEmpty();
  }

  static List<String> sendersOfOthers_areRejected() {
    return List.of("x@elsewhere.example", "x@notportal.test", "other@firm.example");
  }

  @Test
  void unknownConfigurationSetAndTemplate_areNotFound() {
    assertThatThrownBy(
            () -> ses.sendEmail(LocalMessaging.simple(r -> r.configurationSetName("other"))))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Configuration set <other> does not exist.");
    assertThatThrownBy(() ->
            ses.sendEmail(
                LocalMessaging.simple(r ->
                    r.content(c -> c.template(t -> t.templateName("welcome").templateData("{}"))))))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Template welcome does not exist.");
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void anAccountThatMayNotSend_getsTheReason() {
    aws.sesStandIn.account(SesAccount.PAUSED);
    assertThatThrownBy(() -> ses.sendEmail(LocalMessaging.simple(r -> {})))
        .isInstanceOf(SendingPausedException.class);
    aws.sesStandIn.account(SesAccount.SUSPENDED);
    assertThatThrownBy(() -> ses.sendEmail(LocalMessaging.simple(r -> {})))
        .isInstanceOf(AccountSuspendedException.class);
    aws.sesStandIn.account(SesAccount.THROTTLED);
    assertThatThrownBy(() -> ses.sendEmail(LocalMessaging.simple(r -> {})))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class, e -> assertThat(e.statusCode()).isEqualTo(429));
    assertThat(aws.outbox.messages()).isEmpty();
    aws.sesStandIn.account(SesAccount.SENDING);
    ses.sendEmail(LocalMessaging.simple(r -> {}));
    assertThat(aws.outbox.messages()).hasSize(1);
  }

  @Test
  void requestsMustBeSigned_forSesInItsRegion() {
    HttpResponse<String> unsigned = aws.send("POST", "/aws/ses/v2/email/outbound-emails", "{}");
    assertThat(unsigned.statusCode()).isEqualTo(403);
    assertThat(unsigned.headers().firstValue("x-amzn-ErrorType"))
        .contains("MissingAuthenticationTokenException");
    HttpResponse<String> forSns =
        aws.send(
            "POST",
            "/aws/ses/v2/email/outbound-emails",
            "{}",
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=local/20260301/eu-west-1/sns/aws4_request, "
                + "SignedHeaders=host, Signature="
                + "0".repeat(64));
    assertThat(forSns.statusCode()).isEqualTo(403);
    assertThat(forSns.body()).contains("Credential should be scoped to correct service: 'ses'.");
    assertThatThrownBy(() -> aws.ses(Region.US_EAST_1).sendEmail(LocalMessaging.simple(r -> {})))
        .isInstanceOf(SesV2Exception.class)
        .hasMessageContaining("scoped to a valid region");
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void otherOperations_areRefusedByName() {
    assertThatThrownBy(() -> ses.listContactLists(r -> {}))
        .isInstanceOfSatisfying(
            SesV2Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
              assertThat(e.awsErrorDetails().errorMessage()).contains("/v2/email/contact-lists");
            });
  }

  @Test
  void accountAndIdentities_canBeRead() {
    ses.sendEmail(LocalMessaging.simple(r -> {}));

    assertThat(ses.getAccount(r -> {}).sendingEnabled()).isTrue();
    assertThat(ses.getAccount(r -> {}).sendQuota().sentLast24Hours()).isEqualTo(1);
    assertThat(
            ses.getEmailIdentity(r -> r.emailIdentity("post@firm.example"))
                .verifiedForSendingStatus())
        .isTrue();
    assertThat(ses.getEmailIdentity(r -> r.emailIdentity("portal.test")).identityTypeAsString())
        .isEqualTo("DOMAIN");
    assertThatThrownBy(() -> ses.getEmailIdentity(r -> r.emailIdentity("no.example")))
        .isInstanceOf(NotFoundException.class);
  }
}
