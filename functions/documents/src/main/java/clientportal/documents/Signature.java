package clientportal.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** File formats that are recognised by their first bytes. */
enum Signature {
  /**
   * Only at the start: lenient readers find it later too, but another format could come before it.
   */
  PDF("a PDF", "(?:\\xef\\xbb\\xbf)?[\\t\\n\\f\\r ]*%PDF-"),
  PNG("a PNG image", "\\x89PNG\\r\\n\\x1a\\n"),
  JPEG("a JPEG image", "\\xff\\xd8\\xff"),
  GIF("a GIF image", "GIF8[79]a"),
  WEBP("a WebP image", "RIFF.{4}WEBP"),
  HEIC("an HEIC image", ".{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"),
  ZIP("a ZIP archive", "PK(?:\\x03\\x04|\\x05\\x06|\\x07\\x08)"),
  OLE("an OLE file", "\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1"),
  /**
   * Windows and its shortcuts, ELF, Mach-O, Java, Dalvik, WebAssembly, scripts. A text may begin
   * with MZ too, but contains no control characters.
   */
  EXECUTABLE(
      "a program",
      "MZ(?:\\z|.*[\\x00-\\x08])|\\x7fELF|\\xfe\\xed\\xfa[\\xce\\xcf]|[\\xce\\xcf]\\xfa\\xed\\xfe"
          + "|\\xca\\xfe\\xba\\xbe|dex\\n0|\\x00asm|L\\x00\\x00\\x00\\x01\\x14\\x02\\x00|#!");

  /** The number of bytes that are examined. */
  static final int FIRST_BYTES = 1024;

  private final String text;
  private final Pattern pattern;

  Signature(String text, String pattern) {
    this.text = text;
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /** Recognises the format of a file. */
  static Optional<Signature> of(byte[] first) {
    return Arrays.stream(values())
        .filter(family -> family.pattern.matcher(characters(first)).lookingAt())
        .findFirst();
  }

  /** Tells whether a file of this format may begin with these bytes. */
  boolean begins(byte[] first) {
    return pattern.matcher(characters(first)).lookingAt();
  }

  /** Returns the name of the format for use in a sentence. */
  String text() {
    return text;
  }

  /** One character for each byte. */
  private static String characters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
