package clientportal.local.s3;

import clientportal.local.template.Application;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A bucket's CORS rules; every origin on this machine is allowed besides those of the template. */
final class BucketCors {
  private static final Pattern LOOPBACK =
      Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?");

  private final List<Application.Bucket> buckets;

  BucketCors(List<Application.Bucket> buckets) {
    this.buckets = buckets;
  }

  /** Answers a preflight as S3 does: 200 with the rule's headers, or 403. */
  void preflight(HttpServletRequest request, HttpServletResponse response) throws Refusal {
    String origin = request.getHeader("Origin");
    String method = request.getHeader("Access-Control-Request-Method");
    if (origin == null || method == null) {
      throw new Refusal(
          400, "BadRequest", "Insufficient information. Origin request header needed.");
    }
    List<String> headers = list(request.getHeader("Access-Control-Request-Headers"));
    for (Application.CorsRule rule : rules(request)) {
      if (allows(rule, origin, method) && headers.stream().allMatch(each -> allows(rule, each))) {
        allow(rule, origin, response);
        if (!headers.isEmpty()) {
          response.setHeader("Access-Control-Allow-Headers", String.join(", ", headers));
        }
        response.setHeader("Access-Control-Max-Age", Integer.toString(rule.maxAge()));
        response.setStatus(200);
        return;
      }
    }
    throw new Refusal(
        403,
        "AccessForbidden",
        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of"
            + " Origin, request method / Access-Control-Request-Method or"
            + " Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.");
  }

  /** Adds the headers that let a page of another origin read the answer. */
  void decorate(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      rules(request).stream()
          .filter(rule -> allows(rule, origin, request.getMethod()))
          .findFirst()
          .ifPresent(rule -> allow(rule, origin, response));
    }
  }

  private static void allow(
      Application.CorsRule rule, String origin, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Allow-Methods", String.join(", ", rule.methods()));
    if (!rule.exposed().isEmpty()) {
      response.setHeader("Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
    }
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.setHeader(
        "Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  }

  private List<Application.CorsRule> rules(HttpServletRequest request) {
    String[] path = request.getRequestURI().split("/", 3);
    String bucket = path.length > 1 ? path[1] : "";
    return buckets.stream()
        .filter(each -> each.name().equals(bucket))
        .flatMap(each -> each.cors().stream())
        .toList();
  }

  private static boolean allows(Application.CorsRule rule, String origin, String method) {
    return rule.methods().contains(method)
        && (LOOPBACK.matcher(origin).matches()
            || rule.origins().contains(origin)
            || rule.origins().contains("*"));
  }

  private static boolean allows(Application.CorsRule rule, String header) {
    return rule.headers().stream()
        .anyMatch(each -> each.equals("*") || each.equalsIgnoreCase(header));
  }

  private static List<String> list(String header) {
    return header == null || header.isBlank()
        ? List.of()
        : List.of(header.trim().toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
  }
}
