package clientportal.notifications.mail;

import java.util.Map;

/** Sends mails. */
public interface MailSender {

  /**
   * Hands over a mail for delivery.
   *
   * @param tags repeated in reports about the mail; only ids
   * @throws MailRefusedException if every further try would be refused too
   */
  void send(Sender sender, String address, Mail mail, Map<String, String> tags);

  /** Hands over a mail about which no report is needed. */
  default void send(Sender sender, String address, Mail mail) {
    send(sender, address, mail, Map.of());
  }
}
