package clientportal.documents;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A media type (RFC 6838) exactly as it was declared, with simple parameters such as {@code
 * text/plain; charset=utf-8}. It also decides which first bytes contradict it.
 */
record ContentType(String text) {
  private static final int LONGEST = 255;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
  private static final Pattern FORM =
      Pattern.compile("%1$s/%1$s(?:; ?%1$s=[A-Za-z0-9!#$&^_.+-]+)*".formatted(NAME));

  /** The types whose first bytes must be those of a signature. */
  private static final Map<Signature, Set<String>> REQUIRED =
      Map.of(
          Signature.PDF, types("application/pdf application/x-pdf"),
          Signature.PNG, types("image/png"),
          Signature.JPEG, types("image/jpeg image/jpg image/pjpeg"),
          Signature.GIF, types("image/gif"),
          Signature.WEBP, types("image/webp"),
          Signature.HEIC, types("image/heic image/heif image/heic-sequence image/heif-sequence"),
          Signature.ZIP,
              types(
                  "application/zip application/x-zip application/x-zip-compressed"
                      + " application/java-archive"),
          Signature.OLE,
              types(
                  "application/msword application/vnd.ms-excel application/vnd.ms-powerpoint"
                      + " application/vnd.ms-outlook application/vnd.visio"));

  /** Types of programs, which the first bytes of a program do not contradict. */
  private static final Set<String> PROGRAMS =
      types(
          "application/vnd.microsoft.portable-executable application/x-msdownload"
              + " application/x-dosexec application/x-executable application/x-elf"
              + " application/x-sharedlib application/x-mach-binary application/java-vm"
              + " application/wasm application/x-ms-shortcut application/x-sh"
              + " application/x-shellscript text/x-shellscript text/x-sh text/x-python"
              + " text/x-perl");

  private static final List<String> PLAIN = List.of("text/", "image/", "audio/", "video/", "font/");

  private static final Set<String> TEXTUAL =
      types(
          "application/json application/xml application/rtf application/yaml"
              + " application/javascript");

  /** Types that a browser would run if it displayed them. */
  private static final Set<String> ACTIVE =
      types(
          "text/html text/xml text/javascript application/xml application/javascript"
              + " application/ecmascript application/x-javascript application/x-shockwave-flash"
              + " multipart/related message/rfc822");

  private static Set<String> types(String separatedBySpaces) {
    return Set.of(separatedBySpaces.split(" "));
  }

  /** Reads a content type of a request. */
  static ContentType read(Object json) throws Shape.Mismatch {
    String text = Shape.string(json);
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new Shape.Mismatch(Fault.Code.LENGTH, "must have 1 to 255 characters");
    }
    if (!FORM.matcher(text).matches()) {
      throw new Shape.Mismatch(
          Fault.Code.FORMAT, "must be a media type: type/subtype, with simple parameters at most");
    }
    return new ContentType(text);
  }

  /**
   * Returns how the first bytes contradict this type; empty if they do not. No bytes contradict
   * none.
   *
   * @param first the first {@value Signature#FIRST_BYTES} bytes, or all if there are fewer
   */
  Optional<String> contradictedBy(byte[] first) {
    String type = type();
    Optional<Signature> recognised = Signature.of(first);
    if (first.length == 0 || type.equals("application/octet-stream")) {
      return Optional.empty();
    }
    if (recognised.isPresent() && !permitted(type).contains(recognised.get())) {
      return Optional.of("The first bytes are those of " + recognised.get().text() + ".");
    }
    Set<Signature> required = required(type);
    if (required.isEmpty() || required.stream().anyMatch(signature -> signature.begins(first))) {
      return Optional.empty();
    }
    return Optional.of(
        "The first bytes are not those of " + required.iterator().next().text() + ".");
  }

  /** Tells whether a browser that displayed it would run its content. */
  boolean isActive() {
    String type = type();
    return ACTIVE.contains(type) || type.endsWith("+xml");
  }

  /** Tells whether another text is the same type: servers write parameters in their own way. */
  boolean isSame(String other) {
    return text.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
  }

  /** Returns type and subtype alone, in lower case. */
  private String type() {
    return text.split(";", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static Set<Signature> required(String type) {
    for (Map.Entry<Signature, Set<String>> required : REQUIRED.entrySet()) {
      if (required.getValue().contains(type)) {
        return EnumSet.of(required.getKey());
      }
    }
    if (type.startsWith("application/vnd.openxmlformats-officedocument.")
        || (type.startsWith("application/vnd.ms-") && type.endsWith(".macroenabled.12"))) {
      // With a password it is an OLE file.
      return EnumSet.of(Signature.ZIP, Signature.OLE);
    }
    return type.startsWith("application/vnd.oasis.opendocument.") || type.endsWith("+zip")
        ? EnumSet.of(Signature.ZIP)
        : EnumSet.noneOf(Signature.class);
  }

  private static Set<Signature> permitted(String type) {
    Set<Signature> required = required(type);
    if (!required.isEmpty()) {
      return required;
    }
    if (PROGRAMS.contains(type)) {
      return EnumSet.of(Signature.EXECUTABLE);
    }
    if (type.equals("image/avif")) {
      return EnumSet.of(Signature.HEIC);
    }
    boolean plain =
        PLAIN.stream().anyMatch(type::startsWith)
            || TEXTUAL.contains(type)
            || type.endsWith("+json")
            || type.endsWith("+xml");
    // Formats of many programs are ZIP or OLE files.
    return plain ? EnumSet.noneOf(Signature.class) : EnumSet.of(Signature.ZIP, Signature.OLE);
  }
}
