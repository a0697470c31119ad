package clientportal.notifications.mail;

/** Invites a staff member to the portal of a firm. */
public record StaffInvitationMail(Letterhead from, String link) {}
