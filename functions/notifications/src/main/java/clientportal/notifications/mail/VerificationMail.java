package clientportal.notifications.mail;

/**
 * What proves that a person reads the address: the link suffices in the browser that asked for it,
 * any other browser asks for the code.
 *
 * @param code 8 digits
 */
public record VerificationMail(String firmName, String link, String code) {}
