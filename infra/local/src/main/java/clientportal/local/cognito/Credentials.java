package clientportal.local.cognito;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requires a SigV4 header for this service and region, for operations of an administrator. The
 * signature itself is not verified, since any key may administer a local pool.
 */
final class Credentials {
  private static final Pattern SIGV4 =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=[^/,]+/\\d{8}/([^/]+)/([^/]+)/aws4_request, *"
              + "SignedHeaders=[^,]+, *Signature=[0-9a-f]{64}");

  private Credentials() {}

  static void require(Optional<String> authorization, String region) {
    String header =
        authorization.orElseThrow(() ->
            new CognitoFault(
                "MissingAuthenticationTokenException", "Missing Authentication Token"));
    Matcher sigV4 = SIGV4.matcher(header);
    if (!sigV4.matches()) {
      throw new CognitoFault(
          "IncompleteSignatureException", "Authorization header is not of Signature Version 4");
    }
    if (!sigV4.group(1).equals(region) || !sigV4.group(2).equals("cognito-idp")) {
      throw new CognitoFault(
          "InvalidSignatureException",
          "Credential should be scoped to the region " + region + " and the service cognito-idp");
    }
  }
}
