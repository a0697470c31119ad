package clientportal.notifications.mail;

import clientportal.platform.log.CountedFailure;
import clientportal.platform.log.Metric;
import java.util.Optional;

/** A mail was refused because of its content or its address: trying again is useless. */
public final class MailRefusedException extends RuntimeException implements CountedFailure {
  private static final long serialVersionUID = 1;

  private final String reason;

  public MailRefusedException(String reason) {
    super("the mail was refused: " + reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  @Override
  public Optional<Metric> metric() {
    return Optional.of(Metric.MAILS_REFUSED);
  }
}
