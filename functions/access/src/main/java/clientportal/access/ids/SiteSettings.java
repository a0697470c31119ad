package clientportal.access.ids;

import clientportal.platform.table.Fields;
import java.util.List;
import java.util.Optional;

/**
 * How the pages of a site look.
 *
 * @param displayName what they are headed with
 * @param welcome what they say before somebody has signed in
 * @param privacyUrl where the firm's privacy notice is
 * @param accentColor of buttons and links: {@code #rrggbb}
 * @param signIn the ways to sign in that they offer, in their order; the user pool takes the others
 *     all the same
 */
public record SiteSettings(
    String displayName,
    Optional<String> welcome,
    Optional<String> privacyUrl,
    Optional<String> accentColor,
    List<SignInWay> signIn) {

  public SiteSettings {
    signIn = List.copyOf(signIn);
  }

  /** Returns the settings of a site for which none were saved. */
  public static SiteSettings initial(String name) {
    return new SiteSettings(
        name, Optional.empty(), Optional.empty(), Optional.empty(), SignInWay.ALL);
  }

  public Fields toFields() {
    return Fields.of()
        .with("displayName", displayName)
        .with("welcome", welcome)
        .with("privacyUrl", privacyUrl)
        .with("accentColor", accentColor)
        .withTexts("signIn", signIn.stream().map(SignInWay::text).toList())
        .build();
  }

  public static SiteSettings fromFields(Fields fields) {
    return new SiteSettings(
        fields.text("displayName"),
        fields.optionalText("welcome"),
        fields.optionalText("privacyUrl"),
        fields.optionalText("accentColor"),
        fields.texts("signIn").stream().map(SignInWay::of).toList());
  }
}
