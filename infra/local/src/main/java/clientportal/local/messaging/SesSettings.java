package clientportal.local.messaging;

import java.util.Set;

/** The settings of an SES account; {@code verifiedIdentities} are addresses or domains. */
public record SesSettings(
    String region, Set<String> verifiedIdentities, Set<String> configurationSets) {

  public SesSettings {
    verifiedIdentities = Set.copyOf(verifiedIdentities);
    configurationSets = Set.copyOf(configurationSets);
  }
}
