package clientportal.notifications.mail;

/** What invites a person to work in the portal of a firm. */
public record StaffInvitationMail(String firmName, String link) {}
