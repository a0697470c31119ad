package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;

/**
 * The active administrators of a firm: enabled staff members with the role who have signed in. The
 * firm counts them, so that the last one stays, and lists them, so that all can be notified.
 */
public final class Administrators {
  private Administrators() {}

  /** Adds a staff member who has become an active administrator. */
  public static List<Write> add(StaffMember member) {
    return List.of(
        Write.put(Fields.of().with("staffId", member.id().value()).at(key(member))),
        Firm.countAdministrators(member.firm(), 1, Condition.present()));
  }

  /** Removes one of the administrators that a firm has, unless others are removed at the moment. */
  public static List<Write> remove(StaffMember member, Firm firm) {
    return List.of(
        Write.delete(key(member)),
        Firm.countAdministrators(
            firm.id(), -1, Condition.equal(Firm.ADMINISTRATORS, firm.administrators())));
  }

  private static Key key(StaffMember member) {
    return TableKeys.administrator(member.firm(), member.id());
  }

  /** Returns the ids of all of a firm. */
  public static List<StaffId> of(FirmId firm, Table table) {
    Query query = Query.of(Query.Index.TABLE, TableKeys.administrators(firm)).consistently();
    return table.all(query).stream()
        .map(item -> new StaffId(item.fields().text("staffId")))
        .toList();
  }
}
