package clientportal.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Text messages that were sent. */
final class SentTexts implements TextSender {
  private final List<Sent> sent = new ArrayList<>();
  private Predicate<String> refused = _ -> false;
  private Predicate<String> failing = _ -> false;

  record Sent(String phone, String text) {}

  /** Has SNS refuse some numbers, and fail for others. */
  void refuse(Predicate<String> phones) {
    refused = phones;
  }

  void fail(Predicate<String> phones) {
    failing = phones;
  }

  @Override
  public void send(String phone, String text) {
    if (refused.test(phone)) {
      throw new TextRefusedException("opted out");
    }
    if (failing.test(phone)) {
      throw new IllegalStateException("SNS is not to be reached");
    }
    sent.add(new Sent(phone, text));
  }

  List<Sent> all() {
    return List.copyOf(sent);
  }
}
