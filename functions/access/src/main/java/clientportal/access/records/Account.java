package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account that joins a person to a staff member, client, contact or member of portals.
 *
 * @param revision 1 when it is created; each transition counts one more
 */
public record Account(
    Holder holder,
    AccountStatus status,
    Address address,
    Sent sent,
    Activation activation,
    long revision) {

  /**
   * The addresses of an account.
   *
   * @param email the address that was invited; of an active account, the verified one
   * @param newEmail of an active account: the address that is on file now, which replaces {@code
   *     email} only when it is verified
   * @param unreachableSince of an active account: when a mail to {@code email} was found not to
   *     arrive; nothing more is mailed until staff change or confirm the address
   * @param confirmedAt when staff confirmed an address that mails had not reached
   */
  public record Address(
      EmailAddress email,
      Optional<EmailAddress> newEmail,
      Optional<Instant> unreachableSince,
      Optional<Instant> confirmedAt) {

    private Address(EmailAddress email) {
      this(email, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Address movingTo(EmailAddress other) {
      return new Address(email, Optional.of(other), unreachableSince, confirmedAt);
    }

    private Address staying() {
      return new Address(email, Optional.empty(), unreachableSince, confirmedAt);
    }

    private Address unreachable(Instant now) {
      return new Address(email, newEmail, Optional.of(now), confirmedAt);
    }

    private Address confirmed(Instant now) {
      return new Address(email, newEmail, Optional.empty(), Optional.of(now));
    }
  }

  /**
   * What was sent to the invited address.
   *
   * @param invitedAt when this address was first invited
   * @param resentAt when the invitation was last sent to it again
   * @param invitations hashes of the last two invitation tokens, the newest last
   * @param verifications hashes of the last two verification tokens, the newest last
   * @param mails about the account, to whatever address
   */
  public record Sent(
      Instant invitedAt,
      Optional<Instant> resentAt,
      List<String> invitations,
      List<String> verifications,
      MailBudgets mails) {

    private Sent(Instant invitedAt, MailBudgets mails) {
      this(invitedAt, Optional.empty(), List.of(), List.of(), mails);
    }

    private Sent again(Instant now, MailBudgets counted) {
      return new Sent(invitedAt, Optional.of(now), invitations, verifications, counted);
    }

    private Sent withoutTokens() {
      return new Sent(invitedAt, resentAt, List.of(), List.of(), mails);
    }

    private Sent withInvitation(String hash) {
      return new Sent(
          invitedAt, resentAt, ValidTokens.add(invitations, hash), verifications, mails);
    }

    private Sent withVerification(String hash) {
      return new Sent(
          invitedAt, resentAt, invitations, ValidTokens.add(verifications, hash), mails);
    }

    private Sent withMails(MailBudgets counted) {
      return new Sent(invitedAt, resentAt, invitations, verifications, counted);
    }
  }

  /**
   * When the account was last activated, and its person.
   *
   * @param person the person who activated the account; empty once it is revoked
   */
  public record Activation(Optional<Instant> at, Optional<PersonId> person) {
    private static final Activation NONE = new Activation(Optional.empty(), Optional.empty());
  }

  /** Starts an account with its first invitation. */
  public static Account invite(Holder holder, EmailAddress email, Instant now) {
    AccountStatus invited = step(AccountStatus.NONE, AccountStatus.Step.INVITE);
    Sent first = new Sent(now, MailBudgets.UNUSED);
    return new Account(holder, invited, new Address(email), first, Activation.NONE, 1);
  }

  /** Reopens a revoked account without sending a mail; keeps its mail budget and revision. */
  public Account startAgain(EmailAddress email, Instant now) {
    return startAgain(email, now, mails());
  }

  /**
   * Lets staff invite the holder of a revoked account again.
   *
   * @throws ProblemException {@code too-many-requests}
   */
  public Account inviteAgain(EmailAddress email, Instant now) {
    return startAgain(email, now, mails().require(MailCause.STAFF, now));
  }

  private Account startAgain(EmailAddress email, Instant now, MailBudgets mails) {
    Sent anew = new Sent(now, mails);
    return after(AccountStatus.Step.INVITE, new Address(email), anew, Activation.NONE);
  }

  /**
   * Starts the move of an active account to the address that is on file now. The account stays as
   * it is until that address is verified; earlier tokens end.
   *
   * @throws ProblemException {@code too-many-requests}
   */
  public Account moveTo(EmailAddress email, Instant now) {
    Sent anew = new Sent(now, mails().require(MailCause.STAFF, now));
    return after(AccountStatus.Step.MOVE, address.movingTo(email), anew, activation);
  }

  /** Cancels a move: the account keeps its address, and earlier tokens end. */
  public Account stay() {
    return after(AccountStatus.Step.MOVE, address.staying(), sent.withoutTokens(), activation);
  }

  /**
   * Sends the invitation again, to the same address or to the one that is on file now. Tokens that
   * were sent to another address end.
   *
   * @throws ProblemException {@code too-many-requests}
   */
  public Account resend(EmailAddress email, MailCause cause, Instant now) {
    MailBudgets mails = mails().require(cause, now);
    Sent next = email.isSameAs(invitedAddress()) ? sent.again(now, mails) : new Sent(now, mails);
    return newEmail().isPresent()
        ? after(AccountStatus.Step.MOVE, address.movingTo(email), next, activation)
        : after(AccountStatus.Step.RESEND, new Address(email), next, Activation.NONE);
  }

  /** Marks that the invitation did not arrive; its links stay valid in case it still does. */
  public Account bounce() {
    return after(AccountStatus.Step.BOUNCE, address, sent, activation);
  }

  /** Marks that mails to the address of an active account do not arrive. */
  public Account unreachable(Instant now) {
    return with(address.unreachable(now));
  }

  /** Marks that staff confirmed the address, so that mails go to it again. */
  public Account confirm(Instant now) {
    return with(address.confirmed(now));
  }

  /** Tells whether mails may reach the address, as far as is known. */
  public boolean isReachable() {
    return address.unreachableSince().isEmpty();
  }

  /**
   * Tells whether a mail was sent to the address that the account has now, since when it has it or
   * staff vouched for it last.
   */
  public boolean isOfAddress(Instant sentAt) {
    return Stream.of(
            Optional.of(lastInvitedAt()).filter(_ -> status != AccountStatus.ACTIVE),
            activatedAt().filter(_ -> status == AccountStatus.ACTIVE),
            address.confirmedAt())
        .flatMap(Optional::stream)
        .noneMatch(sentAt::isBefore);
  }

  /** Revokes the account: it has no person any more, and earlier tokens end. */
  public Account revoke() {
    return after(
        AccountStatus.Step.REVOKE,
        new Address(email()),
        sent.withoutTokens(),
        new Activation(activatedAt(), Optional.empty()));
  }

  /** Joins the person who verified the address; earlier tokens end. */
  public Account activate(PersonId verified, Instant now) {
    return after(
        newEmail().isPresent() ? AccountStatus.Step.MOVE : AccountStatus.Step.ACTIVATE,
        new Address(invitedAddress()),
        sent.withoutTokens(),
        new Activation(Optional.of(now), Optional.of(verified)));
  }

  public Account withInvitation(String tokenHash) {
    return with(sent.withInvitation(tokenHash));
  }

  public Account withVerification(String tokenHash) {
    return withVerification(tokenHash, mails());
  }

  /** Adds the token of a mail that was counted. */
  public Account withVerification(String tokenHash, MailBudgets counted) {
    return with(sent.withVerification(tokenHash).withMails(counted));
  }

  /**
   * Counts a mail about the account when only its holder changes.
   *
   * @throws ProblemException {@code too-many-requests}
   */
  public Account requireMail(MailCause cause, Instant now) {
    return with(sent.withMails(mails().require(cause, now)));
  }

  private Account with(Address next) {
    return new Account(holder, status, next, sent, activation, revision + 1);
  }

  private Account with(Sent next) {
    return new Account(holder, status, address, next, activation, revision + 1);
  }

  private Account after(
      AccountStatus.Step step, Address nextAddress, Sent nextSent, Activation nextActivation) {
    AccountStatus next = step(status, step);
    return new Account(holder, next, nextAddress, nextSent, nextActivation, revision + 1);
  }

  public EmailAddress email() {
    return address.email();
  }

  public Optional<EmailAddress> newEmail() {
    return address.newEmail();
  }

  /** Returns where invitations go. */
  public EmailAddress invitedAddress() {
    return newEmail().orElse(email());
  }

  public Instant invitedAt() {
    return sent.invitedAt();
  }

  /** Returns when the newest invitation was requested. */
  public Instant lastInvitedAt() {
    return sent.resentAt().orElse(sent.invitedAt());
  }

  public List<String> invitations() {
    return sent.invitations();
  }

  public List<String> verifications() {
    return sent.verifications();
  }

  /** Returns the mails that were lately caused about the account. */
  public MailBudgets mails() {
    return sent.mails();
  }

  public Optional<Instant> activatedAt() {
    return activation.at();
  }

  public Optional<PersonId> person() {
    return activation.person();
  }

  /** Tells whether the account waits for its activation, or for a new address to be verified. */
  public boolean isOpen() {
    return allows(AccountStatus.Step.ACTIVATE) || newEmail().isPresent();
  }

  /** Returns the keys of the account of a holder and of the holder's own item. */
  public static List<Key> keys(Holder holder) {
    return List.of(TableKeys.account(holder), TableKeys.holder(holder));
  }

  /**
   * Tells whether the holder may use the portal now, whatever the status of the account.
   *
   * @param items read with {@link #keys}
   */
  public boolean isPermitted(Items items) {
    return isPermitted(holder, items);
  }

  /**
   * Tells whether somebody may use the portal now, with an account: a staff member who is enabled,
   * a client of a kind that has accounts, a contact whose relationship has the permission, a
   * member, however many portals they are in.
   *
   * @param items read with {@link #keys}
   */
  public static boolean isPermitted(Holder holder, Items items) {
    return items
        .at(TableKeys.holder(holder))
        .filter(item ->
            switch (holder) {
              case Holder.Staff _ -> StaffMember.fromItem(item).enabled();
              case Holder.Member _ -> true;
              case Holder.Party(var _, Recipient.Client _) ->
                  Client.fromItem(item).kind().hasAccounts();
              case Holder.Party(var _, Recipient.Contact _) -> Contact.fromItem(item).webPortal();
            })
        .isPresent();
  }

  /** Tells whether a step is possible from the current status. */
  public boolean allows(AccountStatus.Step step) {
    return status.after(step).isPresent();
  }

  private static AccountStatus step(AccountStatus before, AccountStatus.Step step) {
    return before
        .after(step)
        .orElseThrow(
            () -> new IllegalStateException("no " + step + " of an account that is " + before));
  }

  public Item toItem() {
    return Fields.of()
        .with("holder", holder.toFields())
        .with("status", status.text())
        .with("email", email().value())
        .with("newEmail", newEmail().map(EmailAddress::value))
        .with("unreachableSince", address.unreachableSince())
        .with("confirmedAt", address.confirmedAt())
        .with("invitedAt", invitedAt())
        .with("resentAt", sent.resentAt())
        .with("activatedAt", activatedAt())
        .with("personId", person().map(PersonId::value))
        .withTexts("invitations", invitations())
        .withTexts("verifications", verifications())
        .withAll(mails().toFields())
        .with(Item.REVISION, revision)
        .at(TableKeys.account(holder));
  }

  public static Account fromItem(Item item) {
    Fields fields = item.fields();
    return new Account(
        Holder.fromFields(fields.map("holder")),
        AccountStatus.of(fields.text("status")),
        new Address(
            new EmailAddress(fields.text("email")),
            fields.optionalText("newEmail").map(EmailAddress::new),
            fields.optionalInstant("unreachableSince"),
            fields.optionalInstant("confirmedAt")),
        new Sent(
            fields.instant("invitedAt"),
            fields.optionalInstant("resentAt"),
            fields.texts("invitations"),
            fields.texts("verifications"),
            MailBudgets.fromFields(fields)),
        new Activation(
            fields.optionalInstant("activatedAt"),
            fields.optionalText("personId").map(PersonId::new)),
        fields.number(Item.REVISION));
  }

  /** Writes a new account; the holder's item, written in the same transaction, has its status. */
  public Write create() {
    return Write.create(toItem());
  }

  /** Replaces the account from which this one was made by a single transition. */
  public Write replace() {
    return Write.replace(toItem(), revision - 1);
  }

  /** Replaces the account that was read with {@code readRevision}. */
  public Write replace(long readRevision) {
    return Write.replace(toItem(), readRevision);
  }

  /**
   * Copies the status to the holder's item, where lists read it.
   *
   * @param holderRevision the revision of the holder's item on which the caller decided
   */
  public Write copyToHolder(long holderRevision) {
    return copy().when(Condition.revision(holderRevision));
  }

  /**
   * Copies the status to the item of a client or contact whose address staff confirmed by inviting
   * them.
   *
   * @param holderRevision the revision of the holder's item on which the caller decided
   */
  public Write copyToHolder(long holderRevision, Instant emailConfirmedAt) {
    return copy()
        .set(Fields.of().with(EMAIL_CONFIRMED_AT, emailConfirmedAt).build())
        .when(Condition.revision(holderRevision));
  }

  private Write.UpdateBuilder copy() {
    Write.UpdateBuilder copy =
        Write.update(TableKeys.holder(holder))
            .set(Fields.of().with(ACCOUNT_STATUS, status.text()).build())
            .add(Item.REVISION, 1);
    if (holderNamesPerson()) {
      copy.set(Fields.of().with("personId", person().map(PersonId::value)).build(), "personId");
    }
    return copy;
  }

  /** Items of holders name the person, but for a client's: only its account does. */
  private boolean holderNamesPerson() {
    return !(holder instanceof Holder.Party(ClientPath _, Recipient.Client _));
  }

  /** The attribute of the holder's item that copies the account's status. */
  public static final String ACCOUNT_STATUS = "accountStatus";

  /** The attribute of a client's or contact's item that says when staff confirmed its address. */
  static final String EMAIL_CONFIRMED_AT = "emailConfirmedAt";

  /** Returns the status that a holder's item carries. */
  public static AccountStatus statusOf(Fields holderItem) {
    return holderItem
        .optionalText(ACCOUNT_STATUS)
        .map(AccountStatus::of)
        .orElse(AccountStatus.NONE);
  }
}
