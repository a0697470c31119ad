package clientportal.uploads;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A media type (RFC 6838) exactly as it was declared, with simple parameters such as {@code
 * text/plain; charset=utf-8}.
 */
public record ContentType(String text) {
  private static final int LONGEST = 255;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
  private static final Pattern FORM =
      Pattern.compile("%1$s/%1$s(?:; ?%1$s=[A-Za-z0-9!#$&^_.+-]+)*".formatted(NAME));

  /** Bytes of which nothing is known. */
  static final ContentType OCTETS = new ContentType("application/octet-stream");

  /** Types that a browser would run if it displayed them. */
  private static final Set<String> ACTIVE =
      Set.of(
          "text/html",
          "text/xml",
          "text/javascript",
          "application/xml",
          "application/javascript",
          "application/ecmascript",
          "application/x-javascript",
          "application/x-shockwave-flash",
          "multipart/related",
          "message/rfc822");

  /** Reads a content type of a request. */
  public static ContentType read(Object json) throws Shape.Mismatch {
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

  /** Tells whether a browser that displayed it would run its content. */
  boolean isActive() {
    String type = type();
    return ACTIVE.contains(type) || type.endsWith("+xml");
  }

  /** Tells whether another text is the same type: servers write parameters in their own way. */
  boolean isSame(String other) {
    return text.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
  }

  /** Tells whether it is one of these media types, of which some name all subtypes: image/*. */
  public boolean isOneOf(List<String> types) {
    return types.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each ->
            each.endsWith("/*")
                ? type().startsWith(each.substring(0, each.length() - 1))
                : type().equals(each));
  }

  /** Returns type and subtype alone, in lower case. */
  String type() {
    return text.split(";", 2)[0].toLowerCase(Locale.ROOT);
  }
}
