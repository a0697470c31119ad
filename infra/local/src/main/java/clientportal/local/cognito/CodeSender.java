package clientportal.local.cognito;

/** Sends the mails that Cognito itself sends: sign-in codes and temporary passwords. */
public interface CodeSender {
  /** Sends the code; an exception reaches the caller as {@code CodeDeliveryFailureException}. */
  void send(String email, String code);
}
