package clientportal.local.messaging;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The region and service of a SigV4 {@code Authorization} header, whose signature is not verified.
 */
record CredentialScope(String region, String service) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=[^/,]+/\\d{8}/([^/,]+)/([^/,]+)/aws4_request,"
              + " *SignedHeaders=[^,]+, *Signature=[0-9a-f]{64}");

  static Optional<CredentialScope> of(Request request) {
    return request
        .header("Authorization")
        .map(HEADER::matcher)
        .filter(Matcher::matches)
        .map(match -> new CredentialScope(match.group(1), match.group(2)));
  }
}
