package clientportal.notifications;

/** What somebody is told whose access was taken away. */
record AccessEnded(String firmName, String clientName) {}
