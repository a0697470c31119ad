package clientportal.demo;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that a person gets after this is made. */
final class Inbox {
  /** A link's token, in its fragment. */
  static final Pattern INVITATION = Pattern.compile("/invitation#([A-Za-z0-9_-]{43,})");

  static final Pattern VERIFICATION = Pattern.compile("/verify#([A-Za-z0-9_-]{43,})");

  /** Cognito's code to sign in, on a line of its own. */
  static final Pattern CODE = Pattern.compile("(?m)^(\\d{6,8})$");

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final LocalPortal portal;
  private final String email;
  private final int seen;

  private Inbox(LocalPortal portal, String email, int seen) {
    this.portal = portal;
    this.email = email;
    this.seen = seen;
  }

  static Inbox of(LocalPortal portal, Visitor visitor) throws InterruptedException {
    return new Inbox(portal, visitor.email(), portal.mails(visitor.email()).size());
  }

  /** Waits for a mail with this in it, and returns its first group. */
  String await(Pattern pattern) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<String> mails = portal.mails(email);
      for (String mail : mails.subList(Math.min(seen, mails.size()), mails.size())) {
        Matcher matcher = pattern.matcher(mail);
        if (matcher.find()) {
          return matcher.group(1);
        }
      }
      Thread.sleep(PAUSE);
    }
    throw new DemoFault(
        "the mail to " + email + " did not arrive within " + PATIENCE.toSeconds() + " s");
  }
}
