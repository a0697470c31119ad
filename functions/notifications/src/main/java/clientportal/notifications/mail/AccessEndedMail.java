package clientportal.notifications.mail;

/** Says that a person's access was taken away. */
public record AccessEndedMail(Letterhead from, String clientName) {}
