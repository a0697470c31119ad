package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What joins a person to a staff member, client or contact.
 *
 * @param email where the holder's mailbox is: where the invitation went, then what was proved
 * @param newEmail of an active account: the address on file since, which takes the place of {@code
 *     email} when its owner proves it, and not before
 * @param invitedAt when this address was invited first
 * @param resentAt when the invitation was sent to it once more, the last time
 * @param invitations hashes of the last two invitation tokens that were sent, the newest last
 * @param verifications hashes of the last two verification tokens that were sent, the newest last
 */
public record Account(
    Holder holder,
    AccountStatus status,
    EmailAddress email,
    Optional<EmailAddress> newEmail,
    Instant invitedAt,
    Optional<Instant> resentAt,
    Optional<Instant> activatedAt,
    Optional<PersonId> person,
    List<String> invitations,
    List<String> verifications,
    long revision) {

  private static final int VALID_TOKENS = 2;

  /** An account whose invitation was sent once, and that stays where it is. */
  public Account(
      Holder holder,
      AccountStatus status,
      EmailAddress email,
      Instant invitedAt,
      Optional<Instant> activatedAt,
      Optional<PersonId> person,
      List<String> invitations,
      List<String> verifications,
      long revision) {
    this(
        holder,
        status,
        email,
        Optional.empty(),
        invitedAt,
        Optional.empty(),
        activatedAt,
        person,
        invitations,
        verifications,
        revision);
  }

  /** Starts an account with its first invitation. */
  public static Account invite(Holder holder, EmailAddress email, Instant now) {
    return new Account(
        holder,
        step(AccountStatus.NONE, AccountStatus.Step.INVITE),
        email,
        now,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        1);
  }

  /** Invites anew one that was revoked; nothing of what was before is left but the revision. */
  public Account inviteAgain(EmailAddress address, Instant now) {
    return new Account(
        holder,
        step(status, AccountStatus.Step.INVITE),
        address,
        now,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        revision + 1);
  }

  /**
   * Starts the move of an active account to the address that is on file now. Nothing changes for
   * the person who has the account until somebody proves that address; earlier tokens end.
   */
  public Account moveTo(EmailAddress address, Instant now) {
    return moving(Optional.of(address), now);
  }

  /** Ends a move that was started: the account stays where it is. */
  public Account stay() {
    return moving(Optional.empty(), invitedAt);
  }

  private Account moving(Optional<EmailAddress> address, Instant asked) {
    return new Account(
        holder,
        step(status, AccountStatus.Step.MOVE),
        email,
        address,
        asked,
        address.isPresent() ? Optional.empty() : resentAt,
        activatedAt,
        person,
        List.of(),
        List.of(),
        revision + 1);
  }

  /**
   * Sends the invitation once more, to the same address or to the one that is on file by now. What
   * was sent to another address opens nothing any more.
   */
  public Account resend(EmailAddress address, Instant now) {
    boolean same = address.isSameAs(invitedAddress());
    boolean moves = newEmail.isPresent();
    return new Account(
        holder,
        step(status, moves ? AccountStatus.Step.MOVE : AccountStatus.Step.RESEND),
        moves ? email : address,
        newEmail.map(_ -> address),
        same ? invitedAt : now,
        same ? Optional.of(now) : Optional.empty(),
        moves ? activatedAt : Optional.empty(),
        moves ? person : Optional.empty(),
        same ? invitations : List.of(),
        same ? verifications : List.of(),
        revision + 1);
  }

  /** Notes that the invitation did not arrive; its links would still work, should it after all. */
  public Account bounce() {
    return new Account(
        holder,
        step(status, AccountStatus.Step.BOUNCE),
        email,
        newEmail,
        invitedAt,
        resentAt,
        activatedAt,
        person,
        invitations,
        verifications,
        revision + 1);
  }

  /** Takes the account away: nobody is joined by it, and nothing that was sent opens it. */
  public Account revoke() {
    return new Account(
        holder,
        step(status, AccountStatus.Step.REVOKE),
        email,
        Optional.empty(),
        invitedAt,
        resentAt,
        activatedAt,
        Optional.empty(),
        List.of(),
        List.of(),
        revision + 1);
  }

  /** Joins the person who proved the mailbox; what was sent before opens nothing any more. */
  public Account activate(PersonId who, Instant now) {
    return new Account(
        holder,
        step(status, newEmail.isPresent() ? AccountStatus.Step.MOVE : AccountStatus.Step.ACTIVATE),
        invitedAddress(),
        Optional.empty(),
        invitedAt,
        resentAt,
        Optional.of(now),
        Optional.of(who),
        List.of(),
        List.of(),
        revision + 1);
  }

  public Account withInvitation(String tokenHash) {
    return new Account(
        holder,
        status,
        email,
        newEmail,
        invitedAt,
        resentAt,
        activatedAt,
        person,
        newest(invitations, tokenHash),
        verifications,
        revision + 1);
  }

  public Account withVerification(String tokenHash) {
    return new Account(
        holder,
        status,
        email,
        newEmail,
        invitedAt,
        resentAt,
        activatedAt,
        person,
        invitations,
        newest(verifications, tokenHash),
        revision + 1);
  }

  /** Returns when the newest invitation was asked for. */
  public Instant lastInvitedAt() {
    return resentAt.orElse(invitedAt);
  }

  /** Tells whether the account waits for its holder to come in, or to prove a new address. */
  public boolean isOpen() {
    return allows(AccountStatus.Step.ACTIVATE) || newEmail.isPresent();
  }

  /** Returns where invitations go. */
  public EmailAddress invitedAddress() {
    return newEmail.orElse(email);
  }

  /** Tells whether a step is possible as the account stands. */
  public boolean allows(AccountStatus.Step step) {
    return status.after(step).isPresent();
  }

  private static AccountStatus step(AccountStatus before, AccountStatus.Step step) {
    return before
        .after(step)
        .orElseThrow(
            () -> new IllegalStateException("no " + step + " of an account that is " + before));
  }

  private static List<String> newest(List<String> hashes, String hash) {
    List<String> all = new ArrayList<>(hashes);
    all.add(hash);
    return List.copyOf(all.subList(Math.max(0, all.size() - VALID_TOKENS), all.size()));
  }

  public Item toItem() {
    return Fields.of()
        .with("holder", holder.toFields())
        .with("status", status.text())
        .with("email", email.value())
        .with("newEmail", newEmail.map(EmailAddress::value))
        .with("invitedAt", invitedAt)
        .with("resentAt", resentAt)
        .with("activatedAt", activatedAt)
        .with("personId", person.map(PersonId::value))
        .withTexts("invitations", invitations)
        .withTexts("verifications", verifications)
        .with(Item.REVISION, revision)
        .at(TableKeys.account(holder));
  }

  public static Account fromItem(Item item) {
    Fields fields = item.fields();
    return new Account(
        Holder.fromFields(fields.map("holder")),
        AccountStatus.of(fields.text("status")),
        new EmailAddress(fields.text("email")),
        fields.optionalText("newEmail").map(EmailAddress::new),
        fields.instant("invitedAt"),
        fields.optionalInstant("resentAt"),
        fields.optionalInstant("activatedAt"),
        fields.optionalText("personId").map(PersonId::new),
        fields.texts("invitations"),
        fields.texts("verifications"),
        fields.number(Item.REVISION));
  }

  /**
   * Writes a new account; the item of its holder, written in the same transaction, has its status.
   */
  public Write create() {
    return Write.create(toItem());
  }

  /** Writes the account over the one that it was made from. */
  public Write replace() {
    return Write.replace(toItem(), revision - 1);
  }

  /**
   * Writes the account over the one that was read.
   *
   * @param readRevision of that one
   */
  public Write replace(long readRevision) {
    return Write.replace(toItem(), readRevision);
  }

  /**
   * Copies the status to the holder's item, where lists read it.
   *
   * @param holderRevision of the holder's item as it was read: what it says was decided on
   */
  public Write copyToHolder(long holderRevision) {
    Write.UpdateBuilder copy =
        Write.update(TableKeys.holder(holder))
            .set(Fields.of().with(ACCOUNT_STATUS, status.text()).build())
            .add(Item.REVISION, 1);
    if (holderNamesPerson()) {
      person.ifPresentOrElse(
          who -> copy.set(Fields.of().with("personId", who.value()).build()),
          () -> copy.remove("personId"));
    }
    return copy.when(Condition.revision(holderRevision));
  }

  /** The items of staff members and contacts say who came in; of a client only the account does. */
  private boolean holderNamesPerson() {
    return !(holder instanceof Holder.Party(ClientPath _, Recipient.Client _));
  }

  /** The attribute of the holder's item that has the account's status. */
  public static final String ACCOUNT_STATUS = "accountStatus";

  /** Returns the status that a holder's item carries. */
  public static AccountStatus statusOf(Fields holderItem) {
    return holderItem
        .optionalText(ACCOUNT_STATUS)
        .map(AccountStatus::of)
        .orElse(AccountStatus.NONE);
  }
}
