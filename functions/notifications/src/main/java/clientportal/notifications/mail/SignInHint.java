package clientportal.notifications.mail;

/**
 * What tells a person where to sign in, or whom to ask.
 *
 * @param link to the pages of the site, without any token
 */
public record SignInHint(String firmName, String link) {}
