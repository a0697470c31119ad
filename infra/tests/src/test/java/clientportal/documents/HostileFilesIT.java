package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to malicious files; the contract says the same under requestUpload. */
final class HostileFilesIT {
  private static final Office OFFICE = Office.open();
  private static final Office.Client CLIENT = OFFICE.client("Carl");
  private static final String FOLDER = CLIENT.path() + "/folders/" + CLIENT.folder("Box");

  private static final String HTML = "<!doctype html><script>alert(document.domain)</script>";
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";

  private static byte[] bytes(String kind) {
    return switch (kind) {
      case "html" -> ascii(HTML);
      case "svg" -> ascii(SVG);
      case "exe" -> ascii("MZ\u0090\0\3\0\0\0\4\0\0\0");
      case "elf" -> ascii("\u007fELF\2\1\1\0");
      case "shell" -> ascii("#!/bin/sh\nrm -rf /\n");
      case "shortcut" -> ascii("L\0\0\0\1\u0014\2\0\0\0\0\0");
      case "bomb" -> bomb();
      case "html, then pdf" -> ascii(HTML + "\n%PDF-1.7\n");
      case "zip, then pdf" -> ascii("PK\3\4\n\0%PDF-1.7\n");
      case "gif, then pdf" -> ascii("GIF89a%PDF-1.7\n");
      case "pdf, then zip" -> ascii("%PDF-1.7\n%%EOF\nPK\3\4\n\0");
      case "gif, then script" -> ascii("GIF89a/*\0\0*/=1;alert(1)");
      case "png, then html" -> ascii("\u0089PNG\r\n\u001a\n" + HTML);
      default -> throw new AssertionError(kind);
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A kilobyte that becomes a megabyte when it is opened. */
  private static byte[] bomb() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry zeros = new ZipEntry("zeros");
      // The same bytes whenever they are made.
      zeros.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      zip.putNextEntry(zeros);
      zip.write(new byte[1_000_000]);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  private static String upload(String kind, String type) {
    return FOLDER
        + "/documents/"
        + new File("invoice.pdf", type, bytes(kind)).upload(OFFICE.administrator(), FOLDER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html             | application/pdf",
        "html             | image/png",
        "svg              | application/pdf",
        "svg              | image/jpeg",
        "exe              | application/pdf",
        "exe              | text/plain",
        "exe              | application/x-own-format",
        "exe              | application/octet-stream",
        "exe              | application/x-msdownload",
        "elf              | image/gif",
        "elf              | application/zip",
        "shell            | text/plain",
        "shell            | application/json",
        "shell            | application/x-sh",
        "shortcut         | application/pdf",
        "shortcut         | application/x-own-format",
        "shortcut         | application/octet-stream",
        "bomb             | application/pdf",
        "bomb             | image/png",
        "html, then pdf   | application/pdf",
        "zip, then pdf    | application/pdf",
        "gif, then pdf    | application/pdf",
        "gif, then script | text/javascript",
        "png, then html   | text/html",
      })
  void aProgram_orAFileThatWouldDeceive_isRejected(String kind, String type) {
    String document = upload(kind, type);

    Answer rejected = OFFICE.administrator().get(document).is(200);
    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("rejection/code")).isEqualTo("content-type-mismatch");
    OFFICE.administrator().post(document + "/download").isProblem(409, "not-available");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "html             | text/html                | application/octet-stream",
        "html             | application/xhtml+xml    | application/octet-stream",
        "html             | text/plain               | text/plain",
        "svg              | image/svg+xml            | application/octet-stream",
        "svg              | text/xml                 | application/octet-stream",
        "html             | application/octet-stream | application/octet-stream",
        "html             | application/vnd.ms-excel | application/octet-stream",
        "bomb             | application/zip          | application/zip",
        "bomb             | text/csv                 | application/zip",
        "pdf, then zip    | application/pdf          | application/pdf",
        "gif, then script | image/gif                | image/gif",
        "png, then html   | image/png                | image/png",
      })
  void anyOtherFile_isKeptAsItIs_andOnlyEverSavedToDisk(String kind, String type, String servedAs) {
    String document = upload(kind, type);

    assertThat(OFFICE.administrator().get(document).text("status")).isEqualTo("available");
    assertThat(OFFICE.administrator().get(document).text("contentType")).isEqualTo(type);
    Answer download = File.download(OFFICE.administrator(), document).is(200);
    assertThat(download.header("content-disposition").orElseThrow())
        .startsWith("attachment; filename=\"invoice.pdf\"");
    assertThat(download.header("content-type")).contains(servedAs);
    assertThat(download.header("cache-control")).contains("no-store");
    assertThat(download.bytes()).isEqualTo(bytes(kind));
  }

  /** With gzip, browsers would save other bytes than those whose SHA-256 was declared. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Encoding    | gzip",
        "Content-Encoding    | identity",
        "Content-Disposition | inline",
        "Content-Language    | de",
        "Expires             | Wed, 21 Oct 2099 07:28:00 GMT",
      })
  void aHeaderThatWasNotSigned_isRejected(String header, String value) {
    String document = uploadWith(header, value);

    Answer rejected = OFFICE.administrator().get(document).is(200);
    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("rejection/code")).isEqualTo("unsigned-header");
    assertThat(rejected.text("rejection/detail")).contains(header);
  }

  /**
   * With {@code If-None-Match}, Chromium adds the first value and the Fetch standard the second.
   */
  @ParameterizedTest
  @ValueSource(strings = {"max-age=0", "no-cache", "public, max-age=31536000"})
  void theCacheControlThatABrowserAdds_isAccepted_andNoDownloadHasIt(String value) {
    String document = uploadWith("Cache-Control", value);

    assertThat(OFFICE.administrator().get(document).is(200).text("status")).isEqualTo("available");
    assertThat(File.download(OFFICE.administrator(), document).is(200).header("cache-control"))
        .contains("no-store");
  }

  /** Uploads a document with a header that the declaration does not name. */
  private static String uploadWith(String header, String value) {
    File file = new File("notes.txt", "text/plain", ascii("\u001f\u008b\b and so on"));
    Answer declared = file.declare(OFFICE.administrator(), FOLDER).is(201);
    Call put =
        new Call(declared.text("upload/url"))
            .method("PUT")
            .body(file.bytes())
            .header(header, value)
            .outsideTheContract();
    declared
        .at("upload/headers")
        .properties()
        .forEach(each -> put.header(each.getKey(), each.getValue().asText()));
    assertThat(put.send().status()).isEqualTo(200);
    Portal.settle();
    return FOLDER + "/documents/" + declared.text("documentId");
  }

  @Test
  void aDownload_cannotBeTurnedIntoAnythingElse() {
    String document = upload("html", "text/html");
    String url = OFFICE.administrator().post(document + "/download").is(200).text("url");

    for (String changed :
        new String[] {
          url.replace("attachment", "inline"),
          url.replace(
              "response-content-type=application%2Foctet-stream",
              "response-content-type=text%2Fhtml"),
          url.replace("response-cache-control=no-store", "response-cache-control=public")
        }) {
      assertThat(changed).isNotEqualTo(url);
      assertThat(new Call(changed).outsideTheContract().send().status()).isEqualTo(403);
    }
  }
}
