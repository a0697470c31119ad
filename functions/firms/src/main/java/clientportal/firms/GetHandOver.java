package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what would pass on if a staff member's responsibilities were handed over, and how far the
 * last hand-over has come.
 */
record GetHandOver(Access access, Table table) {
  /** How many clients are counted at most. */
  static final int MOST_COUNTED = 1000;

  /** How many clients are named. */
  static final int NAMED = 20;

  /**
   * What is left, and the last hand-over.
   *
   * @param clients in whose teams the staff member is, as far as they are counted
   * @param more whether there are more clients than were counted
   * @param named the first of the clients
   */
  record Preview(
      int clients, boolean more, List<Client> named, Optional<HandOverProgress> progress) {}

  Preview handle(Caller caller, StaffPath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private Preview attempt(Caller caller, StaffPath path) {
    FirmId firm = path.firm().firm();
    Key key = TableKeys.handOver(firm, path.staff());
    Reach reach = access.reach(caller, path, List.of(key));
    reach.require(Action.MANAGE_STAFF);
    Page rows = table.page(Responsibility.of(firm, path.staff()).limit(MOST_COUNTED));
    List<Key> named =
        rows.items().stream().limit(NAMED).map(row -> Responsibility.of(row).key()).toList();
    List<Key> keys = new ArrayList<>(named);
    keys.add(key);
    Items items = table.read(keys);
    Optional<HandOverProgress> progress = items.at(key).map(HandOverProgress::fromItem);
    if (!step(progress).equals(step(reach.items().at(key).map(HandOverProgress::fromItem)))) {
      throw new ConflictException("the hand-over has begun another step");
    }
    return new Preview(
        rows.items().size(),
        rows.next().isPresent(),
        named.stream().map(items::require).map(Client::fromItem).toList(),
        progress);
  }

  private static Optional<Long> step(Optional<HandOverProgress> progress) {
    return progress.map(HandOverProgress::step);
  }
}
