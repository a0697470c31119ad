package clientportal.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox over HTTP and over restarts. */
class OutboxIT {
  private static final Clock CLOCK = Clock.fixed(LocalMessaging.NOW, ZoneOffset.UTC);
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private final LocalMessaging aws = new LocalMessaging();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void list_isJson_oldestFirst() throws IOException {
    aws.outbox.add(mail("first@client.example"));
    aws.outbox.add(sms());

    HttpResponse<String> answer = aws.send("GET", "/_local/outbox", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertThat(json)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"messages": [
                      {"channel": "email", "to": "first@client.example", "subject": "Über <b>",
                       "text": "Go to https://portal.test/f#t&x.",
                       "html": "<p style='color:red'>\\"Hi\\"</p>",
                       "headers": {"From": "hello@portal.test", "X-Ref": "1"},
                       "sentAt": "2026-03-01T10:20:30.400Z"},
                      {"channel": "sms", "to": "+41791234567", "subject": null, "text": "Code 1",
                       "html": null, "headers": {}, "sentAt": "2026-03-01T10:20:30.000Z"}]}
                    """));
  }

  @Test
  void anEmptyOutbox_isAnEmptyList() {
    assertThat(aws.send("GET", "/_local/outbox", "").body()).isEqualTo("{\"messages\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/json, text/plain, */*",
        "text/html;q=0.5, application/json",
        "application/*, text/html;q=0.9",
        "text/html;q=0"
      })
  void list_isJson_unlessHtmlIsPreferred(String accept) {
    assertThat(
            aws.send("GET", "/_local/outbox", "", "Accept", accept)
                .headers()
                .firstValue("Content-Type"))
        .contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {BROWSER, "text/html", "text/*, application/json;q=0.1"})
  void list_isAPage_whereHtmlIsPreferred(String accept) {
    assertThat(
            aws.send("GET", "/_local/outbox", "", "Accept", accept)
                .headers()
                .firstValue("Content-Type"))
        .contains("text/html; charset=utf-8");
  }

  @Test
  void page_showsTheNewestFirst_andEveryMailHarmlessly() {
    aws.outbox.add(mail("first@client.example"));
    aws.outbox.add(mail("second@client.example"));
    aws.outbox.add(sms());

    HttpResponse<String> answer = aws.send("GET", "/_local/outbox", "", "Accept", BROWSER);

    String page = answer.body();
    assertThat(page.indexOf("+41791234567")).isLessThan(page.indexOf("second@client.example"));
    assertThat(page.indexOf("second@client.example"))
        .isLessThan(page.indexOf("first@client.example"));
    assertThat(page)
        .contains("Über &lt;b&gt;")
        .contains("href=\"https://portal.test/f#t&amp;x\"")
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("&lt;p style=&#39;color:red&#39;&gt;&quot;Hi&quot;&lt;/p&gt;")
        .doesNotContain("<script", "<p style");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
  }

  @Test
  void clear_empties() {
    aws.outbox.add(sms());

    HttpResponse<String> answer = aws.send("POST", "/_local/outbox/clear", "");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void clear_byThePagesButton_goesBackToThePage() {
    aws.outbox.add(sms());

    HttpResponse<String> answer = aws.send("POST", "/_local/outbox/clear", "then=page");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/_local/outbox");
    assertThat(aws.outbox.messages()).isEmpty();
  }

  @Test
  void aReplyByThePagesButton_stopsTextMessages_andThePageOffersToStartAgain() {
    aws.outbox.add(sms());
    String stop = "phone=%2B41791234567&then=page&text=STOP";

    HttpResponse<String> answer = aws.send("POST", "/_local/outbox/reply", stop);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(aws.outbox.hasOptedOut("+41791234567")).isTrue();
    assertThat(aws.send("GET", "/_local/outbox", "", "Accept", BROWSER).body())
        .contains("Reply START");
    assertThat(aws.send("POST", "/_local/outbox/reply", stop.replace("STOP", "START")).statusCode())
        .isEqualTo(303);
    assertThat(aws.outbox.hasOptedOut("+41791234567")).isFalse();
    assertThat(aws.send("GET", "/_local/outbox", "", "Accept", BROWSER).body())
        .contains("Reply STOP");
    assertThat(aws.send("POST", "/_local/outbox/reply", "text=STOP").statusCode()).isEqualTo(400);
    assertThat(aws.send("POST", "/_local/outbox/reply", "phone=%2B1&text=x").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/_local/outbox/clear,405",
    "GET,/_local/outbox/reply,405",
    "DELETE,/_local/outbox,405",
    "GET,/_local/outbox/x,404"
  })
  void anythingElse_isRefused_andClearsNothing(String method, String path, int status) {
    aws.outbox.add(sms());

    assertThat(aws.send(method, path, "").statusCode()).isEqualTo(status);
    assertThat(aws.outbox.messages()).hasSize(1);
  }

  @Test
  void aFile_keepsTheOutboxOverARestart(@TempDir Path folder) {
    Optional<Path> file = Optional.of(folder.resolve("new/outbox.json"));
    Outbox before = new Outbox(CLOCK, file);
    before.add(mail("first@client.example"));
    before.add(sms());

    Outbox after = new Outbox(CLOCK, file);
    assertThat(after.messages()).isEqualTo(before.messages());
    after.clear();
    assertThat(new Outbox(CLOCK, file).messages()).isEmpty();
  }

  @Test
  void aFileThatCannotBeRead_isNotOverwritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("outbox.json"), "{\"messages\":[");

    assertThatThrownBy(() -> new Outbox(CLOCK, Optional.of(file)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("outbox.json");
    assertThat(file).hasContent("{\"messages\":[");
  }

  @Test
  void manyAtOnce_allArrive(@TempDir Path folder) {
    Optional<Path> file = Optional.of(folder.resolve("outbox.json"));
    Outbox outbox = new Outbox(CLOCK, file);

    IntStream.range(0, 200).parallel().forEach(i -> outbox.add(mail(i + "@client.example")));

    assertThat(new Outbox(CLOCK, file).messages())
        .extracting(Message::to)
        .doesNotHaveDuplicates()
        .hasSize(200);
  }

  private static Message mail(String to) {
    return new Message(
        Message.Channel.EMAIL,
        to,
        "Über <b>",
        "Go to https://portal.test/f#t&x.",
        "<p style='color:red'>\"Hi\"</p>",
        Map.of("From", "hello@portal.test", "X-Ref", "1"),
        LocalMessaging.NOW);
  }

  private static Message sms() {
    return new Message(
        Message.Channel.SMS,
        "+41791234567",
        null,
        "Code 1",
        null,
        Map.of(),
        LocalMessaging.NOW.minusMillis(400));
  }
}
