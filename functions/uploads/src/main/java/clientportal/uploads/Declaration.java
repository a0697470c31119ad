package clientportal.uploads;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.Fields;
import java.util.Locale;
import java.util.Optional;

/**
 * What is declared of a file's bytes before they are uploaded.
 *
 * @param size in bytes
 * @param sha256 of the whole, in hexadecimal, lower case
 */
public record Declaration(String name, long size, ContentType contentType, String sha256) {

  /** Reads a SHA-256 of a request. */
  public static String sha256(Object json) throws Shape.Mismatch {
    String text = Shape.string(json);
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must be 64 hexadecimal digits");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Returns the declaration with another name. */
  public Declaration named(String other) {
    return new Declaration(other, size, contentType, sha256);
  }

  /** Returns the type under which the bytes are handed out. */
  ContentType served(Optional<ContentType> detected) {
    ContentType type = detected.orElse(contentType);
    return type.isActive() ? ContentType.OCTETS : type;
  }

  public Fields toFields() {
    return Fields.of()
        .with("name", name)
        .with("size", size)
        .with("contentType", contentType.text())
        .with("sha256", sha256)
        .build();
  }

  public static Declaration fromFields(Fields fields) {
    return new Declaration(
        fields.text("name"),
        fields.number("size"),
        new ContentType(fields.text("contentType")),
        fields.text("sha256"));
  }
}
