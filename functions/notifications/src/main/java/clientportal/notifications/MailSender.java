package clientportal.notifications;

/** The way out for mail. */
interface MailSender {

  /**
   * Hands a mail over to be delivered.
   *
   * @param firmName in whose name it is sent
   * @throws MailRefusedException if it would be refused again, however often it is tried
   */
  void send(String firmName, String address, Mail mail);
}
