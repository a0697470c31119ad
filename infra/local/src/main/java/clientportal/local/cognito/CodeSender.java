package clientportal.local.cognito;

/** Sends the mails that Cognito itself sends: sign-in codes and temporary passwords. */
public interface CodeSender {
  /**
   * Sends a mail with this code; what it throws is told as {@code CodeDeliveryFailureException}.
   */
  void send(String email, String code);
}
