package clientportal.notifications.mail;

/** One message as it is sent, in text and in HTML that say the same. */
public record Mail(String subject, String text, String html) {}
