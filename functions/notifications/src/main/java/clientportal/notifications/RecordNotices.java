package clientportal.notifications;

import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.delivery.Channel;
import clientportal.delivery.Deliveries;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.delivery.PlannedNotice;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Records an event once for each addressee: in the open digest, unless the firm sends nothing about
 * such notices, and in the inbox of the person, if the addressee has signed in. {@link Deliveries}
 * decides who that is.
 */
record RecordNotices(Table table) {
  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event ->
            new Deliveries(table)
                .notices(event, message.part())
                .forEach(planned -> Attempts.run(() -> record(planned))));
  }

  /** Records a notice in one transaction, unless that was done before. */
  private void record(PlannedNotice planned) {
    Holder holder = planned.holder();
    Notice notice = planned.notice();
    Key notified = TableKeys.notified(holder, notice.id());
    if (table.read(List.of(notified)).at(notified).isPresent()) {
      return;
    }
    List<Write> writes = new ArrayList<>();
    switch (new Deliveries(table).channel(planned)) {
      case Channel.PortalOnly _ -> writes.add(Write.create(Fields.of().at(notified)));
      case Channel.InDigest(DigestWindow window, boolean joins) -> {
        writes.add(Write.create(Fields.of().with("digest", window.key().sk()).at(notified)));
        writes.add(
            Write.put(notice.toItem(TableKeys.notifiedIn(holder, window.key(), notice.id()))));
        writes.add(joins ? window.join() : window.create());
      }
    }
    planned
        .addressee()
        .person()
        .map(person -> Write.put(notice.toItem(TableKeys.notice(person, notice.id()))))
        .ifPresent(writes::add);
    table.write(writes);
  }
}
