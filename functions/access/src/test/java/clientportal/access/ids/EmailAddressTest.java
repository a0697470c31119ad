package clientportal.access.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "Carla@Example.COM, carla@example.com",
    "carla@bücher.example, carla@xn--bcher-kva.example",
    "Zoe\u0308@example.com, zo\u00eb@example.com"
  })
  void spellingsOfTheSameAddress_haveTheSameHash(String one, String other) {
    assertThat(new EmailAddress(one).isSameAs(new EmailAddress(other))).isTrue();
    assertThat(new EmailAddress(one).hash()).isEqualTo(new EmailAddress(other).hash());
    assertThat(new EmailAddress(one).value()).isEqualTo(one);
  }

  @Test
  void addressesWithAndWithoutAPlusTag_differ() {
    assertThat(
            new EmailAddress("carla+tax@example.com")
                .isSameAs(new EmailAddress("carla@example.com")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Carla@Example.COM, Carla@Example.COM",
    "carla@bücher.example, carla@xn--bcher-kva.example",
    "MiKe@example.com, mike@example.com"
  })
  void aMailbox_isTheAddressAsTyped_unlessItHasLettersBeyondAscii(String typed, String mailbox) {
    assertThat(new EmailAddress(typed).mailbox().value()).isEqualTo(mailbox);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
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
        "carla@ex#ample.com"
      })
  void anInvalidAddress_isRefused(String text) {
    assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
