package clientportal.access.records;

import clientportal.access.decision.PortalMember;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person who is let into portals, known to the firm once, however many portals they are in.
 *
 * @param person the person who activated the account, if it is active
 */
public record Member(
    FirmId firm,
    MemberId id,
    String name,
    EmailAddress email,
    AccountStatus account,
    Optional<PersonId> person,
    Instant createdAt,
    long revision) {

  /** Returns a member without an account. */
  public static Member create(
      FirmId firm, MemberId id, String name, EmailAddress email, Instant now) {
    return new Member(firm, id, name, email, AccountStatus.NONE, Optional.empty(), now, 1);
  }

  public Holder.Member holder() {
    return new Holder.Member(firm, id);
  }

  /** Returns what decisions read about this member. */
  public PortalMember portalMember() {
    return new PortalMember(id, name);
  }

  /** Changes the details, and the account's status that follows from them. */
  public Member withDetails(String otherName, EmailAddress otherEmail, AccountStatus status) {
    return new Member(firm, id, otherName, otherEmail, status, person, createdAt, revision + 1);
  }

  /** Creates the member, unless another one of the firm has the address. */
  public List<Write> create() {
    return List.of(Write.create(toItem()), ownAddress());
  }

  /** Makes the member the one with this address, unless another one of the firm is. */
  public Write ownAddress() {
    return ownAddress(holder(), email);
  }

  /** Makes a member the one with an address, unless another one of the firm is. */
  public static Write ownAddress(Holder.Member member, EmailAddress email) {
    return Write.create(
        Fields.of()
            .with("memberId", member.member().value())
            .at(PortalKeys.memberAddress(member.firm(), email)));
  }

  /** Updates only the details of the stored member, which must be the one before. */
  public Write saveDetails() {
    return Write.update(PortalKeys.member(firm, id))
        .set(details().build())
        .when(Condition.revision(revision - 1));
  }

  /** Returns the member with an address, from the item at {@link PortalKeys#memberAddress}. */
  public static MemberId idOf(Item address) {
    return new MemberId(address.fields().text("memberId"));
  }

  private Fields.Builder details() {
    return Fields.of()
        .with("name", name)
        .with("email", email.value())
        .with(Account.ACCOUNT_STATUS, account.text())
        .with(Item.REVISION, revision)
        .with("namesSort", TableKeys.nameSort(name, id.value()));
  }

  public Item toItem() {
    return details()
        .with("personId", person.map(PersonId::value))
        .with("createdAt", createdAt)
        .with("namesPartition", PortalKeys.memberNames(firm))
        .at(PortalKeys.member(firm, id));
  }

  public static Member fromItem(Item item) {
    Fields fields = item.fields();
    return new Member(
        TableKeys.firmOf(item.key()),
        PortalKeys.memberOf(item.key()),
        fields.text("name"),
        new EmailAddress(fields.text("email")),
        Account.statusOf(fields),
        fields.optionalText("personId").map(PersonId::new),
        fields.instant("createdAt"),
        fields.number(Item.REVISION));
  }
}
