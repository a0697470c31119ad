package clientportal.notifications;

/**
 * What tells a person where to sign in, or whom to ask.
 *
 * @param link to the pages of the site, without any token
 */
record SignInHint(String firmName, String link) {}
