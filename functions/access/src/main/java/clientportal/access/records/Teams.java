package clientportal.access.records;

import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.events.Recorder;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * The teams of clients. A team is with its client; so that one staff member's clients are found
 * without a look at all others, each member has a row for each client, too.
 */
public final class Teams {
  private Teams() {}

  /** Assigns another team; the stored client must be the one before. */
  public static List<Write> change(Client before, Client after, Recorder recorder) {
    List<StaffId> added = without(after.team(), before.team());
    List<StaffId> removed = without(before.team(), after.team());
    List<Write> writes = new ArrayList<>();
    writes.add(after.saveTeam());
    for (StaffId member : added) {
      writes.add(Write.put(Fields.of().at(TableKeys.teamMember(after.path(), member))));
    }
    for (StaffId member : removed) {
      writes.add(Write.delete(TableKeys.teamMember(after.path(), member)));
    }
    writes.add(recorder.record(new TeamChanged(after.path(), added, removed)));
    return writes;
  }

  private static List<StaffId> without(List<StaffId> team, List<StaffId> others) {
    return team.stream().filter(id -> !others.contains(id)).toList();
  }
}
