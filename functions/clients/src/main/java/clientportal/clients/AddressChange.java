package clientportal.clients;

import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of the email address of a client or contact, and what it means for the account.
 *
 * <p>An account holder who is invited is invited again at the new address, and the old invitation
 * ends. An active account stays with the person who proved the old address until somebody proves
 * the new one, so staff can neither hand it over nor lock its holder out by mistake. The old
 * address is notified.
 *
 * @param account as it was read, if there ever was one
 */
record AddressChange(
    Optional<EmailAddress> before, Optional<EmailAddress> after, Optional<Account> account) {

  /** What becomes of the account. */
  sealed interface Outcome {

    /** Returns the account's status for the item of its holder. */
    default AccountStatus status(AccountStatus before) {
      return switch (this) {
        case Unchanged() -> before;
        case InvitedAnew(Account account) -> account.status();
        case Moving(Account account) -> account.status();
        case Staying(Account account) -> account.status();
      };
    }

    /** It stays as it is. */
    record Unchanged() implements Outcome {}

    /** The holder is invited again, at the new address. */
    record InvitedAnew(Account account) implements Outcome {}

    /** The account moves once the new address is proved; the old one is notified. */
    record Moving(Account account) implements Outcome {}

    /** The proved address is on file again, so a pending move ends. */
    record Staying(Account account) implements Outcome {}
  }

  /** Tells whether the caller must be permitted to manage accounts. */
  boolean concernsAccount() {
    return !before.equals(after) && counting().isPresent();
  }

  private Optional<Account> counting() {
    return account.filter(is -> is.status().counts());
  }

  /** Tells whether the address is another one, and not only another spelling. */
  boolean isAnother() {
    return !before.map(EmailAddress::canonical).equals(after.map(EmailAddress::canonical));
  }

  /**
   * Decides what becomes of the account.
   *
   * @throws ProblemException {@code email-required} if an account would be left without an address
   */
  Outcome outcome(Instant now) {
    if (!concernsAccount()) {
      return new Outcome.Unchanged();
    }
    EmailAddress address =
        after.orElseThrow(() ->
            new ProblemException(
                ProblemType.EMAIL_REQUIRED,
                "There is an account. Revoke it first, then remove the address."));
    return outcome(counting().orElseThrow(), address, now);
  }

  private static Outcome outcome(Account account, EmailAddress address, Instant now) {
    if (account.invitedAddress().isSameAs(address)) {
      return new Outcome.Unchanged();
    }
    if (account.status() != AccountStatus.ACTIVE) {
      return new Outcome.InvitedAnew(account.resend(address, now));
    }
    return account.email().isSameAs(address)
        ? new Outcome.Staying(account.stay())
        : new Outcome.Moving(account.moveTo(address, now));
  }
}
