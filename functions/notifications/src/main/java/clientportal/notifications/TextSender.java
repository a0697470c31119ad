package clientportal.notifications;

/** Sends text messages. */
interface TextSender {

  /**
   * Hands over a text message for delivery.
   *
   * @param phone E.164
   * @throws TextRefusedException if the number cannot be sent text messages
   */
  void send(String phone, String text);
}
