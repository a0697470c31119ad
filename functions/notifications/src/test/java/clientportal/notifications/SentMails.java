package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailRefusedException;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Mails that were sent. */
final class SentMails implements MailSender {
  private final List<Sent> sent = new ArrayList<>();
  private Predicate<String> refused = _ -> false;
  private Predicate<String> failing = _ -> false;

  record Sent(Sender sender, String address, Mail mail, Map<String, String> tags) {
    /** Returns the token of the link in the mail. */
    String token() {
      String link =
          mail.text().lines().filter(line -> line.startsWith("https://")).findFirst().orElseThrow();
      return link.substring(link.indexOf('#') + 1);
    }
  }

  /** Has SES refuse some addresses, and fail for others. */
  void refuse(Predicate<String> addresses) {
    refused = addresses;
  }

  void fail(Predicate<String> addresses) {
    failing = addresses;
  }

  /** Each mail of the firm has its address for answers, whatever the mail is about. */
  @Override
  public void send(Sender sender, String address, Mail mail, Map<String, String> tags) {
    Sender named = new Sender(sender.letterhead(), sender.replyTo(), Optional.empty());
    assertThat(named).isIn(Scene.MEYER, Scene.OF_SECOND, Sender.PORTAL);
    assertThat(sender.firm().isPresent()).isNotEqualTo(named.equals(Sender.PORTAL));
    if (refused.test(address)) {
      throw new MailRefusedException("MessageRejectedException");
    }
    if (failing.test(address)) {
      throw new IllegalStateException("SES is not to be reached");
    }
    sent.add(new Sent(named, address, mail, Map.copyOf(tags)));
  }

  List<Sent> all() {
    return List.copyOf(sent);
  }

  List<String> subjects() {
    return sent.stream().map(mail -> mail.mail().subject()).toList();
  }
}
