package clientportal.access.records;

import clientportal.access.decision.Membership;
import clientportal.access.decision.Role;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;

/** Writes and reads memberships of people in the staff of firms; nothing else writes them. */
public final class Memberships {
  private Memberships() {}

  /** Writes what decisions read about a staff member who has an active account. */
  public static Write put(FirmId firm, PersonId person, Membership membership) {
    return Write.put(toItem(firm, person, membership));
  }

  /** Writes the reference to the firm in the list of the firms that a person works for. */
  public static Write reference(FirmId firm, PersonId person) {
    return Write.put(
        Fields.of().with("firmId", firm.value()).at(TableKeys.personStaff(person, firm)));
  }

  static Item toItem(FirmId firm, PersonId person, Membership membership) {
    return Fields.of()
        .with("staffId", membership.staff().value())
        .with("name", membership.name())
        .with("role", membership.role().text())
        .with("webPortal", membership.webPortal())
        .with("enabled", membership.enabled())
        .at(TableKeys.membership(firm, person));
  }

  public static Membership fromItem(Item item) {
    Fields fields = item.fields();
    return new Membership(
        new StaffId(fields.text("staffId")),
        fields.text("name"),
        Role.of(fields.text("role")),
        fields.flag("webPortal"),
        fields.flag("enabled"));
  }
}
