package clientportal.notifications.mail;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.delivery.Author;
import clientportal.notifications.mail.DigestMail.Line;
import java.time.ZoneId;

/**
 * All that mails say, in one language. A language that lacks a text does not compile. Numbers,
 * dates and time zones are written by hand: the JDK's locale data loads hundreds of classes, and
 * its default is that of the machine.
 */
public sealed interface Wording permits EnglishWording, GermanWording {
  /** Returns the wording of a language. */
  static Wording of(Language language) {
    return switch (language) {
      case ENGLISH -> new EnglishWording();
      case GERMAN -> new GermanWording();
    };
  }

  Language language();

  Sentence greeting(Reader reader);

  Sentence footer(String from);

  /** Returns what precedes the address of a button. */
  String copyLink();

  /** Returns what is said about requests. */
  RequestWording requests();

  Letter invitation(ClientInvitationMail invitation);

  Letter invitation(StaffInvitationMail invitation);

  Letter invitation(PortalInvitationMail invitation);

  Letter verification(VerificationMail verification);

  Letter passwordReset(VerificationMail reset);

  Letter addressChanged(AddressChangedMail change);

  Letter accessEnded(AccessEndedMail end);

  Letter portalAlert(PortalAlertMail alert);

  Letter signInChanged(SignInChangedMail change);

  Letter bounce(BounceMail bounce);

  Letter accountExists(SignInHint hint);

  Letter accessReady(SignInHint hint);

  Letter registrationDeclined(SignInHint hint);

  /** Returns the subject of a digest: it names one item, and counts several. */
  String subject(DigestMail digest);

  String heading(DigestMail digest);

  /** Returns what has happened, and in which folder or engagement. */
  Sentence what(Line line);

  /** Returns why a file was not accepted, and what its uploader can do. */
  String why(RejectionCode code);

  /** Returns who did it, and when. */
  Sentence by(Line line, ZoneId zone);

  String author(Author author);

  String more(int number);

  /**
   * Returns a text message that says that there are new notes. Anybody may read it on a locked
   * phone, so it names the sender and the address of the portal and nothing else.
   */
  String newNotes(String from, int number, String site);

  /** Returns in which time zone times are given. */
  String times(ZoneId zone);
}
