package clientportal.local.http;

import clientportal.local.template.Application;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's JWT authorizer. As on AWS, it also accepts ID tokens. */
final class JwtAuthorizer {
  private final Supplier<JWKSet> keys;
  private final Map<String, String> issuers;
  private final Clock clock;

  /** The authorizer's decision on a request. */
  sealed interface Verdict {}

  /** The token may call the route. */
  record Allowed(Map<String, Object> claims, List<String> scopes) implements Verdict {}

  /** No valid token: 401 with this challenge. */
  record Unauthorized(String challenge) implements Verdict {}

  /** A token without the route's scope: 403 with this challenge. */
  record Forbidden(String challenge) implements Verdict {}

  /** {@code issuers} maps each issuer of the templates to the local one that replaces it. */
  JwtAuthorizer(Supplier<JWKSet> keys, Map<String, String> issuers, Clock clock) {
    this.keys = keys;
    this.issuers = issuers;
    this.clock = clock;
  }

  Verdict authorize(Application.Authorizer rule, @Nullable String authorization) {
    if (authorization == null || authorization.isBlank()) {
      return new Unauthorized("Bearer");
    }
    JWTClaimsSet claims;
    List<String> scopes;
    try {
      claims = verify(rule, authorization.replaceFirst("(?i)^bearer\\s+", "").trim());
      String scope = claims.getStringClaim("scope");
      scopes = scope == null ? List.of() : List.of(scope.trim().split("\\s+"));
    } catch (InvalidTokenException e) {
      return new Unauthorized(
          "Bearer scope=\"%s\" error=\"invalid_token\" error_description=\"%s\""
              .formatted(String.join(" ", rule.scopes()), e.getMessage()));
    } catch (ParseException e) {
      return new Unauthorized("Bearer error=\"invalid_token\"");
    }
    if (!rule.scopes().isEmpty() && rule.scopes().stream().noneMatch(scopes::contains)) {
      return new Forbidden(
          "Bearer scope=\"%s\" error=\"insufficient_scope\""
              .formatted(String.join(" ", rule.scopes())));
    }
    return new Allowed(claims.getClaims(), scopes);
  }

  private JWTClaimsSet verify(Application.Authorizer rule, String token)
      throws InvalidTokenException, ParseException {
    SignedJWT jwt = SignedJWT.parse(token);
    JWK key = keys.get().getKeyByKeyId(jwt.getHeader().getKeyID());
    if (key == null || !jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)) {
      throw new InvalidTokenException("signing key is not known");
    }
    try {
      if (!jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
        throw new InvalidTokenException("signature is invalid");
      }
    } catch (JOSEException e) {
      throw new InvalidTokenException("signature cannot be verified");
    }
    JWTClaimsSet claims = jwt.getJWTClaimsSet();
    if (!issuers.getOrDefault(rule.issuer(), rule.issuer()).equals(claims.getIssuer())) {
      throw new InvalidTokenException("issuer is not the authorizer's");
    }
    if (rule.audience().stream()
        .noneMatch(each ->
            claims.getAudience().contains(each) || each.equals(claims.getClaim("client_id")))) {
      throw new InvalidTokenException("audience is not the authorizer's");
    }
    checkTimes(claims);
    return claims;
  }

  private void checkTimes(JWTClaimsSet claims) throws InvalidTokenException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    if (expires == null || !now.isBefore(expires.toInstant())) {
      throw new InvalidTokenException("the token has expired");
    }
    Date notBefore = claims.getNotBeforeTime();
    Date issued = claims.getIssueTime();
    if ((notBefore != null && now.isBefore(notBefore.toInstant()))
        || (issued != null && now.isBefore(issued.toInstant()))) {
      throw new InvalidTokenException("the token is not valid yet");
    }
  }

  /** Why a token is invalid. */
  private static final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidTokenException(String message) {
      super(message);
    }
  }
}
