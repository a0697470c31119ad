package clientportal.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class SampleFileTest {

  @Test
  void png_isAPictureWithSomethingOnIt() throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(SampleFile.png("p").bytes()));
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(160);
    assertThat(picture.getRGB(5, 5) & 0xff).isEqualTo(0xff);
    assertThat(picture.getRGB(60, 16) & 0xff).isLessThan(0x80);
  }

  @Test
  void logo_standsOnTransparentGround() throws IOException {
    BufferedImage logo = ImageIO.read(new ByteArrayInputStream(SampleFile.logo().bytes()));
    assertThat(logo.getRGB(0, 0) >>> 24).isZero();
    assertThat(logo.getRGB(128, 240)).isEqualTo(0xff0b5f7a);
    assertThat(logo.getRGB(140, 120)).isEqualTo(0xffffffff);
  }

  @Test
  void pdf_offsetsAndLengthsAreTrue() {
    String pdf = new String(SampleFile.pdf("p", "Année (2025)", "x\\y").bytes(), ISO_8859_1);
    assertThat(pdf).startsWith("%PDF-1.7\n").endsWith("%%EOF\n").contains("(Année \\(2025\\))");

    int table = Integer.parseInt(group(pdf, "startxref\n(\\d+)\n"));
    assertThat(pdf.substring(table)).startsWith("xref\n0 6\n");
    List<MatchResult> entries =
        Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf).results().toList();
    assertThat(entries).hasSize(5);
    for (int i = 0; i < entries.size(); i++) {
      int offset = Integer.parseInt(entries.get(i).group(1));
      assertThat(pdf.substring(offset)).startsWith(i + 1 + " 0 obj\n");
    }
    int stream = pdf.indexOf("stream\n") + "stream\n".length();
    int length = Integer.parseInt(group(pdf, "/Length (\\d+)"));
    assertThat(pdf.substring(stream + length)).startsWith("endstream");
  }

  private static String group(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }
}
