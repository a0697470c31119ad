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
      case UNSIGNED_HEADER ->
          "It was sent in another way than the portal asks for. Please upload it again in a"
              + " browser.";
      case PERMISSION_ENDED ->
          "When it arrived, whoever uploaded it was no longer allowed to upload to this folder.";
      case THREATS_FOUND ->
          "It contains malware, such as a virus. Please do not send it in another way, and have the"
              + " computer that it comes from checked.";
      case CANNOT_BE_SCANNED ->
          "It could not be checked for malware, because it has a password or is too large."
              + " Please upload it without a password, or in smaller files.";
      case SCAN_DENIED, SCAN_FAILED ->
          "It could not be checked for malware, for a reason that is not yours."
              + " Please upload it again.";
    };
  }
}
