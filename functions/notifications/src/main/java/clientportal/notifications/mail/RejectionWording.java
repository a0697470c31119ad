package clientportal.notifications.mail;

import clientportal.access.events.RejectionCode;

/** Says why a file was not accepted, and what its uploader can do. */
public final class RejectionWording {
  private RejectionWording() {}

  public static String why(RejectionCode code) {
    return switch (code) {
      case CONTENT_MISMATCH ->
          "It did not arrive as it was sent, or was changed while it was being sent."
              + " Please upload it again.";
      case CONTENT_TYPE_MISMATCH ->
          "Its content is not what its type says, or it is a program."
              + " Please open the file, save it again and upload the new one.";
    };
  }
}
