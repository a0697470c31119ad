package clientportal.local.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;

/** The pool's two keys: one signs access tokens, the other ID tokens. */
record SigningKeys(RSAKey access, RSAKey id) {

  static SigningKeys generate() {
    return new SigningKeys(key(), key());
  }

  static SigningKeys parse(String access, String id) {
    try {
      return new SigningKeys(RSAKey.parse(access), RSAKey.parse(id));
    } catch (ParseException e) {
      throw new IllegalStateException("The state file's signing keys cannot be read", e);
    }
  }

  JWKSet publicKeys() {
    return new JWKSet(List.of(access.toPublicJWK(), id.toPublicJWK()));
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048)
          .keyID(UUID.randomUUID().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
