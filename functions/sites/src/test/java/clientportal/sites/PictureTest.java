package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.LogoType;
import clientportal.uploads.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that programs write, and the ends of what a logo may be. */
final class PictureTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1, 4000", "999, 333", "1001, 5", "70000, 1"})
  void aPng_hasTheSizeOfItsHeader(int width, int height) {
    assertThat(Picture.read(Pictures.png(width, height)))
        .contains(new Picture(LogoType.PNG, width, height, false));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1000, 1", "1, 4000", "999, 333", "1001, 5", "65500, 1"})
  void aJpeg_hasTheSizeOfItsFrame(int width, int height) {
    assertThat(Picture.read(Pictures.jpeg(width, height)))
        .contains(new Picture(LogoType.JPEG, width, height, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {819_199, 819_200, 819_201})
  void aPictureOfAnySize_isReadToItsLastByte(int size) {
    byte[] png = Pictures.png(1000, 300, size);
    byte[] jpeg = Pictures.jpeg(1000, 300, size);

    assertThat(png).hasSize(size);
    assertThat(jpeg).hasSize(size);
    assertThat(Picture.read(png)).contains(new Picture(LogoType.PNG, 1000, 300, false));
    assertThat(Picture.read(jpeg)).contains(new Picture(LogoType.JPEG, 1000, 300, false));
  }

  @Test
  void aPictureThatMoves_saysSo() {
    byte[] still = Pictures.png(8, 8);
    byte[] moving =
        Pictures.join(
            Pictures.signature(),
            Pictures.header(8, 8),
            Pictures.chunk("acTL", new byte[8]),
            Pictures.pixels(8, 8),
            Pictures.chunk("IEND", new byte[0]));

    assertThat(Picture.read(still).map(Picture::moves)).contains(false);
    assertThat(Picture.read(moving).map(Picture::moves)).contains(true);
  }

  @Test
  void whatAPictureSaysBesides_isItsOwn() {
    byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    byte[] png =
        Pictures.join(
            Pictures.signature(),
            Pictures.header(8, 8),
            Pictures.chunk("tEXt", html),
            Pictures.pixels(8, 8),
            Pictures.chunk("IEND", new byte[0]));

    // It is handed out as a PNG, under headers that let no browser take it for anything else.
    assertThat(Picture.read(png)).isPresent();
    assertThat(Picture.read(html)).isEqualTo(Optional.empty());
  }
}
