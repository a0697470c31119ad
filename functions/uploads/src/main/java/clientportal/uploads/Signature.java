package clientportal.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** File formats that are recognised by their first bytes; more special ones come first. */
enum Signature {
  /**
   * Windows and its shortcuts, ELF, Mach-O, Java and its archives, Dalvik, WebAssembly, scripts. A
   * text may begin with MZ too, but contains no control characters.
   */
  PROGRAM(
      "a program",
      "application/octet-stream",
      "MZ(?:\\z|.*[\\x00-\\x08])|\\x7fELF|\\xfe\\xed\\xfa[\\xce\\xcf]|[\\xce\\xcf]\\xfa\\xed\\xfe"
          + "|\\xca\\xfe\\xba\\xbe|dex\\n0|\\x00asm|L\\x00\\x00\\x00\\x01\\x14\\x02\\x00|#!"
          + "|PK\\x03\\x04.{26}META-INF/"),
  /**
   * Only at the start, or after the lines with which a print job begins: lenient readers find it
   * later too, but another format could come before it.
   */
  PDF(
      "a PDF",
      "application/pdf",
      "(?:\\x1b%-12345X)?(?:@PJL[^\\r\\n]*+\\r?\\n)*+(?:\\xef\\xbb\\xbf)?[\\t\\n\\f\\r ]*+%PDF-"),
  PNG("a PNG image", "image/png", "\\x89PNG\\r\\n\\x1a\\n"),
  JPEG("a JPEG image", "image/jpeg", "\\xff\\xd8\\xff"),
  GIF("a GIF image", "image/gif", "GIF8[79]a"),
  WEBP("a WebP image", "image/webp", "RIFF.{4}WEBP"),
  AVIF("an AVIF image", "image/avif", ".{4}ftypavi[fs]"),
  HEIC("an HEIC image", "image/heic", ".{4}ftyphe(?:i[cxms]|v[cxms])"),
  HEIF("an HEIF image", "image/heif", ".{4}ftyp(?:mif1|msf1)"),
  TIFF("a TIFF image", "image/tiff", "II\\*\\x00|MM\\x00\\*"),
  BMP("a bitmap", "image/bmp", "BM.{4}\\x00{4}"),
  WORD(
      "a Word document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      zipWith("word/")),
  EXCEL(
      "an Excel workbook",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      zipWith("xl/")),
  POWERPOINT(
      "a PowerPoint presentation",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      zipWith("ppt/")),
  OPEN_TEXT(
      "an OpenDocument text",
      "application/vnd.oasis.opendocument.text",
      zipOfType("application/vnd.oasis.opendocument.text")),
  OPEN_SPREADSHEET(
      "an OpenDocument spreadsheet",
      "application/vnd.oasis.opendocument.spreadsheet",
      zipOfType("application/vnd.oasis.opendocument.spreadsheet")),
  OPEN_PRESENTATION(
      "an OpenDocument presentation",
      "application/vnd.oasis.opendocument.presentation",
      zipOfType("application/vnd.oasis.opendocument.presentation")),
  ZIP("a ZIP archive", "application/zip", "PK(?:\\x03\\x04|\\x05\\x06|\\x07\\x08)"),
  OLE("an OLE file", "application/x-ole-storage", "\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1"),
  RTF("a rich text", "application/rtf", "\\{\\\\rtf"),
  /** The tags by which browsers recognise it, too. */
  HTML(
      "HTML",
      "text/html",
      "(?:\\xef\\xbb\\xbf)?[\\t\\n\\f\\r"
          + " ]*+(?i:<(?:!doctype"
          + " html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\\t\\n\\f\\r"
          + " />]|<!--)"),
  XML(
      "XML",
      "application/xml",
      "(?:\\xef\\xbb\\xbf)?[\\t\\n\\f\\r ]*+<(?:\\?xml|svg)[\\t\\n\\f\\r >]"),
  /** Text has no control characters but those that format it; UTF-16 is known by its mark. */
  TEXT(
      "a text",
      "text/plain",
      "[\\t\\n\\f\\r\\x1b\\x20-\\x7e\\x80-\\xff]++\\z|\\xff\\xfe[^\\x00]\\x00"
          + "|\\xfe\\xff\\x00[^\\x00]");

  /** The number of bytes that are examined; Word names the parts of a document within them. */
  static final int FIRST_BYTES = 8192;

  /** Images that browsers and mail programs show. */
  static final Set<Signature> IMAGES = set(EnumSet.range(PNG, BMP));

  /** What any text may turn out to be. */
  static final Set<Signature> TEXTS = set(EnumSet.range(HTML, TEXT));

  private final String text;
  private final String type;
  private final Pattern pattern;

  Signature(String text, String type, String pattern) {
    this.text = text;
    this.type = type;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  private static Set<Signature> set(EnumSet<Signature> signatures) {
    return Collections.unmodifiableSet(signatures);
  }

  /** A ZIP archive with an entry in this folder. */
  private static String zipWith(String folder) {
    return "PK\\x03\\x04.*?PK\\x03\\x04.{26}" + folder + "|PK\\x03\\x04.{26}" + folder;
  }

  /** A ZIP archive whose first entry names its type and is not compressed. */
  private static String zipOfType(String type) {
    return "PK\\x03\\x04.{26}mimetype" + Pattern.quote(type);
  }

  /** Recognises the format of a file. */
  static Optional<Signature> of(byte[] first) {
    // One character for each byte.
    String characters = new String(first, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(signature -> signature.pattern.matcher(characters).lookingAt())
        .findFirst();
  }

  /** Returns the name of the format for use in a sentence. */
  String text() {
    return text;
  }

  /** Returns the media type of files of this format. */
  ContentType type() {
    return new ContentType(type);
  }
}
