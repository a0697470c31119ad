package clientportal.notifications;

import clientportal.access.decision.PortalRole;
import clientportal.access.events.EventData.PortalArchived;
import clientportal.access.events.EventData.PortalMemberChanged;
import clientportal.access.events.EventData.PortalMemberRemoved;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EventId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Portal;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.PortalAlertMail;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The mails to members who see less of a portal from now on, in the name of its site. Whoever sees
 * as much again by now is not mailed.
 */
record PortalAlerts(Table table) {
  Optional<EventMail> of(EventId event, Subscription.PortalAlerts data, Holder.Member holder) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key portalKey = PortalKeys.portal(data.portal().path());
    Key leaseKey = TableKeys.notified(holder, event);
    Items items =
        table.read(List.of(accountKey, TableKeys.holder(holder), firmKey, portalKey, leaseKey));
    Portal portal = Portal.fromItem(items.require(portalKey));
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> account.status().receives())
        .filter(_ -> isTrue(data, portal, holder.member()))
        .map(account -> {
          Firm firm = Firm.fromItem(items.require(firmKey));
          MailSite site = MailSite.of(firm, portal.site(), table);
          Mail mail =
              Mails.in(firm.settings().language())
                  .portalAlert(
                      Readers.of(holder, items),
                      new PortalAlertMail(site.letterhead(), portal.name(), change(data)));
          return new EventMail(MailLease.of(leaseKey, items), site.sender(), account.email(), mail);
        });
  }

  private static boolean isTrue(Subscription.PortalAlerts data, Portal portal, MemberId member) {
    return switch (data) {
      case PortalMemberRemoved _, PortalArchived _ -> !portal.letsIn(member);
      case PortalMemberChanged _ ->
          portal.letsIn(member) && portal.role(member) == PortalRole.CONTRIBUTOR;
    };
  }

  private static PortalAlertMail.Change change(Subscription.PortalAlerts data) {
    return switch (data) {
      case PortalMemberRemoved _ -> PortalAlertMail.Change.REMOVED;
      case PortalArchived _ -> PortalAlertMail.Change.CLOSED;
      case PortalMemberChanged _ -> PortalAlertMail.Change.NARROWED;
    };
  }
}
