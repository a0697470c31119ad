package clientportal.uploads;

import clientportal.access.events.RejectionCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the type that was declared for a file with its first bytes. Browsers declare what the
 * ending of a name stands for on that machine, so most differences are honest; what could harm or
 * deceive a reader is rejected: programs, and anything else under a type that browsers show.
 */
final class TypeCheck {
  /** The formats of the types that are known. */
  private static final Map<String, Set<Signature>> FORMATS = new HashMap<>();

  private static final Set<Signature> HEIC = EnumSet.of(Signature.HEIC, Signature.HEIF);

  static {
    formats("application/pdf application/x-pdf", EnumSet.of(Signature.PDF));
    formats("image/png image/x-png", EnumSet.of(Signature.PNG));
    formats("image/jpeg image/jpg image/pjpeg", EnumSet.of(Signature.JPEG));
    formats("image/gif", EnumSet.of(Signature.GIF));
    formats("image/webp", EnumSet.of(Signature.WEBP));
    formats("image/avif", EnumSet.of(Signature.AVIF, Signature.HEIF));
    formats("image/heic image/heif image/heic-sequence image/heif-sequence", HEIC);
    formats("image/tiff", EnumSet.of(Signature.TIFF));
    formats("image/bmp image/x-ms-bmp", EnumSet.of(Signature.BMP));
    formats("application/rtf text/rtf text/richtext", EnumSet.of(Signature.RTF));
    formats("application/json application/yaml application/sql", Signature.TEXTS);
    formats(
        "application/zip application/x-zip application/x-zip-compressed",
        EnumSet.of(Signature.ZIP));
    formats(
        "application/msword application/vnd.ms-excel application/vnd.ms-powerpoint"
            + " application/vnd.ms-outlook application/vnd.visio",
        EnumSet.of(Signature.OLE));
    // Senders declare these where they do not know the type.
    formats(
        "application/octet-stream binary/octet-stream application/binary application/x-binary"
            + " application/unknown application/x-unknown application/download"
            + " application/x-download application/force-download application/x-force-download",
        EnumSet.noneOf(Signature.class));
  }

  /** Types of programs, whatever the first bytes are: a batch file begins as any text. */
  private static final Set<String> PROGRAMS =
      types(
          "application/vnd.microsoft.portable-executable application/x-msdownload"
              + " application/x-msdos-program application/x-dosexec application/x-executable"
              + " application/x-pie-executable application/x-elf application/x-sharedlib"
              + " application/x-mach-binary application/x-msi application/x-ms-installer"
              + " application/x-ms-shortcut application/bat application/x-bat application/hta"
              + " application/java-vm application/java-archive application/x-java-archive"
              + " application/vnd.android.package-archive application/wasm application/x-sh"
              + " application/x-shellscript text/x-shellscript text/x-sh");

  private TypeCheck() {}

  private static void formats(String types, Set<Signature> signatures) {
    types(types).forEach(type -> FORMATS.put(type, signatures));
  }

  private static Set<String> types(String separatedBySpaces) {
    return Set.of(separatedBySpaces.split(" "));
  }

  /**
   * Checks a file.
   *
   * @param first its first {@value Signature#FIRST_BYTES} bytes, or all if there are fewer
   */
  static Finding of(ContentType declared, byte[] first) {
    Optional<Signature> found = Signature.of(first);
    if (PROGRAMS.contains(declared.type())) {
      return rejected("The file is declared as a program.");
    }
    if (found.filter(signature -> signature == Signature.PROGRAM).isPresent()) {
      return rejected("The first bytes are those of a program.");
    }
    Set<Signature> shown = shown(declared);
    boolean deceives =
        first.length > 0
            && !shown.isEmpty()
            // A text may be in an encoding that is not recognised.
            && found.map(signature -> !shown.contains(signature)).orElse(!declared.isActive());
    if (deceives) {
      return rejected(
          found
              .filter(signature -> signature != Signature.TEXT)
              .map(signature -> "The first bytes are those of " + signature.text() + ".")
              .orElse("The first bytes are not those of " + expected(declared) + "."));
    }
    return new Finding.Accepted(
        found
            .filter(signature -> !permits(declared.type(), signature))
            .map(Signature::type)
            .filter(type -> !type.type().equals(declared.type())));
  }

  private static Finding rejected(String detail) {
    return Finding.rejected(RejectionCode.CONTENT_TYPE_MISMATCH, detail);
  }

  /**
   * Returns the formats that are accepted under a type that browsers show; empty for other types.
   * Images are often named and so declared as images of another kind.
   */
  private static Set<Signature> shown(ContentType declared) {
    if (declared.isActive()) {
      return Signature.TEXTS;
    }
    Set<Signature> known = FORMATS.getOrDefault(declared.type(), Set.of());
    return known.stream().anyMatch(Signature.IMAGES::contains)
        ? Signature.IMAGES
        : known.contains(Signature.PDF) ? known : Set.of();
  }

  private static String expected(ContentType declared) {
    return FORMATS.getOrDefault(declared.type(), Signature.TEXTS).iterator().next().text();
  }

  /** Tells whether files of a type may have a format. */
  private static boolean permits(String type, Signature signature) {
    Set<Signature> known = FORMATS.get(type);
    if (known != null) {
      return known.contains(signature);
    }
    if (type.startsWith("text/") || type.endsWith("+json") || type.endsWith("xml")) {
      return Signature.TEXTS.contains(signature);
    }
    if (type.startsWith("application/vnd.openxmlformats-officedocument.")
        || type.startsWith("application/vnd.ms-")) {
      // With a password it is an OLE file.
      return signature == Signature.ZIP
          || signature == Signature.OLE
          || (signature == Signature.WORD && type.contains("word"))
          || (signature == Signature.EXCEL && (type.contains("sheet") || type.contains("excel")))
          || (signature == Signature.POWERPOINT && type.contains("presentation"));
    }
    if (type.startsWith("application/vnd.oasis.opendocument.")) {
      return signature == Signature.ZIP || type.startsWith(signature.type().text());
    }
    // Formats of many programs are archives or texts.
    return signature != Signature.PDF
        && signature != Signature.RTF
        && !Signature.IMAGES.contains(signature);
  }
}
