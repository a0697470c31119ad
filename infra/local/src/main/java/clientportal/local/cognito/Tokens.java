package clientportal.local.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Issues and verifies the pool's tokens, by the stack's clock. */
final class Tokens {
  static final String BY_PASSWORD = "pwd";
  static final String EMAILED_CODE = "email_otp";
  static final String TOTP = "otp";
  static final String PASSKEY = "hwk";
  static final String SYNCED_PASSKEY = "swk";
  static final String SEVERAL_FACTORS = "mfa";
  private static final String SCOPE = "aws.cognito.signin.user.admin";

  private final CognitoSettings settings;
  private final Clock clock;
  private final SigningKeys keys;
  private final UserPool pool;

  Tokens(CognitoSettings settings, Clock clock, SigningKeys keys, UserPool pool) {
    this.settings = settings;
    this.clock = clock;
    this.keys = keys;
    this.pool = pool;
  }

  /** The tokens of a sign-in or refresh; a refresh issues a new refresh token if those rotate. */
  record Issued(
      String accessToken, String idToken, Optional<String> refreshToken, long expiresIn) {}

  /** The person to whom an access token was issued. */
  record Holder(PoolUser user, SignedIn signedIn) {}

  Issued signIn(AppClient client, PoolUser user, List<String> methods) {
    Instant now = clock.instant();
    String refreshToken = Secrets.token(256);
    SignedIn signedIn =
        new SignedIn(
            UUID.randomUUID().toString(),
            user.sub(),
            client.id(),
            methods,
            Secrets.digest(refreshToken),
            Map.of(),
            now.getEpochSecond(),
            now.plus(client.refreshTokenValidity()).toEpochMilli(),
            false);
    pool.save(signedIn, now);
    return issue(client, user, signedIn, Optional.of(refreshToken));
  }

  Issued refresh(AppClient client, String refreshToken) {
    SignedIn signedIn =
        pool.signedInByRefreshToken(Secrets.digest(refreshToken))
            .filter(entry -> entry.client().equals(client.id()))
            .orElseThrow(() -> CognitoFault.notAuthorized("Invalid Refresh Token"));
    PoolUser user = pool.require(signedIn.sub());
    if (!user.enabled()) {
      throw CognitoFault.disabled();
    }
    if (signedIn.revoked()) {
      throw CognitoFault.notAuthorized("Refresh Token has been revoked");
    }
    if (clock.millis() >= signedIn.until()) {
      throw CognitoFault.notAuthorized("Refresh Token has expired");
    }
    if (signedIn.isReused(Secrets.digest(refreshToken), clock.instant())) {
      throw new CognitoFault(
          "RefreshTokenReuseException", "Refresh token has been invalidated by rotation");
    }
    return issue(
        client, user, signedIn, client.rotationGrace().map(grace -> rotate(signedIn, grace)));
  }

  private String rotate(SignedIn signedIn, Duration grace) {
    String next = Secrets.token(256);
    Instant now = clock.instant();
    pool.save(signedIn.rotate(Secrets.digest(next), now.plus(grace)), now);
    return next;
  }

  /** Ends the sign-in of a refresh token; an unknown or already revoked token is no error. */
  void revoke(AppClient client, String refreshToken) {
    if (refreshToken.chars().filter(c -> c == '.').count() == 2) {
      throw new CognitoFault("UnsupportedTokenTypeException", "Unsupported token type");
    }
    pool.signedInByRefreshToken(Secrets.digest(refreshToken))
        .filter(signedIn -> signedIn.client().equals(client.id()))
        .ifPresent(signedIn -> pool.save(signedIn.revoke(), clock.instant()));
  }

  /** Verifies an access token: its signature, expiry and revocation. */
  Holder holder(String accessToken) {
    JWTClaimsSet claims = genuine(accessToken);
    if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
      throw CognitoFault.notAuthorized("Access Token has expired");
    }
    PoolUser user = pool.require(String.valueOf(claims.getSubject()));
    if (!user.enabled()) {
      throw CognitoFault.disabled();
    }
    SignedIn signedIn =
        pool.signedIn(String.valueOf(claims.getClaim("origin_jti")))
            .filter(entry -> !entry.revoked())
            .orElseThrow(() -> CognitoFault.notAuthorized("Access Token has been revoked"));
    return new Holder(user, signedIn);
  }

  private JWTClaimsSet genuine(String accessToken) {
    try {
      SignedJWT jwt = SignedJWT.parse(accessToken);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      if (jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
          && jwt.verify(new RSASSAVerifier(keys.access()))
          && "access".equals(claims.getClaim("token_use"))
          && claims.getExpirationTime() != null) {
        return claims;
      }
    } catch (ParseException | JOSEException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static CognitoFault invalid() {
    return CognitoFault.notAuthorized("Invalid Access Token");
  }

  private Issued issue(
      AppClient client, PoolUser user, SignedIn signedIn, Optional<String> refreshToken) {
    String event = UUID.randomUUID().toString();
    JWTClaimsSet access =
        common(user, signedIn, event, client.accessTokenValidity())
            .claim("token_use", "access")
            .claim("client_id", client.id())
            .claim("scope", SCOPE)
            .claim("username", user.sub())
            .build();
    JWTClaimsSet.Builder id =
        common(user, signedIn, event, client.idTokenValidity())
            .claim("token_use", "id")
            .audience(client.id())
            .claim("cognito:username", user.sub());
    client
        .visible(user)
        .forEach((name, value) -> {
          if (!name.equals("sub")) {
            id.claim(name, name.endsWith("_verified") ? Boolean.valueOf(value) : value);
          }
        });
    return new Issued(
        signed(access, keys.access()),
        signed(id.build(), keys.id()),
        refreshToken,
        client.accessTokenValidity().toSeconds());
  }

  private JWTClaimsSet.Builder common(
      PoolUser user, SignedIn signedIn, String event, Duration validity) {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    return new JWTClaimsSet.Builder()
        .subject(user.sub())
        .issuer(settings.issuer())
        .claim("origin_jti", signedIn.originJti())
        .claim("event_id", event)
        .claim("auth_time", signedIn.at())
        .claim("acr", acr(signedIn.methods()))
        .claim("amr", signedIn.methods())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(validity)))
        .jwtID(UUID.randomUUID().toString());
  }

  /** The level of what the person proved. */
  private static String acr(List<String> methods) {
    int level =
        methods.contains(TOTP)
            ? 4
            : methods.contains(PASSKEY) || methods.contains(SYNCED_PASSKEY)
                ? 3
                : methods.contains(EMAILED_CODE) ? 2 : 1;
    return "urn:cognito:loa:" + level;
  }

  private static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
