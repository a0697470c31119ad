package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.delivery.Addressee;
import clientportal.delivery.Audience;
import clientportal.delivery.Delivery;
import clientportal.delivery.DigestTimes;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Mailing;
import clientportal.delivery.Notice;
import clientportal.delivery.Subject;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records an event once for each addressee: in the open digest, unless the firm sends nothing about
 * such notices, and in the inbox of the person, if the addressee has signed in. Readers are not
 * notified of what the firm's share policy keeps closed.
 */
record RecordNotices(Table table) {
  void handle(EventMessage message) {
    message.read(table).ifPresent(event -> record(event, message));
  }

  private void record(Event event, EventMessage message) {
    Subscription.Notices data = event.data(Subscription.Notices.class);
    Key firmKey = TableKeys.firm(data.firm());
    Subject subject = Notice.subject(data);
    Optional<Key> clientKey = subject.client().map(TableKeys::client);
    List<Key> keys = new ArrayList<>(subject.keys());
    keys.add(firmKey);
    keys.addAll(Audience.keys(data));
    clientKey.ifPresent(keys::add);
    Items items = table.read(keys);
    boolean keptClosed = subject.isKeptClosed(items);
    Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
    Optional<Client> client = clientKey.map(key -> Client.fromItem(items.require(key)));
    new Audience(table)
        .of(data, event.actor(), event.at(), client, items, message.part()).stream()
            .filter(addressee -> !keptClosed || addressee.holder() instanceof Holder.Staff)
            .forEach(addressee -> {
              Notice notice = Notice.of(event, data, firm, client, addressee.reason());
              Attempts.run(() -> record(addressee, notice, firm.settings()));
            });
  }

  /** Records a notice in one transaction, unless that was done before. */
  private void record(Addressee addressee, Notice notice, Firm.Settings settings) {
    Holder holder = addressee.holder();
    Key notified = TableKeys.notified(holder, notice.id());
    if (table.read(List.of(notified)).at(notified).isPresent()) {
      return;
    }
    List<Write> writes = new ArrayList<>();
    Mailing mailing = new Mailing(settings, holder, addressee.noticeMails());
    Optional<DigestWindow> digest = Optional.empty();
    if (mailing.includes(notice.type())) {
      // Counted from the event: a message that arrives late does not delay the mail.
      Instant dueAt = mailing.dueAt(notice.type(), notice.at());
      Optional<DigestWindow> last = last(holder);
      Optional<DigestWindow> open = last.filter(DigestWindow::isOpen);
      DigestWindow window = open.orElseGet(() -> open(holder, last, settings, dueAt));
      writes.addAll(inDigest(notice, notified, window));
      writes.add(open.map(is -> join(is, dueAt)).orElseGet(window::create));
      digest = Optional.of(window);
    } else {
      writes.add(Write.create(Fields.of().at(notified)));
      notice.arrived(holder, notice.at()).ifPresent(writes::add);
    }
    Delivery.of(notice, addressee, digest.map(DigestWindow::key))
        .map(Delivery::save)
        .ifPresent(writes::add);
    addressee
        .person()
        .map(person -> Write.put(notice.toItem(TableKeys.notice(person, notice.id()))))
        .ifPresent(writes::add);
    table.write(writes);
  }

  private DigestWindow open(
      Holder holder, Optional<DigestWindow> last, Firm.Settings settings, Instant dueAt) {
    Instant when = new DigestTimes(table).ofOpened(holder, settings, dueAt);
    return DigestWindow.open(holder, last, when);
  }

  private static List<Write> inDigest(Notice notice, Key notified, DigestWindow window) {
    Holder holder = window.addressee();
    return List.of(
        Write.create(Fields.of().with("digest", window.key().sk()).at(notified)),
        Write.put(notice.toItem(TableKeys.notifiedIn(holder, window.key(), notice.id()))));
  }

  /** A digest to staff does not wait for longer than any of its notices may. */
  private static Write join(DigestWindow open, Instant dueAt) {
    return open.addressee() instanceof Holder.Staff && open.isDueAfter(dueAt)
        ? open.bringForward(dueAt)
        : open.join();
  }

  private Optional<DigestWindow> last(Holder addressee) {
    Query newest =
        Query.of(Query.Index.TABLE, TableKeys.digests(addressee)).backwards().consistently();
    return table.first(newest).map(DigestWindow::fromItem);
  }
}
