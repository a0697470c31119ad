package clientportal.notifications;

/** What invites a person to work in the portal of a firm. */
record StaffInvitation(String firmName, String link) {}
