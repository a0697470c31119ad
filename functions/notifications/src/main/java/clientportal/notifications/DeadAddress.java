package clientportal.notifications;

import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AddressBounced;
import clientportal.access.events.Recorder;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Holders;
import clientportal.delivery.Notice;
import clientportal.notifications.mail.BounceReason;
import clientportal.platform.Ids;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that a digest did not arrive: nothing more is mailed to the address until staff change or
 * confirm it, and the staff who caused the digest are notified. A report of a mail that was sent
 * before the address was changed or confirmed changes nothing.
 */
record DeadAddress(Table table, Clock clock, Ids ids) {
  /** The staff who caused as many of the digest's notices, the newest, are notified. */
  private static final int MOST_CAUSES = 25;

  void record(Holder.Reader addressee, String digest, BounceReason why, Instant sentAt) {
    Items items = table.read(Account.keys(addressee));
    items
        .at(TableKeys.account(addressee))
        .map(Account::fromItem)
        .filter(account -> account.status().receives() && account.isReachable())
        .filter(account -> account.isOfAddress(sentAt))
        .ifPresent(account -> {
          List<Write> writes = new ArrayList<>(writes(account, items));
          String name = Holders.name(addressee, items).orElseThrow();
          writes.add(
              new Recorder(ids, Actor.PORTAL, clock.instant())
                  .record(
                      new AddressBounced(addressee, name, why.text(), senders(addressee, digest))));
          table.write(writes);
        });
  }

  /** Somebody who was invited is invited again, at an address that staff name. */
  private List<Write> writes(Account account, Items items) {
    if (account.status() == AccountStatus.ACTIVE) {
      return List.of(account.unreachable(clock.instant()).replace());
    }
    Item holder = items.require(TableKeys.holder(account.holder()));
    Account bounced = account.bounce();
    return List.of(bounced.replace(), bounced.copyToHolder(holder.fields().number(Item.REVISION)));
  }

  /** Returns the staff by whose doing the addressee was notified. */
  private List<StaffId> senders(Holder.Reader addressee, String digest) {
    Query newest =
        Query.of(Query.Index.TABLE, TableKeys.notified(addressee)).prefix(digest + "#").backwards();
    List<Key> causes =
        table.page(newest.limit(MOST_CAUSES)).items().stream()
            .map(Notice::fromItem)
            .map(DeadAddress::event)
            .toList();
    Items events = table.read(causes);
    return causes.stream()
        .flatMap(cause -> events.at(cause).stream())
        .map(item -> Event.fromItem(item).actor())
        .filter(actor -> actor.as() == Actor.As.STAFF)
        .map(actor -> new StaffId(actor.id()))
        .distinct()
        .toList();
  }

  private static Key event(Notice notice) {
    return notice
        .client()
        .map(client -> TableKeys.clientEvent(client, notice.id()))
        .orElseGet(() -> TableKeys.firmEvent(notice.firm(), notice.id()));
  }
}
