package clientportal.notifications;

import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.Recorder;
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
import java.util.List;
import java.util.Optional;

/**
 * Notes on an account that its invitation did not arrive. Only the current invitation counts: what
 * comes late, after the account was invited again, came in or was revoked, changes nothing, and
 * neither does what comes twice.
 */
record Bounces(Table table, Clock clock, Ids ids) {
  void record(InvitationTags invitation, BounceReason why) {
    Attempts.run(() -> attempt(invitation, why));
  }

  private Optional<Account> attempt(InvitationTags invitation, BounceReason why) {
    Key accountKey = TableKeys.account(invitation.holder());
    Key holderKey = TableKeys.holder(invitation.holder());
    Key causeKey = invitation.eventKey();
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
                  bounced(invitation, cause.orElseThrow(), why)));
          return bounced;
        });
  }

  private Write bounced(InvitationTags invitation, Event cause, BounceReason why) {
    return new Recorder(ids, Actor.PORTAL, clock.instant())
        .record(new AccountBounced(invitation.holder(), why.text(), cause.actor(), cause.at()));
  }
}
