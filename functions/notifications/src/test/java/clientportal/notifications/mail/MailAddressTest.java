package clientportal.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailAddressTest {
  private static final String FROM = "portal@mail.portal.test";

  @Test
  void named_ascii_isQuoted() {
    assertThat(MailAddress.named("Berg, Tax & Co", FROM))
        .isEqualTo("\"Berg, Tax & Co\" <" + FROM + ">");
    assertThat(MailAddress.named("The \"best\" \\ Co", FROM))
        .isEqualTo("\"The \\\"best\\\" \\\\ Co\" <" + FROM + ">");
  }

  @Test
  void named_withLineBreaks_staysOneHeader() {
    assertThat(MailAddress.named("a\r\nBcc: b@c.test", FROM))
        .isEqualTo("\"a  Bcc: b@c.test\" <" + FROM + ">");
  }

  @Test
  void named_otherScripts_isEncodedInWordsOfWholeCharacters() {
    String name = "Müller Steuerberatung und Wirtschaftsprüfung 会計事務所 🧾";
    String named = MailAddress.named(name, FROM);

    assertThat(named).matches("(=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]+\\?= )+<" + FROM + ">");
    assertThat(words(named)).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
    assertThat(decoded(named)).isEqualTo(name);
  }

  @Test
  void named_tooLong_isCut() {
    String named = MailAddress.named("会".repeat(120), FROM);

    assertThat(named).hasSizeLessThanOrEqualTo(320).hasSizeGreaterThan(250);
    assertThat(decoded(named)).startsWith("会会会").endsWith("会…");
  }

  private static Stream<String> words(String named) {
    return Stream.of(named.split(" ")).filter(word -> word.startsWith("=?"));
  }

  /** Each word by itself, as mail programs do: half a character would show. */
  private static String decoded(String named) {
    return words(named)
        .map(word -> word.substring("=?UTF-8?B?".length(), word.length() - "?=".length()))
        .map(word -> new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }
}
