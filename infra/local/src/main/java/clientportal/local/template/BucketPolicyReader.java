package clientportal.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what the policy of a bucket refuses. The local stack has no TLS, so that it skips what is
 * refused for a lack of it; it knows no other conditions but the one below.
 */
final class BucketPolicyReader {
  private static final Set<Map<String, Object>> ABOUT_TLS =
      Set.of(
          Map.of("Bool", Map.of("aws:SecureTransport", "false")),
          Map.of("NumericLessThan", Map.of("s3:TlsVersion", "1.2")));

  private static final Map<String, Object> CREATES_WITHOUT_IF_NONE_MATCH =
      Map.of(
          "Null", Map.of("s3:if-none-match", "true"),
          "Bool", Map.of("s3:ObjectCreationOperation", "true"));

  private BucketPolicyReader() {}

  static List<Application.Denial> read(Tree properties) {
    return properties.tree("PolicyDocument").trees("Statement").stream()
        .flatMap(statement -> denial(statement).stream())
        .toList();
  }

  private static Optional<Application.Denial> denial(Tree statement) {
    if (statement.string("Effect").equals("Allow") && isForAService(statement)) {
      return Optional.empty();
    }
    if (!statement.string("Effect").equals("Deny") || !statement.string("Principal").equals("*")) {
      throw new TemplateException(
          statement.where() + ": the local stack knows only what a bucket refuses to everybody");
    }
    Map<String, Object> condition = statement.tree("Condition").values();
    if (ABOUT_TLS.contains(condition)) {
      return Optional.empty();
    }
    boolean unconditional = condition.equals(CREATES_WITHOUT_IF_NONE_MATCH);
    if (!condition.isEmpty() && !unconditional) {
      throw new TemplateException(
          statement.where() + ": the local stack does not know the condition " + condition);
    }
    boolean others = statement.get("NotResource").isPresent();
    return Optional.of(
        new Application.Denial(
            texts(statement, "Action"),
            texts(statement, others ? "NotResource" : "Resource"),
            others,
            unconditional));
  }

  /** A service of AWS that writes to the bucket by itself, which does not happen here. */
  private static boolean isForAService(Tree statement) {
    return statement.get("Principal").filter(Map.class::isInstance).isPresent()
        && statement.tree("Principal").values().keySet().equals(Set.of("Service"));
  }

  private static List<String> texts(Tree statement, String name) {
    return statement.get(name).stream()
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Object::toString)
        .toList();
  }
}
