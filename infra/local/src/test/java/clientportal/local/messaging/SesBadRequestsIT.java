package clientportal.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** What SES v2 refuses as {@code BadRequestException}. */
class SesBadRequestsIT {
  private static final String UNKNOWN_CHARSET =
      """
      From: hello@portal.test
      Content-Type: text/plain; charset=none

      Text
      """;

  private final LocalMessaging aws = new LocalMessaging();
  private final SesV2Client ses = aws.ses();

  @AfterEach
  void stop() {
    aws.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void badRequests_areRefused_andNothingIsSent(
      String reason, Consumer<SendEmailRequest.Builder> change) {
    assertThatThrownBy(() -> ses.sendEmail(LocalMessaging.simple(change)))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorMessage()).contains(reason);
              assertThat(e.requestId()).isNotBlank();
            });
    assertThat(aws.outbox.messages()).isEmpty();
    assertThat(aws.events).isEmpty();
  }

  static Stream<Arguments> badRequests_areRefused_andNothingIsSent() {
    return Stream.of(
        bad(
            "cannot be decoded",
            r -> r.content(c -> c.raw(m -> m.data(SdkBytes.fromUtf8String(UNKNOWN_CHARSET))))),
        bad("Missing required header 'From'", r -> r.fromEmailAddress(null)),
        bad("Missing required header 'To'", r -> r.destination(d -> {})),
        bad("The content must be one of", r -> r.content(c -> {})),
        bad(
            "content.simple.subject",
            r -> r.content(c -> c.simple(s -> s.body(b -> b.text(d -> d.data("x")))))),
        bad(
            "Body must have",
            r -> r.content(c -> c.simple(s -> s.subject(d -> d.data("x")).body(b -> {})))),
        bad(
            "Unsupported charset",
            r ->
                r.content(c ->
                    c.simple(s ->
                        s.subject(d -> d.data("x").charset("no-such"))
                            .body(b -> b.text(d -> d.data("x")))))),
        bad(
            "Recipient count exceeds 50",
            r ->
                r.destination(d ->
                    d.toAddresses(Collections.nCopies(50, "a@client.example"))
                        .bccAddresses("b@c.example"))),
        bad("Missing final '@domain'", to("nobody")),
        bad("Missing domain", to("nobody@")),
        bad("Missing local name", to("@client.example")),
        bad("Invalid email address .", to("")),
        bad("Local address contains control or whitespace", to("no body@client.example")),
        bad("Local address contains illegal character", to("a@b@client.example")),
        bad("Local address starts with dot", to(".a@client.example")),
        bad("Domain contains control or whitespace", to("a@client .example")),
        bad("Domain contains dot-dot", to("a@client..example")),
        bad("Domain contains illegal character", to("a@client_.example")),
        bad("Illegal address", to("Chan, Karen <a@client.example>")),
        bad("not 7-bit ASCII", to("jürgen@client.example")),
        bad("not 7-bit ASCII", r -> r.fromEmailAddress("Müller <hello@portal.test>")),
        bad("Invalid header name", header("X Y", "1")),
        bad("Invalid value of header", header("X-Y", "a\r\nBcc: b@c.example")),
        bad("not allowed as a custom header", header("Reply-To", "x@portal.test")),
        bad(
            "at most 15",
            r ->
                r.content(c ->
                    c.simple(s ->
                        s.subject(d -> d.data("x"))
                            .body(b -> b.text(d -> d.data("x")))
                            .headers(Collections.nCopies(16, mailHeader("X-Y", "1")))))),
        bad("Invalid tag value", r -> r.emailTags(tag("a", "not this"))),
        bad(
            "a header and a body",
            r ->
                r.content(c -> c.raw(m -> m.data(SdkBytes.fromUtf8String("From: a@portal.test"))))),
        bad(
            "Missing required header 'From'",
            r ->
                r.content(c ->
                    c.raw(m ->
                        m.data(SdkBytes.fromUtf8String("To: a@client.example\r\n\r\nText"))))));
  }

  private static MessageHeader mailHeader(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }

  private static Arguments bad(String reason, Consumer<SendEmailRequest.Builder> change) {
    return Arguments.of(reason, change);
  }

  private static Consumer<SendEmailRequest.Builder> to(String address) {
    return r -> r.destination(d -> d.toAddresses(address));
  }

  private static Consumer<SendEmailRequest.Builder> header(String name, String value) {
    return r ->
        r.content(c ->
            c.simple(s ->
                s.subject(d -> d.data("x"))
                    .body(b -> b.text(d -> d.data("x")))
                    .headers(mailHeader(name, value))));
  }
}
