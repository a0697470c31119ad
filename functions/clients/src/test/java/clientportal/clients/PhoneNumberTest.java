package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.platform.http.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"+4930123456", "+46701234567", "+12125550123"})
  void aNumberOfItsCountry_isTaken(String number) throws Shape.Mismatch {
    assertThat(PhoneNumber.SHAPE.read(number)).isEqualTo(number);
  }

  /** The plan of Germany has numbers of 17 digits, which E.164 does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {"+49301234567890123", "+1212", "+0301234567", "030123456", "+49 30123456"})
  void anotherText_isRefused(String text) {
    assertThatExceptionOfType(Shape.Mismatch.class).isThrownBy(() -> PhoneNumber.SHAPE.read(text));
  }

  @Test
  void theForm_isThatOfTheContract() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "infra", "openapi.yaml")))
        .contains("pattern: '^" + PhoneNumber.E164.pattern() + "$'");
  }
}
