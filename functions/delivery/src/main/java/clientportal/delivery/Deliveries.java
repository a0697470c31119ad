package clientportal.delivery;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is notified of an event, by what and when. The function that records notices acts on
 * it, and previews show it.
 */
public record Deliveries(Table table) {
  /** For how long reminders are collected at least. */
  public static final Duration REMINDERS = Duration.ofMinutes(5);

  /**
   * Returns the notices of an event, one for each addressee. Readers are not notified of what the
   * firm's share policy keeps closed.
   *
   * @param part of the audience, if it is large
   */
  public List<PlannedNotice> notices(Event event, Optional<AudiencePart> part) {
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
    return new Audience(table)
        .of(data, event.actor(), event.at(), client, items, part).stream()
            .filter(addressee -> !keptClosed || addressee.holder() instanceof Holder.Staff)
            .map(addressee ->
                new PlannedNotice(
                    addressee,
                    Notice.of(event, data, firm, client, addressee.reason()),
                    firm.settings()))
            .toList();
  }

  /** Returns how a notice reaches its addressee as things stand. */
  public Channel channel(PlannedNotice planned) {
    Notice notice = planned.notice();
    Firm.Settings settings = planned.settings();
    if (notice.type().isOfNote() && !settings.notes().any()) {
      return new Channel.PortalOnly();
    }
    Optional<DigestWindow> last = last(planned.holder());
    return last.filter(DigestWindow::isOpen)
        .map(open -> new Channel.InDigest(open, true))
        .orElseGet(() -> new Channel.InDigest(opened(planned, last), false));
  }

  private DigestWindow opened(PlannedNotice planned, Optional<DigestWindow> last) {
    // Counted from the event: a message that arrives late does not delay the mail.
    Instant dueAt = planned.notice().at().plus(window(planned.notice(), planned.settings()));
    Holder holder = planned.holder();
    return DigestWindow.open(
        holder, last, new DigestTimes(table).ofOpened(holder, planned.settings(), dueAt));
  }

  /** Reminders that are due at one time share a mail, even if the firm collects nothing. */
  private static Duration window(Notice notice, Firm.Settings settings) {
    Duration ofFirm = Duration.ofMinutes(settings.digestMinutes());
    return notice.type() == NoticeType.REQUEST_REMINDED && ofFirm.compareTo(REMINDERS) < 0
        ? REMINDERS
        : ofFirm;
  }

  private Optional<DigestWindow> last(Holder addressee) {
    Query newest =
        Query.of(Query.Index.TABLE, TableKeys.digests(addressee)).backwards().consistently();
    return table.first(newest).map(DigestWindow::fromItem);
  }
}
