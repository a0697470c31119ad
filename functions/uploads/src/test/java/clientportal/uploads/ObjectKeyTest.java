package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "sites/01kjm7r2t4v6x8z0b2d4f6g8h0/meyer-partner/1"})
  void whatIsTheSameInAUrl_isAKey(String text) {
    assertThat(new ObjectKey(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "a/../b", "a b", "A", "a/%2f", "a?b", "é"})
  void anythingElse_isNot(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(text));
  }
}
