package clientportal.notifications.mail;

import java.util.List;

/**
 * What a mail says, in one language; it says the same in text and in HTML.
 *
 * @param preheader what a list of mails shows beside the subject
 * @param firmName of the firm that the mail is from
 */
record Letter(String subject, String title, String preheader, String firmName, List<Part> parts) {
  Letter {
    parts = List.copyOf(parts);
  }

  static Letter of(String firmName, String subject, String title, String preheader, Part... parts) {
    return new Letter(subject, title, preheader, firmName, List.of(parts));
  }
}
