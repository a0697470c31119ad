package clientportal.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.http.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTypeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML; charset=utf-8",
        "image/svg+xml",
        "application/xhtml+xml",
        "application/xml",
        "text/javascript",
        "multipart/related; type=x"
      })
  void whatABrowserWouldRun_isActive(String type) {
    assertThat(new ContentType(type).isActive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/pdf", "image/png", "application/zip"})
  void whatItShowsOrSaves_isNot(String type) {
    assertThat(new ContentType(type).isActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=utf-8",
        "text/plain;charset=UTF-8",
        "image/svg+xml",
        "Application/X.y-z_1"
      })
  void aMediaTypeIsTaken_characterForCharacter(String text) throws Shape.Mismatch {
    assertThat(ContentType.read(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text/",
        "/plain",
        "te xt/plain",
        "text/plain ",
        "text/plain;",
        "text/plain; charset",
        "text/plain; a=\"b\"",
        "text/plain\r\nx: y",
        "text/plàin",
        "*/*"
      })
  void anythingElseIsAFault(String text) {
    assertThatThrownBy(() -> ContentType.read(text)).isInstanceOf(Shape.Mismatch.class);
  }

  @Test
  void aTypesNamesHaveTheirLimits() {
    String longest = "a".repeat(127);
    assertThatCode(() -> ContentType.read(longest + "/" + longest)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ContentType.read("a/a" + longest)).isInstanceOf(Shape.Mismatch.class);
    assertThatThrownBy(() -> ContentType.read(longest + "/" + longest + ";a=b"))
        .isInstanceOf(Shape.Mismatch.class);
  }
}
