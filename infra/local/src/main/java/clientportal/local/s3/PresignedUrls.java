package clientportal.local.s3;

import clientportal.local.roles.CallPermissions;
import clientportal.local.roles.FunctionRole;
import clientportal.local.roles.Roles;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks what S3 requires of a presigned URL besides its signature: its age, by the stack's clock,
 * and that every {@code x-amz-} header is signed.
 */
final class PresignedUrls {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Clock clock;
  private final Roles roles;

  PresignedUrls(Clock clock, Roles roles) {
    this.clock = clock;
    this.roles = roles;
  }

  static boolean isPresigned(HttpServletRequest request) {
    return request.getParameter("X-Amz-Algorithm") != null;
  }

  void check(HttpServletRequest request) throws Refusal {
    checkAge(request);
    Set<String> signed =
        Set.of(required(request, "X-Amz-SignedHeaders").toLowerCase(Locale.ROOT).split(";"));
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith("x-amz-") && !signed.contains(name)) {
        throw Refusal.denied("There were headers present in the request which were not signed");
      }
    }
    checkRole(request);
  }

  /** A URL needs the permission of the role that signed it when it is used. */
  private void checkRole(HttpServletRequest request) throws Refusal {
    @Nullable String session = request.getParameter("X-Amz-Security-Token");
    Optional<FunctionRole> role = Optional.ofNullable(session).flatMap(roles::ofSession);
    String[] path = request.getRequestURI().split("/", 3);
    if (role.isPresent() && path.length == 3) {
      String operation = request.getMethod().equals("PUT") ? "PutObject" : "GetObject";
      String key = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
      if (role.get().use(List.of(CallPermissions.object(operation, path[1], key))).isPresent()) {
        throw Refusal.denied("Access Denied");
      }
    }
  }

  private void checkAge(HttpServletRequest request) throws Refusal {
    Instant signedAt;
    Duration validity;
    try {
      signedAt =
          LocalDateTime.parse(required(request, "X-Amz-Date"), DATE).toInstant(ZoneOffset.UTC);
      validity = Duration.ofSeconds(Long.parseLong(required(request, "X-Amz-Expires")));
    } catch (DateTimeException | NumberFormatException e) {
      throw malformed("X-Amz-Date and X-Amz-Expires must be a time and a number of seconds");
    }
    if (validity.isNegative() || validity.compareTo(LONGEST) > 0) {
      throw malformed("X-Amz-Expires must be less than a week (in seconds)");
    }
    Instant now = clock.instant();
    if (signedAt.isAfter(now.plus(SKEW))) {
      throw Refusal.denied("Request is not valid yet");
    }
    if (!now.isBefore(signedAt.plus(validity))) {
      throw Refusal.denied("Request has expired");
    }
  }

  private static String required(HttpServletRequest request, String parameter) throws Refusal {
    @Nullable String value = request.getParameter(parameter);
    if (value == null) {
      throw malformed("Query-string authentication requires " + parameter);
    }
    return value;
  }

  private static Refusal malformed(String message) {
    return new Refusal(400, "AuthorizationQueryParametersError", message);
  }
}
