package clientportal.firms;

import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Teams;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a staff member is responsible for and that passes to a successor. Each has a row
 * with the staff member, in the partition of {@link TableKeys#responsibilities}.
 */
sealed interface Responsibility {

  /** The staff member is in the team of a client. */
  record OfClient(ClientPath client) implements Responsibility {
    @Override
    public Key key() {
      return TableKeys.client(client);
    }

    /** A successor who is in the team already stays in it once. */
    @Override
    public List<Write> passOn(StaffId from, StaffId to, Items items, Recorder recorder) {
      Client before = Client.fromItem(items.require(key()));
      if (!before.team().contains(from)) {
        return List.of();
      }
      List<StaffId> team =
          before.team().stream()
              .flatMap(member ->
                  !member.equals(from)
                      ? Stream.of(member)
                      : before.team().contains(to) ? Stream.of() : Stream.of(to))
              .toList();
      return Teams.change(before, before.withTeam(team), recorder);
    }
  }

  /** Returns what the row of a staff member stands for. */
  static Responsibility of(Item row) {
    return new OfClient(TableKeys.clientOfTeamMember(row.key()));
  }

  /** Returns the query of all that a staff member is responsible for. */
  static Query of(FirmId firm, StaffId staff) {
    return Query.of(Query.Index.TABLE, TableKeys.responsibilities(firm, staff)).consistently();
  }

  /** Returns the key of the item that names the responsible staff members. */
  Key key();

  /**
   * Returns the writes by which it passes on, with the row; none if it is no longer the staff
   * member's.
   *
   * @param items read with {@link #key}
   */
  List<Write> passOn(StaffId from, StaffId to, Items items, Recorder recorder);
}
