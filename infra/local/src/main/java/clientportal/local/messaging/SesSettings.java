package clientportal.local.messaging;

import java.util.Set;

/**
 * What an SES account has been set up with; {@code verifiedIdentities} are addresses or domains.
 */
public record SesSettings(
    String region, Set<String> verifiedIdentities, Set<String> configurationSets) {

  public SesSettings {
    verifiedIdentities = Set.copyOf(verifiedIdentities);
    configurationSets = Set.copyOf(configurationSets);
  }
}
