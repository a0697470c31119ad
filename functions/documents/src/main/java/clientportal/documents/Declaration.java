package clientportal.documents;

import clientportal.platform.http.Fault;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Locale;

/**
 * What is said of a document's bytes before they come, the body of {@code requestUpload}.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal, lower case
 */
record Declaration(String name, long size, ContentType contentType, String sha256) {

  /**
   * Reads a declaration.
   *
   * @param largest the largest size that one PUT takes
   */
  static Declaration read(Input input, long largest) {
    Field<String> name = input.required("name", Declaration::name);
    Field<Long> size = input.required("size", Shape.number(0, largest));
    Field<ContentType> contentType = input.required("contentType", ContentType::read);
    Field<String> sha256 = input.required("sha256", Declaration::sha256);
    return input.build(
        () -> new Declaration(name.get(), size.get(), contentType.get(), sha256.get()));
  }

  Declaration named(String other) {
    return new Declaration(other, size, contentType, sha256);
  }

  /** Reads a document's name. */
  static String name(Object json) throws Shape.Mismatch {
    String name = Shape.name(255).read(json);
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must not hold / or \\");
    }
    return name;
  }

  private static String sha256(Object json) throws Shape.Mismatch {
    String text = Shape.string(json);
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must be 64 hexadecimal digits");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
