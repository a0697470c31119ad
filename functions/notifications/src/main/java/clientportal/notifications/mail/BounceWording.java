package clientportal.notifications.mail;

import java.util.List;

/** What a mail says of another that did not arrive. */
final class BounceWording {
  private BounceWording() {}

  static String why(BounceReason why) {
    return switch (why) {
      case REFUSED -> "It could not be sent: no mail can be sent to such an address.";
      case BOUNCED -> "It came back: there is no such mailbox, or it takes no mail from us.";
      case UNWANTED -> "It was reported as unwanted. We send no more mail to this address.";
      case REJECTED -> "It was not sent, because it was taken for harmful.";
    };
  }

  /** Returns what can be done; the address of a staff member stays as it is. */
  static List<String> steps(BounceMail bounce) {
    return bounce.staff()
        ? List.of(
            "Ask for the right address, by another way.",
            "Add the person with that address.",
            "Disable the member of the staff whom you invited first.")
        : List.of(
            "Ask for the right address, by another way.",
            "Put it on file.",
            "Send the invitation again.");
  }

  /** {@code , related to …,} of a contact, in plain text; nothing of others. */
  static String relatedTo(BounceMail bounce) {
    String client = bounce.clientName();
    return client == null ? "" : ", related to " + MailText.name(client) + ",";
  }
}
