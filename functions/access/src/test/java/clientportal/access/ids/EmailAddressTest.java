package clientportal.access.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "Carla@Example.COM, carla@example.com",
    "carla@bücher.example, carla@xn--bcher-kva.example",
    "carla@BU\u0308CHER.example, carla@bücher.example"
  })
  void spellingsOfTheSameAddress_haveTheSameHash(String one, String other) {
    assertThat(new EmailAddress(one).isSameAs(new EmailAddress(other))).isTrue();
    assertThat(new EmailAddress(one).hash()).isEqualTo(new EmailAddress(other).hash());
  }

  @ParameterizedTest
  @CsvSource({
    "carla+tax@example.com, carla@example.com",
    "familie@straße.example, familie@strasse.example",
    "familie@οδος.example, familie@οδοσ.example"
  })
  void addressesWithAPlusTag_andSimilarDomains_differ(String one, String other) {
    assertThat(new EmailAddress(one).isSameAs(new EmailAddress(other))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Carla@Example.COM, Carla@Example.COM",
    "Carla@Bücher.example, Carla@xn--bcher-kva.example",
    "ANNA@GROẞE.example, ANNA@xn--groe-xna.example"
  })
  void anAddress_isKeptAsTyped_withItsDomainInAscii(String typed, String value) {
    assertThat(new EmailAddress(typed).value()).isEqualTo(value);
    assertThat(new EmailAddress(value)).isEqualTo(new EmailAddress(typed));
  }

  @Test
  void blanksAroundAnAddress_areRemoved() {
    for (String typed :
        List.of(
            " carla@example.com",
            "carla@example.com\t\r\n",
            "\u00A0\u3000carla@example.com\u200B")) {
      assertThat(new EmailAddress(typed).value()).isEqualTo("carla@example.com");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "carla",
        "@example.com",
        "carla@",
        "carla@example",
        "ca rla@example.com",
        "carla@@example.com",
        "carla@exam ple.com",
        ".carla@example.com",
        "carla@-example.com",
        "carla@example.com\nbcc:x@example.com",
        "carla@ex#ample.com",
        "zoë@example.com",
        "mi\u212Ae@example.com",
        "carla@example.com.\u212Ay\uFF4D",
        "carla@[127.0.0.1]",
        "carla@127.0.0.1",
        "\"carla\"@example.com"
      })
  void anAddressThatIsInvalidOrCannotBeMailed_isRefused(String text) {
    assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddress_hasAtMost128Characters_andALocalPartOf64() {
    String domain = "d".repeat(58) + ".test";
    assertThat(new EmailAddress("a".repeat(64) + "@" + domain).value()).hasSize(128);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(64) + "@d" + domain))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@d.test"))
        .isInstanceOf(IllegalArgumentException.class);
    // 118 characters as it is typed, 130 with the domain in ASCII
    assertThatThrownBy(() ->
            new EmailAddress(
                "a".repeat(64) + "@" + "ü".repeat(25) + "." + "ü".repeat(22) + ".test"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitsCountAMailbox_whateverTagItHas_andAtGmailWhateverDots() {
    for (String address :
        List.of(
            "rosa@example.org",
            "Rosa+1@example.org",
            "rosa+a+b@EXAMPLE.org",
            "rosa+@example.org")) {
      assertThat(new EmailAddress(address).mailboxHash())
          .as(address)
          .isEqualTo(new EmailAddress("rosa@example.org").mailboxHash());
    }
    for (String address :
        List.of("ro.sa@gmail.com", "r.o.s.a+x@googlemail.com", "ROSA@Gmail.com")) {
      assertThat(new EmailAddress(address).mailboxHash())
          .as(address)
          .isEqualTo(new EmailAddress("rosa@gmail.com").mailboxHash());
    }
    for (String address :
        List.of(
            "ro.sa@example.org", "+rosa@example.org", "rosa-1@example.org", "rosa@example.net")) {
      assertThat(new EmailAddress(address).mailboxHash())
          .as(address)
          .isNotEqualTo(new EmailAddress("rosa@example.org").mailboxHash());
    }
    EmailAddress tagged = new EmailAddress("rosa+1@example.org");
    assertThat(tagged.value()).isEqualTo("rosa+1@example.org");
    assertThat(tagged.isSameAs(new EmailAddress("rosa@example.org"))).isFalse();
    assertThat(tagged.hash()).isNotEqualTo(new EmailAddress("rosa@example.org").hash());
  }
}
