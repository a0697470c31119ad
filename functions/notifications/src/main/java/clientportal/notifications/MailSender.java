package clientportal.notifications;

/** The way out for mail. */
interface MailSender {

  /**
   * Hands a mail over to be delivered.
   *
   * @param firmName in whose name it is sent
   */
  void send(String firmName, String address, Mail mail);
}
