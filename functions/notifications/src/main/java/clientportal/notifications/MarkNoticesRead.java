package clientportal.notifications;

import clientportal.access.Caller;
import clientportal.access.keys.TableKeys;
import clientportal.delivery.Notice;
import clientportal.platform.http.Body;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks notices of a person as read, so that no digest that is sent later has them. Notices that
 * {@link ListNotices} would not list for the caller stay as they are.
 */
record MarkNoticesRead(Table table, Clock clock) {
  void handle(Caller caller, Body<ReadNotices> body) {
    Attempts.run(() -> attempt(caller, body));
  }

  private void attempt(Caller caller, Body<ReadNotices> body) {
    List<Key> keys = new ArrayList<>(List.of(caller.sessionKey()));
    body.ifValid().ifPresent(named -> keys.addAll(inbox(caller, named)));
    Items read = table.read(keys);
    caller.requireSession(read);
    List<Item> items =
        inbox(caller, body.read()).stream().flatMap(key -> read.at(key).stream()).toList();
    if (items.isEmpty()) {
      return;
    }
    List<Notice> notices = items.stream().map(Notice::fromItem).toList();
    Belonging belonging = new Belonging(caller);
    Items belongs =
        table.read(
            notices.stream()
                .flatMap(notice -> belonging.keys(notice).stream())
                .distinct()
                .toList());
    Instant now = clock.instant();
    belonging.requireSession(notices, belongs, table, now);
    List<Write> marks =
        items.stream()
            .filter(item -> !Notice.isRead(item))
            .map(Notice::fromItem)
            .filter(notice -> belonging.holds(notice, belongs, now))
            .map(notice -> Notice.markRead(caller.person(), notice.id(), now))
            .toList();
    if (!marks.isEmpty()) {
      table.write(marks);
    }
  }

  private static List<Key> inbox(Caller caller, ReadNotices named) {
    return named.notices().stream().map(id -> TableKeys.notice(caller.person(), id)).toList();
  }
}
