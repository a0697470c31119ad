package clientportal.notifications.mail;

/**
 * Tells a person where to sign in, or which firm to ask.
 *
 * @param link to the page of the site, without a token
 */
public record SignInHint(Letterhead from, String link) {}
