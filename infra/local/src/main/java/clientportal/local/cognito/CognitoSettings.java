package clientportal.local.cognito;

import java.util.List;
import java.util.Set;

/**
 * The template's settings of the user pool and its app clients.
 *
 * @param issuer the {@code iss} of every token, without a slash at the end
 * @param allowedFirstAuthFactors {@code PASSWORD}, {@code EMAIL_OTP}, {@code WEB_AUTHN}
 * @param relyingParty the domain of passkeys
 * @param offersSoftwareTokens whether people may add an authenticator app as a second factor
 */
public record CognitoSettings(
    String region,
    String userPoolId,
    String issuer,
    Set<String> allowedFirstAuthFactors,
    String relyingParty,
    boolean offersSoftwareTokens,
    PasswordPolicy passwordPolicy,
    List<AppClient> clients) {

  /** Copies the collections. */
  public CognitoSettings {
    allowedFirstAuthFactors = Set.copyOf(allowedFirstAuthFactors);
    clients = List.copyOf(clients);
  }

  /** Returns the client with an id, which must be one of the pool. */
  AppClient client(String id) {
    return clients.stream()
        .filter(client -> client.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new CognitoFault(
                "ResourceNotFoundException", "User pool client " + id + " does not exist."));
  }
}
