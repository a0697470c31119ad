package clientportal.notifications;

/** A number cannot be sent text messages: trying again is useless. */
final class TextRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TextRefusedException(String reason) {
    super("the text message was refused: " + reason);
  }
}
