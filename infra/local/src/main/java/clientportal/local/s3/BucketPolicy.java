package clientportal.local.s3;

import clientportal.local.roles.CallPermissions;
import clientportal.local.template.Application.Denial;
import clientportal.local.template.Application.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses what the policies of the buckets refuse, whoever asks. */
record BucketPolicy(List<Denial> denials) {
  void check(HttpServletRequest request) throws Refusal {
    boolean unconditional = creates(request) && isUnconditional(request);
    Optional<Permission> call = call(request);
    if (call.isPresent()
        && denials.stream().anyMatch(denial -> denial.refuses(call.get(), unconditional))) {
      throw Refusal.denied("Access Denied");
    }
  }

  /** A request without a header that its URL was signed with is refused for its signature first. */
  private static boolean isUnconditional(HttpServletRequest request) {
    @Nullable String signed = request.getParameter("X-Amz-SignedHeaders");
    return request.getHeader("If-None-Match") == null
        && (signed == null || !List.of(signed.split(";", -1)).contains("if-none-match"));
  }

  /** What starts a multi-part upload and puts its parts creates no object. */
  private static boolean creates(HttpServletRequest request) {
    boolean ofParts = request.getParameter("uploadId") != null;
    return switch (request.getMethod()) {
      case "PUT" -> !ofParts;
      case "POST" -> ofParts;
      default -> false;
    };
  }

  private static Optional<Permission> call(HttpServletRequest request) {
    String[] path = request.getRequestURI().split("/", 3);
    if (path.length < 3 || path[2].isEmpty()) {
      return Optional.empty();
    }
    String key = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
    return switch (request.getMethod()) {
      case "PUT", "POST" -> Optional.of(CallPermissions.object("PutObject", path[1], key));
      case "GET", "HEAD" -> Optional.of(CallPermissions.object("GetObject", path[1], key));
      default -> Optional.empty();
    };
  }
}
