package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.http.Shape;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTypeTest {
  private static final Map<String, String> BYTES =
      Map.ofEntries(
          Map.entry("pdf", "255044462d312e370a"),
          Map.entry("png", "89504e470d0a1a0a0000000d49484452"),
          Map.entry("jpeg", "ffd8ffe000104a464946"),
          Map.entry("gif", "474946383961"),
          Map.entry("webp", "524946461a000000574542505650384c"),
          Map.entry("heic", "00000024667479706865696300000000"),
          Map.entry("mif1", "00000024667479706d69663100000000"),
          Map.entry("mp4", "000000206674797069736f6d00000200"),
          Map.entry("zip", "504b030414000600"),
          Map.entry("ole", "d0cf11e0a1b11ae10000"),
          Map.entry("exe", "4d5a90000300000004000000ffff"),
          Map.entry("elf", "7f454c460201"),
          Map.entry("macho", "cffaedfe07000001"),
          Map.entry("script", "23212f62696e2f7368"),
          Map.entry("text", "68656c6c6f2c20776f726c64"),
          Map.entry("riff", "524946461a00000057415645666d7420"),
          Map.entry("MZ text", "4d5a204269626c696f7468656b"),
          Map.entry("late pdf", "efbbbf255044462d312e37"),
          Map.entry("spaced pdf", "0d0a20255044462d312e37"),
          Map.entry("zip then pdf", "504b03040a255044462d312e37"),
          Map.entry("gif then pdf", "474946383961255044462d312e37"),
          Map.entry("html", "3c68746d6c3e3c7363726970743e"),
          Map.entry("html then pdf", "3c68746d6c3e255044462d312e37"),
          Map.entry("svg", "3c73766720786d6c6e733d22"),
          Map.entry("wasm", "0061736d01000000"),
          Map.entry("lnk", "4c0000000114020000000000"),
          Map.entry("dex", "6465780a30333500"),
          Map.entry("nothing", ""));

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static boolean contradicts(String type, String bytes) {
    return new ContentType(type.equals("docx") ? DOCX : type)
        .contradictedBy(HexFormat.of().parseHex(BYTES.getOrDefault(bytes, "none")))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, pdf",
    "application/PDF; x=1, pdf",
    "application/pdf, late pdf",
    "application/pdf, spaced pdf",
    "text/html, html",
    "image/svg+xml, svg",
    "application/wasm, wasm",
    "application/x-ms-shortcut, lnk",
    "application/octet-stream, lnk",
    "image/png, png",
    "image/jpeg, jpeg",
    "image/gif, gif",
    "image/webp, webp",
    "image/heic, heic",
    "image/heif, mif1",
    "image/avif, mif1",
    "video/mp4, mp4",
    "audio/wav, riff",
    "application/zip, zip",
    "docx, zip",
    "docx, ole",
    "application/vnd.ms-excel.sheet.macroEnabled.12, zip",
    "application/vnd.oasis.opendocument.text, zip",
    "application/epub+zip, zip",
    "application/msword, ole",
    "application/vnd.ms-outlook, ole",
    "application/x-own-format, zip",
    "application/x-msdownload, exe",
    "application/x-sh, script",
    "application/octet-stream, exe",
    "application/octet-stream, pdf",
    "text/plain, text",
    "text/plain, MZ text",
    "application/json, text",
    "application/pdf, nothing",
    "image/png, nothing",
  })
  void theseBytesMayBeOfThatType(String type, String bytes) {
    assertThat(contradicts(type, bytes)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, png",
    "application/pdf, zip then pdf",
    "application/pdf, gif then pdf",
    "application/pdf, html",
    "application/pdf, html then pdf",
    "application/pdf, svg",
    "image/png, html",
    "image/jpeg, svg",
    "image/gif, zip",
    "image/png, zip then pdf",
    "image/gif, spaced pdf",
    "text/plain, spaced pdf",
    "text/plain, wasm",
    "application/x-own-format, lnk",
    "image/webp, dex",
    "docx, lnk",
    "application/pdf, text",
    "application/pdf, zip",
    "application/pdf, exe",
    "image/png, jpeg",
    "image/png, text",
    "image/jpeg, png",
    "image/jpeg, exe",
    "image/gif, png",
    "image/webp, riff",
    "image/heic, mp4",
    "image/heic, jpeg",
    "image/bmp, png",
    "image/svg+xml, png",
    "application/zip, pdf",
    "application/zip, exe",
    "docx, text",
    "docx, pdf",
    "docx, elf",
    "application/msword, zip",
    "application/msword, text",
    "application/vnd.oasis.opendocument.text, ole",
    "text/plain, pdf",
    "text/csv, zip",
    "text/html, exe",
    "text/plain, elf",
    "text/plain, macho",
    "text/plain, script",
    "application/json, png",
    "application/x-own-format, exe",
    "application/x-own-format, png",
    "video/mp4, zip",
    "application/x-msdownload, pdf",
  })
  void theseBytesContradictThatType(String type, String bytes) {
    assertThat(contradicts(type, bytes)).isTrue();
  }

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

  @Test
  void theReasonNamesTheFamily() {
    assertThat(new ContentType("image/png").contradictedBy(TestDocuments.ascii("%PDF-1")))
        .contains("The first bytes are those of a PDF.");
    assertThat(new ContentType("image/png").contradictedBy(TestDocuments.ascii("hello")))
        .contains("The first bytes are not those of a PNG image.");
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
