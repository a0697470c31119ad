package clientportal.notifications.mail;

/**
 * Proves that a person reads the address: the link is enough in the browser that requested it; any
 * other browser asks for the code.
 *
 * @param code 8 digits
 */
public record VerificationMail(Letterhead from, String link, String code) {}
