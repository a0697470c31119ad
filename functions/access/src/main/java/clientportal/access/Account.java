package clientportal.access;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
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
 * @param invitations hashes of the last two invitation tokens that were sent, the newest last
 * @param verifications hashes of the last two verification tokens that were sent, the newest last
 */
public record Account(
    Holder holder,
    AccountStatus status,
    EmailAddress email,
    Instant invitedAt,
    Optional<Instant> activatedAt,
    Optional<PersonId> person,
    List<String> invitations,
    List<String> verifications,
    long revision) {

  private static final int VALID_TOKENS = 2;

  /** Starts an account with its first invitation. */
  public static Account invite(Holder holder, EmailAddress email, Instant now) {
    return new Account(
        holder,
        AccountStatus.INVITED,
        email,
        now,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        1);
  }

  /** Invites again one that was revoked or whose mail came back; earlier tokens end. */
  public Account inviteAgain(EmailAddress address, Instant now) {
    return new Account(
        holder,
        step(AccountStatus.Step.INVITE),
        address,
        now,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        revision + 1);
  }

  /** Joins the person who proved the mailbox; what was sent before opens nothing any more. */
  public Account activate(PersonId who, Instant now) {
    return new Account(
        holder,
        step(AccountStatus.Step.ACTIVATE),
        email,
        invitedAt,
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
        invitedAt,
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
        invitedAt,
        activatedAt,
        person,
        invitations,
        newest(verifications, tokenHash),
        revision + 1);
  }

  /** Tells whether the account waits for its holder to come in. */
  public boolean isOpen() {
    return status.after(AccountStatus.Step.ACTIVATE).isPresent();
  }

  private AccountStatus step(AccountStatus.Step step) {
    return status
        .after(step)
        .orElseThrow(
            () -> new IllegalStateException("no " + step + " of an account that is " + status));
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
        .with("invitedAt", invitedAt)
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
        fields.instant("invitedAt"),
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
    return Write.update(TableKeys.holder(holder))
        .set(
            Fields.of()
                .with(ACCOUNT_STATUS, status.text())
                .with(
                    "personId",
                    holderNamesPerson() ? person.map(PersonId::value) : Optional.empty())
                .build())
        .add(Item.REVISION, 1)
        .when(Condition.revision(holderRevision));
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
