package clientportal.platform.problem;

/**
 * One fault of a request.
 *
 * @param place whether {@code where} is a JSON pointer (RFC 6901) or the name of a parameter
 */
public record Fault(Place place, String where, Code code, String detail) {

  /** Where a fault is. */
  public enum Place {
    POINTER,
    PARAMETER
  }

  /** What is wrong. */
  public enum Code {
    REQUIRED,
    UNKNOWN,
    TYPE,
    LENGTH,
    FORMAT,
    RANGE,
    ENUM,
    DUPLICATE
  }

  public static Fault at(String pointer, Code code, String detail) {
    return new Fault(Place.POINTER, pointer, code, detail);
  }

  public static Fault parameter(String name, Code code, String detail) {
    return new Fault(Place.PARAMETER, name, code, detail);
  }
}
