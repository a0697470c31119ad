package clientportal.local.messaging;

/** Whether an SES account may send. */
public enum SesAccount {
  SENDING,
  /** Sends too many mails per second: {@code TooManyRequestsException}. */
  THROTTLED,
  /** {@code SendingPausedException}. */
  PAUSED,
  /** {@code AccountSuspendedException}. */
  SUSPENDED;

  void requireSending() {
    switch (this) {
      case SENDING -> {}
      case THROTTLED ->
          throw new Refusal(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
      case PAUSED ->
          throw new Refusal(
              400,
              "SendingPausedException",
              "The account's ability to send email is currently paused.");
      case SUSPENDED ->
          throw new Refusal(
              400,
              "AccountSuspendedException",
              "The account's ability to send email has been permanently restricted.");
    }
  }
}
