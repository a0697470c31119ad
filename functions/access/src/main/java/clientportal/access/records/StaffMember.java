package clientportal.access.records;

import clientportal.access.decision.Membership;
import clientportal.access.decision.Role;
import clientportal.access.ids.Absence;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who works for a firm.
 *
 * @param person the person who activated the account, if it is active
 * @param absence the last that was set; it may be over
 * @param noticeMails what they have chosen
 */
public record StaffMember(
    FirmId firm,
    StaffId id,
    String name,
    EmailAddress email,
    Role role,
    boolean webPortal,
    boolean enabled,
    AccountStatus account,
    Optional<PersonId> person,
    Instant createdAt,
    Optional<Absence> absence,
    NoticeMails noticeMails,
    long revision) {

  public Holder.Staff holder() {
    return new Holder.Staff(firm, id);
  }

  /** Returns what decisions read about this staff member. */
  public Membership membership() {
    return new Membership(id, name, role, webPortal, enabled);
  }

  /** Tells whether this is an administrator who is enabled and has signed in. */
  public boolean isActiveAdministrator() {
    return isActive() && role == Role.ADMINISTRATOR;
  }

  /** Tells whether the staff member is enabled and has signed in. */
  public boolean isActive() {
    return enabled && account == AccountStatus.ACTIVE;
  }

  /** Changes role, portal permission and whether the staff member is enabled. */
  public StaffMember withPlace(Role otherRole, boolean portal, boolean isEnabled) {
    return new StaffMember(
        firm,
        id,
        name,
        email,
        otherRole,
        portal,
        isEnabled,
        account,
        person,
        createdAt,
        absence,
        noticeMails,
        revision + 1);
  }

  /** Changes how notices are mailed to the staff member, together with another change. */
  public StaffMember withNoticeMails(NoticeMails other) {
    return new StaffMember(
        firm, id, name, email, role, webPortal, enabled, account, person, createdAt, absence, other,
        revision);
  }

  /** Sets an absence, or ends it. */
  public StaffMember withAbsence(Optional<Absence> other) {
    return absence(other, revision + 1);
  }

  /** Returns the staff member as of an instant: without an absence that is over. */
  public StaffMember at(Instant now) {
    return absence(absence.filter(is -> !is.isOver(now)), revision);
  }

  private StaffMember absence(Optional<Absence> other, long otherRevision) {
    return new StaffMember(
        firm,
        id,
        name,
        email,
        role,
        webPortal,
        enabled,
        account,
        person,
        createdAt,
        other,
        noticeMails,
        otherRevision);
  }

  /** Copies another status of the account. */
  public StaffMember withAccount(AccountStatus status) {
    return new StaffMember(
        firm,
        id,
        name,
        email,
        role,
        webPortal,
        enabled,
        status,
        person,
        createdAt,
        absence,
        noticeMails,
        revision);
  }

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("email", email.value())
        .with("role", role.text())
        .with("webPortal", webPortal)
        .with("enabled", enabled)
        .with(Account.ACCOUNT_STATUS, account.text())
        .with("personId", person.map(PersonId::value))
        .with("createdAt", createdAt)
        .with("absence", absence.map(Absence::toFields))
        .with("noticeMails", noticeMails.text())
        .with(Item.REVISION, revision)
        .with("namesPartition", TableKeys.staffNames(firm))
        .with("namesSort", TableKeys.nameSort(name, id.value()))
        .at(TableKeys.staff(firm, id));
  }

  public static StaffMember fromItem(Item item) {
    Fields fields = item.fields();
    return new StaffMember(
        TableKeys.firmOf(item.key()),
        TableKeys.staffOf(item.key()),
        fields.text("name"),
        new EmailAddress(fields.text("email")),
        Role.of(fields.text("role")),
        fields.flag("webPortal"),
        fields.flag("enabled"),
        Account.statusOf(fields),
        fields.optionalText("personId").map(PersonId::new),
        fields.instant("createdAt"),
        fields.optionalMap("absence").map(Absence::fromFields),
        NoticeMails.of(fields.optionalText("noticeMails")),
        fields.number(Item.REVISION));
  }
}
