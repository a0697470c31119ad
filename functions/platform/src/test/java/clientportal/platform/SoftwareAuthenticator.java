package clientportal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A passkey with the browser around it: it answers the challenges of WebAuthn as {@code
 * PublicKeyCredential.toJSON} does, with a key of the curve P-256 and without attestation.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication, level 3</a>
 */
public final class SoftwareAuthenticator {
  private static final int PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_CREDENTIAL = 0x40;
  private static final int COORDINATE = 32;

  private final String origin;
  private final byte[] id = new byte[16];
  private final KeyPair keys;
  private int uses;

  /** Makes a passkey in a browser that shows a page of an origin. */
  public SoftwareAuthenticator(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The id by which the passkey is listed. */
  public String credentialId() {
    return base64(id);
  }

  /** Answers {@code navigator.credentials.create}. */
  public String create(String relyingParty, String challenge) {
    byte[] data =
        concat(
            data(relyingParty, PRESENT_AND_VERIFIED | WITH_CREDENTIAL),
            new byte[16],
            new byte[] {0, (byte) id.length},
            id,
            publicKey());
    byte[] attestation =
        concat(
            new byte[] {(byte) 0xa3, 0x63},
            "fmt".getBytes(UTF_8),
            new byte[] {0x64},
            "none".getBytes(UTF_8),
            new byte[] {0x67},
            "attStmt".getBytes(UTF_8),
            new byte[] {(byte) 0xa0, 0x68},
            "authData".getBytes(UTF_8),
            new byte[] {0x58, (byte) data.length},
            data);
    return credential(
        "\"clientDataJSON\": \"%s\", \"attestationObject\": \"%s\", \"transports\": [\"internal\"]"
            .formatted(base64(client("webauthn.create", challenge)), base64(attestation)));
  }

  /** Answers {@code navigator.credentials.get}. */
  public String get(String relyingParty, String challenge) {
    byte[] data = data(relyingParty, PRESENT_AND_VERIFIED);
    byte[] client = client("webauthn.get", challenge);
    return credential(
        "\"clientDataJSON\": \"%s\", \"authenticatorData\": \"%s\", \"signature\": \"%s\""
            .formatted(base64(client), base64(data), base64(sign(concat(data, sha256(client))))));
  }

  private String credential(String response) {
    return """
    {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "authenticatorAttachment": "platform",
     "clientExtensionResults": {}, "response": {%2$s}}
    """
        .formatted(credentialId(), response);
  }

  private byte[] client(String type, String challenge) {
    return """
    {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}\
    """
        .formatted(type, challenge, origin)
        .getBytes(UTF_8);
  }

  private byte[] data(String relyingParty, int flags) {
    return concat(
        sha256(relyingParty.getBytes(UTF_8)),
        new byte[] {(byte) flags},
        ByteBuffer.allocate(Integer.BYTES).putInt(uses++).array());
  }

  /** The public key in COSE: of two coordinates, for ES256, on P-256. */
  private byte[] publicKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    return concat(
        new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, COORDINATE},
        coordinate(point.getAffineX()),
        new byte[] {0x22, 0x58, COORDINATE},
        coordinate(point.getAffineY()));
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] padded = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
    return padded;
  }

  private byte[] sign(byte[] signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
