package clientportal.notifications.mail;

import java.util.List;

/**
 * What a mail says, in one language; it says the same in text and in HTML.
 *
 * @param preheader what a list of mails shows beside the subject
 * @param from how it names its sender
 */
record Letter(String subject, String title, String preheader, Letterhead from, List<Part> parts) {
  Letter {
    parts = List.copyOf(parts);
  }

  static Letter of(Letterhead from, String subject, String title, String preheader, Part... parts) {
    return new Letter(subject, title, preheader, from, List.of(parts));
  }
}
