package clientportal.notifications;

import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EventId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.notifications.mail.BounceReason;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records on an account that its invitation did not arrive. Only the current invitation counts: a
 * report changes nothing if it is a repetition, or if the account has since been invited again,
 * activated or revoked.
 */
record RecordBounces(Table table, Clock clock, Ids ids) {
  /**
   * Records that a mail did not arrive.
   *
   * @param sentAt when it was sent
   */
  void record(MailTags mail, BounceReason why, Instant sentAt) {
    switch (mail.mailed()) {
      case MailTags.Invitation(EventId event) ->
          Attempts.run(() -> attempt(mail.holder(), event, why));
      case MailTags.Digest(String number) -> {
        if (mail.holder() instanceof Holder.Reader reader && why.isOfAddress()) {
          Attempts.run(
              () -> new DeadAddress(table, clock, ids).record(reader, number, why, sentAt));
        }
      }
    }
  }

  private Optional<Account> attempt(Holder holder, EventId invitation, BounceReason why) {
    Key accountKey = TableKeys.account(holder);
    Key holderKey = TableKeys.holder(holder);
    Key causeKey = Recorder.key(holder, invitation);
    Items items = table.read(List.of(accountKey, holderKey, causeKey));
    Optional<Event> cause = items.at(causeKey).map(Event::fromItem);
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> account.allows(AccountStatus.Step.BOUNCE))
        .filter(
            account -> cause.stream().anyMatch(event -> event.at().equals(account.lastInvitedAt())))
        .map(account -> {
          long holderRevision = items.at(holderKey).orElseThrow().fields().number(Item.REVISION);
          Account bounced = account.bounce();
          table.write(
              List.of(
                  bounced.replace(),
                  bounced.copyToHolder(holderRevision),
                  event(holder, why, cause.orElseThrow())));
          return bounced;
        });
  }

  private Write event(Holder holder, BounceReason why, Event cause) {
    return new Recorder(ids, Actor.PORTAL, clock.instant())
        .record(new AccountBounced(holder, why.text(), cause.actor(), cause.at()));
  }
}
