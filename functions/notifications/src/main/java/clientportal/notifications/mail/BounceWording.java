package clientportal.notifications.mail;

import java.util.List;

/** The sentences about a mail that did not arrive. */
final class BounceWording {
  private BounceWording() {}

  static String why(BounceReason why) {
    return switch (why) {
      case REFUSED -> "It could not be sent, because no mail can be sent to such an address.";
      case BOUNCED ->
          "It came back, because the mailbox does not exist or does not accept our mail.";
      case UNWANTED -> "It was reported as unwanted. We send no more mail to this address.";
      case REJECTED -> "It was not sent, because it was classified as harmful.";
    };
  }

  /** Returns what the inviter can do; the address of a staff member cannot be changed. */
  static List<String> steps(BounceMail bounce) {
    return bounce.staff()
        ? List.of(
            "Ask the person for the right address, for example by phone.",
            "Add a new staff member with that address.",
            "Disable the staff member with the wrong address.")
        : List.of(
            "Ask the person for the right address, for example by phone.",
            "Enter the right address in the portal.",
            "Send the invitation again.");
  }

  /** Returns {@code , related to …,} for a contact, in plain text; nothing for others. */
  static String relatedTo(BounceMail bounce) {
    String client = bounce.clientName();
    return client == null ? "" : ", related to " + MailText.name(client) + ",";
  }
}
