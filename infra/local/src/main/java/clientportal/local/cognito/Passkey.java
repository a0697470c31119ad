package clientportal.local.cognito;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of a user.
 *
 * @param created in milliseconds since the epoch
 * @param key its id and public key, as WebAuthn's attested credential data in Base64
 * @param synced whether it may be on several devices
 * @param uses how often it has signed, by its own count
 */
record Passkey(
    String credentialId,
    String sub,
    String relyingParty,
    long created,
    String key,
    List<String> transports,
    boolean synced,
    long uses) {

  Passkey(
      String credentialId,
      String sub,
      String relyingParty,
      long created,
      @Nullable String key,
      @Nullable List<String> transports,
      boolean synced,
      long uses) {
    this.credentialId = credentialId;
    this.sub = sub;
    this.relyingParty = relyingParty;
    this.created = created;
    this.key = key == null ? "" : key;
    this.transports = transports == null ? List.of() : List.copyOf(transports);
    this.synced = synced;
    this.uses = uses;
  }

  /** Tells whether it can sign in; earlier versions kept no keys. */
  boolean hasKey() {
    return !key.isEmpty();
  }

  Passkey used(long times) {
    return new Passkey(credentialId, sub, relyingParty, created, key, transports, synced, times);
  }
}
