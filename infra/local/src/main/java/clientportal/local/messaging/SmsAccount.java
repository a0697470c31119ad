package clientportal.local.messaging;

/**
 * Whether an account may send text messages.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">quotas of SNS</a>
 */
public enum SmsAccount {
  SENDING,
  /** Sends too many a second: {@code Throttled}. */
  THROTTLED,
  /** Has spent its limit of the month: messages are accepted, but none is delivered. */
  SPENT
}
