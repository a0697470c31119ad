package clientportal.gateway;

/** One parameter of an operation: {@code in} is {@code path}, {@code query} or {@code header}. */
public record Parameter(String name, String in, String type) {
  boolean isInPath() {
    return in.equals("path");
  }
}
