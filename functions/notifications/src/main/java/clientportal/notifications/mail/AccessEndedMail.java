package clientportal.notifications.mail;

/** What somebody is told whose access was taken away. */
public record AccessEndedMail(String firmName, String clientName) {}
