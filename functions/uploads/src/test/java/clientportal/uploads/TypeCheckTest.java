package clientportal.uploads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as people's programs write them, under the types that their machines declare. Names with a
 * dot are the first bytes of files that real programs wrote.
 */
final class TypeCheckTest {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PPTX =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  /** Types that are too long for a table. */
  private static final Map<String, String> TYPES =
      Map.of(
          "docx", DOCX,
          "xlsx", XLSX,
          "pptx", PPTX,
          "odt", "application/vnd.oasis.opendocument.text",
          "fodt", "application/vnd.oasis.opendocument.text-flat-xml");

  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("csv", "Datum;Betrag;Text\r\n01.03.2026;12,50;Büro, Größe 3\r\n"),
          Map.entry(
              "rtf", "{\\rtf1\\adeflang1025\\ansi\\ansicpg1252\\uc1\\adeff0\\deff0\\stshfdbch0"),
          Map.entry("illustrator", "%PDF-1.6\r%âãÏÓ\r\n1 0 obj\r<</Metadata 2 0 R"),
          Map.entry("postscript", "%!PS-Adobe-3.0\n%%Creator: cairo 1.16.0\n%%Pages: 1\n"),
          Map.entry(
              "printed pdf",
              "\u001b%-12345X@PJL JOB\r\n@PJL SET RESOLUTION=600\r\n@PJL ENTER LANGUAGE=PDF\r\n"
                  + "%PDF-1.4\n%âãÏÓ"),
          Map.entry("marked pdf", "ï»¿%PDF-1.7"),
          Map.entry("spaced pdf", "\r\n %PDF-1.7"),
          Map.entry("html, then pdf", "<html>%PDF-1.7"),
          Map.entry("zip, then pdf", "PK\3\4\n\0%PDF-1.7"),
          Map.entry("gif, then pdf", "GIF89a%PDF-1.7"),
          Map.entry("html", "<!DOCTYPE html>\n<html><head><title>Report</title>"),
          Map.entry("html table", "<table border=1><tr><td>Konto</td><td>1200</td></tr>"),
          Map.entry("commented html", "\n<!-- saved from url=(0014)about:internet -->\r\n<html>"),
          Map.entry("svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
          Map.entry(
              "spreadsheet xml", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel\"?>"),
          Map.entry("json", "{\"a\": 1}"),
          Map.entry("zip", "PK\3\4\n\0\0\0\0\0"),
          Map.entry("mp4", "\0\0\0 ftypisom\0\0\2\0isomiso2avc1mp41"),
          Map.entry("live photo", "\0\0\0$ftypmif1\0\0\0\0mif1heic"),
          Map.entry("wav", "RIFF\u001a\0\0\0WAVEfmt \u0010\0\0\0"),
          Map.entry("unknown", "\u00010\u0002\u0003\0\0\u00ff\u00d9"),
          Map.entry("MZ text", "MZ Bibliothek, Ausleihe"),
          Map.entry("batch", "@echo off\r\ndel /q *.*\r\n"),
          Map.entry("exe", "MZ\u0090\0\3\0\0\0\4\0\0\0ÿÿ\0\0¸\0\0\0"),
          Map.entry("class", "Êþº¾\0\0\0E"),
          Map.entry("mach-o", "Ïúíþ\u0007\0\0\1"),
          Map.entry("script", "#!/bin/sh\nrm -rf /\n"),
          Map.entry("shortcut", "L\0\0\0\1\u0014\2\0\0\0\0\0"),
          Map.entry("wasm", "\0asm\1\0\0\0"),
          Map.entry("dex", "dex\n035\0"),
          Map.entry("nothing", ""));

  private static byte[] first(String file) {
    if (file.equals("unicode csv")) {
      return "\ufeffName;Ort\r\n".getBytes(UTF_16LE);
    }
    if (!file.contains(".")) {
      return requireNonNull(FILES.get(file), file).getBytes(ISO_8859_1);
    }
    try (InputStream in =
        requireNonNull(TypeCheckTest.class.getResourceAsStream("first-bytes/" + file), file)) {
      return in.readNBytes(Signature.FIRST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding check(String file, String declared) {
    return TypeCheck.of(new ContentType(TYPES.getOrDefault(declared, declared)), first(file));
  }

  private static Finding accepted(Optional<String> detected) {
    return new Finding.Accepted(
        detected.map(type -> new ContentType(TYPES.getOrDefault(type, type))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report.pdf        | application/pdf",
        "report.pdf        | application/PDF; x=1",
        "marked pdf        | application/pdf",
        "spaced pdf        | application/x-pdf",
        "printed pdf       | application/pdf",
        "photo.jpg         | image/jpeg",
        "photo.jpg         | image/pjpeg",
        "photo.png         | image/png",
        "photo.gif         | image/gif",
        "photo.webp        | image/webp",
        "photo.heic        | image/heic",
        "live photo        | image/heic",
        "live photo        | image/avif",
        "photo.avif        | image/avif",
        "photo.tiff        | image/tiff",
        "photo.bmp         | image/bmp",
        "unknown           | image/vnd.dwg",
        "word.docx         | docx",
        "word.docx         | application/vnd.ms-word.document.macroEnabled.12",
        "openpyxl.xlsx     | xlsx",
        "openpyxl.xlsx     | application/vnd.ms-excel.sheet.macroEnabled.12",
        "powerpoint.pptx   | pptx",
        "excel97.xls       | application/vnd.ms-excel",
        "excel97.xls       | application/msword",
        "excel97.xls       | application/vnd.ms-outlook",
        "excel97.xls       | docx",
        "excel97.xls       | application/x-own-format",
        "zip               | docx",
        "zip               | odt",
        "zip               | application/epub+zip",
        "zip               | application/x-own-format",
        "zip               | application/x-zip-compressed",
        "writer.odt        | odt",
        "writer.odt        | application/vnd.oasis.opendocument.text-template",
        "flat.fodt         | fodt",
        "rtf               | application/rtf",
        "rtf               | text/rtf",
        "csv               | text/csv",
        "unicode csv       | text/csv",
        "csv               | text/plain; charset=windows-1252",
        "MZ text           | text/plain",
        "html              | text/html",
        "commented html    | text/html",
        "html              | text/plain",
        "csv               | text/html",
        "svg               | image/svg+xml",
        "spreadsheet xml   | application/xml",
        "json              | application/json",
        "json              | application/ld+json",
        "postscript        | application/postscript",
        "mp4               | video/mp4",
        "wav               | audio/wav",
        "unknown           | application/octet-stream",
        "unknown           | text/plain",
        "nothing           | application/pdf",
        "nothing           | image/png",
        "nothing           | application/octet-stream",
      })
  void aFileOfItsDeclaredType_isAccepted(String file, String declared) {
    assertThat(check(file, declared)).isEqualTo(accepted(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Windows declares what the ending of a name opens with.
        "csv               | application/vnd.ms-excel        | text/plain",
        "unicode csv       | application/vnd.ms-excel        | text/plain",
        "html table        | application/vnd.ms-excel        | text/html",
        "spreadsheet xml   | application/vnd.ms-excel        | application/xml",
        "openpyxl.xlsx     | application/vnd.ms-excel        | xlsx",
        "rtf               | application/msword              | application/rtf",
        "html              | application/msword              | text/html",
        "word.docx         | application/msword              | docx",
        "powerpoint.pptx   | application/vnd.ms-powerpoint   | pptx",
        "illustrator       | application/postscript          | application/pdf",
        "flat.fodt         | odt                             | application/xml",
        "writer.odt        | application/msword              | odt",
        "excel97.xls       | text/csv                        | application/x-ole-storage",
        "openpyxl.xlsx     | text/csv                        | xlsx",
        "openpyxl.xlsx     | docx                            | xlsx",
        "report.pdf        | docx                            | application/pdf",
        "report.pdf        | text/plain                      | application/pdf",
        "rtf               | text/plain                      | application/rtf",
        // Phones and people rename images.
        "photo.heic        | image/jpeg                      | image/heic",
        "photo.jpg         | image/heic                      | image/jpeg",
        "photo.png         | image/jpeg                      | image/png",
        "photo.webp        | image/png                       | image/webp",
        // Containers of more special types.
        "word.docx         | application/zip                 | docx",
        "writer.odt        | application/x-zip-compressed    | odt",
        "report.pdf        | application/zip                 | application/pdf",
        // Senders who do not know.
        "report.pdf        | application/octet-stream        | application/pdf",
        "report.pdf        | binary/octet-stream             | application/pdf",
        "printed pdf       | binary/octet-stream             | application/pdf",
        "photo.jpg         | application/force-download      | image/jpeg",
        "word.docx         | application/octet-stream        | docx",
        "csv               | application/octet-stream        | text/plain",
        "html              | application/octet-stream        | text/html",
        "report.pdf        | application/x-own-format        | application/pdf",
        "photo.png         | video/mp4                       | image/png",
      })
  void aFileOfAnotherType_isAcceptedAsWhatItIs(String file, String declared, String detected) {
    assertThat(check(file, declared)).isEqualTo(accepted(Optional.of(detected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Programs, whatever they are declared as.
        "exe               | application/octet-stream",
        "exe               | application/x-msdownload",
        "exe               | application/pdf",
        "exe               | docx",
        "exe               | text/html",
        "exe               | application/x-own-format",
        "tool.elf          | application/x-executable",
        "tool.elf          | binary/octet-stream",
        "tool.elf          | image/gif",
        "class             | application/java-vm",
        "mach-o            | text/plain",
        "library.jar       | application/java-archive",
        "library.jar       | application/zip",
        "script            | application/x-sh",
        "script            | text/plain",
        "script            | application/json",
        "shortcut          | application/octet-stream",
        "shortcut          | application/x-own-format",
        "wasm              | application/wasm",
        "dex               | image/webp",
        "batch             | application/x-msdos-program",
        "batch             | application/bat",
        "nothing           | application/x-msdownload",
        // Other things under a type that browsers show.
        "html              | application/pdf",
        "html, then pdf    | application/pdf",
        "zip, then pdf     | application/pdf",
        "gif, then pdf     | application/pdf",
        "svg               | application/pdf",
        "csv               | application/pdf",
        "rtf               | application/pdf",
        "unknown           | application/pdf",
        "photo.png         | application/pdf",
        "word.docx         | application/pdf",
        "excel97.xls       | application/pdf",
        "html              | image/png",
        "svg               | image/jpeg",
        "csv               | image/png",
        "zip               | image/gif",
        "spaced pdf        | image/gif",
        "mp4               | image/heic",
        "wav               | image/webp",
        "unknown           | image/jpeg",
        "report.pdf        | text/html",
        "photo.png         | text/html",
        "photo.png         | image/svg+xml",
        "photo.gif         | text/javascript",
        "word.docx         | application/xhtml+xml",
        "zip               | application/xml",
      })
  void whatEndangersOrDeceives_isRejected(String file, String declared) {
    assertThat(check(file, declared)).isInstanceOf(Finding.Rejected.class);
  }

  @Test
  void theReasonNamesTheFormat() {
    assertThat(reason("report.pdf", "image/png")).isEqualTo("The first bytes are those of a PDF.");
    assertThat(reason("csv", "image/png"))
        .isEqualTo("The first bytes are not those of a PNG image.");
    assertThat(reason("unknown", "application/pdf"))
        .isEqualTo("The first bytes are not those of a PDF.");
    assertThat(reason("script", "text/plain")).isEqualTo("The first bytes are those of a program.");
    assertThat(reason("batch", "application/bat")).isEqualTo("The file is declared as a program.");
  }

  private static String reason(String file, String declared) {
    return ((Finding.Rejected) check(file, declared)).why().detail();
  }
}
