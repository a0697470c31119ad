package clientportal.notifications.mail;

import java.util.Map;

/** Sends mails. */
public interface MailSender {

  /**
   * Hands over a mail for delivery.
   *
   * @param firmName the name of the sender
   * @param tags repeated in reports about the mail; only ids
   * @throws MailRefusedException if every further try would be refused too
   */
  void send(String firmName, String address, Mail mail, Map<String, String> tags);

  /** Hands over a mail about which no report is needed. */
  default void send(String firmName, String address, Mail mail) {
    send(firmName, address, mail, Map.of());
  }
}
