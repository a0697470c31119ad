package clientportal.notifications.mail;

import java.util.Map;

/** The way out for mail. */
public interface MailSender {

  /**
   * Hands a mail over to be delivered.
   *
   * @param firmName in whose name it is sent
   * @param tags what is reported again with what becomes of the mail: ids alone
   * @throws MailRefusedException if it would be refused again, however often it is tried
   */
  void send(String firmName, String address, Mail mail, Map<String, String> tags);

  /** Hands over a mail of which nobody asks what becomes of it. */
  default void send(String firmName, String address, Mail mail) {
    send(firmName, address, mail, Map.of());
  }
}
