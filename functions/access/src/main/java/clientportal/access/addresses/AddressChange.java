package clientportal.access.addresses;

import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.MailCause;
import clientportal.platform.http.Change;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a patch does to the email address of a client, contact or member, and what it means for the
 * account.
 *
 * <p>An account holder who is invited is invited again at the new address, and the old invitation
 * ends. An active account stays with the person who proved the old address until somebody proves
 * the new one, so staff can neither hand it over nor lock its holder out by mistake. The old
 * address is notified.
 *
 * @param before the address on file
 * @param confirmedBefore when that one was confirmed
 * @param account as it was read, if there ever was one
 */
public record AddressChange(
    Change<EmailAddress> patch,
    Optional<EmailAddress> before,
    Optional<Instant> confirmedBefore,
    Optional<Account> account) {

  /** What becomes of the account. */
  public sealed interface Outcome {

    /** Returns the account's status for the item of its holder. */
    default AccountStatus status(AccountStatus before) {
      return switch (this) {
        case Unchanged() -> before;
        case InvitedAnew(Account account) -> account.status();
        case Moving(Account account) -> account.status();
        case Staying(Account account) -> account.status();
        case Confirmed(Account account) -> account.status();
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

    /** Mails go to the address again, which they had not reached. */
    record Confirmed(Account account) implements Outcome {}
  }

  /** Returns the address on file afterwards. */
  public Optional<EmailAddress> after() {
    return patch.applyTo(before);
  }

  /**
   * Requires that the caller may change the address. It takes the web portal permission if there is
   * an account, or if there will be something to read for whoever gets one.
   *
   * @param anythingOpen whether anything is open to the client or contact; asked only if it decides
   */
  public void require(Reach reach, BooleanSupplier anythingOpen) {
    boolean decides = isChanged() && !reach.allows(Action.MANAGE_ACCOUNT);
    if (decides && (counting().isPresent() || anythingOpen.getAsBoolean())) {
      reach.require(Action.MANAGE_ACCOUNT);
    }
  }

  /**
   * Returns when the address on file afterwards was confirmed. Staff with the web portal permission
   * confirm the address that they name, whether it is another one or the one that is there.
   */
  public Optional<Instant> confirmedAt(Reach reach) {
    if (after().isEmpty()) {
      return Optional.empty();
    }
    boolean anew = isAnother() || reachedAgain(reach).isPresent();
    Optional<Instant> kept = anew ? Optional.empty() : confirmedBefore;
    return kept.or(() -> confirms(reach) ? Optional.of(reach.now()) : Optional.empty());
  }

  private boolean confirms(Reach reach) {
    return patch instanceof Change.Replaced<EmailAddress> && reach.allows(Action.MANAGE_ACCOUNT);
  }

  private boolean isChanged() {
    return !before.equals(after());
  }

  private boolean concernsAccount() {
    return isChanged() && counting().isPresent();
  }

  private Optional<Account> counting() {
    return account.filter(is -> is.status().counts());
  }

  /** Tells whether the address is another one, and not only another spelling. */
  public boolean isAnother() {
    return !before.map(EmailAddress::canonical).equals(after().map(EmailAddress::canonical));
  }

  /**
   * Decides what becomes of the account.
   *
   * @throws ProblemException {@code email-required} if an account would be left without an address;
   *     {@code too-many-requests} if staff caused too many mails about the account
   */
  public Outcome outcome(Reach reach) {
    return reachedAgain(reach)
        .<Outcome>map(is -> new Outcome.Confirmed(is.confirm(reach.now())))
        .orElseGet(() -> outcome(reach.now()));
  }

  /** Returns the account, if mails did not reach the address, which the caller confirms. */
  private Optional<Account> reachedAgain(Reach reach) {
    return counting()
        .filter(is -> !is.isReachable() && is.newEmail().isEmpty())
        .filter(is -> after().filter(is.email()::isSameAs).isPresent())
        .filter(_ -> confirms(reach));
  }

  private Outcome outcome(Instant now) {
    if (!concernsAccount()) {
      return new Outcome.Unchanged();
    }
    EmailAddress address =
        after()
            .orElseThrow(() ->
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
      return new Outcome.InvitedAnew(account.resend(address, MailCause.STAFF, now));
    }
    return account.email().isSameAs(address)
        ? new Outcome.Staying(account.stay())
        : new Outcome.Moving(account.moveTo(address, now));
  }
}
