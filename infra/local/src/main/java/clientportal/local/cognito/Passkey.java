package clientportal.local.cognito;

/**
 * A passkey of a user. Nobody can sign in with it here, so its public key is not kept.
 *
 * @param created in milliseconds since the epoch
 */
record Passkey(String credentialId, String sub, String relyingParty, long created) {}
