package clientportal.notifications;

/** One message as it is sent, in text and in HTML that say the same. */
record Mail(String subject, String text, String html) {}
