package clientportal.notifications.mail;

/** Invites a staff member to the portal of a firm. */
public record StaffInvitationMail(String firmName, String link) {}
