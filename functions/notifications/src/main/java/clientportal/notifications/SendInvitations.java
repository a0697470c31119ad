package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.Joined;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Firm;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Invited;
import clientportal.delivery.Notice;
import clientportal.delivery.Subject;
import clientportal.notifications.mail.BounceReason;
import clientportal.notifications.mail.ClientInvitationMail;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.PortalInvitationMail;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
import clientportal.notifications.mail.StaffInvitationMail;
import clientportal.platform.Secrets;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invites people to their accounts, by a mail with a fresh token that names what is asked of them,
 * or the portal that they are let into. It also creates the account of a contact who was asked for
 * something, or can read what was shared, and of a member who was let in, if that transaction had
 * no room for it.
 */
record SendInvitations(
    Table table, MailSender mails, MailLinks links, Clock clock, RecordBounces bounces) {

  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event -> invite(event, event.data(Subscription.Invitations.class), message));
  }

  private void invite(Event event, Subscription.Invitations data, EventMessage message) {
    EventMails invitations = new EventMails(table, mails, clock);
    EventMails.each(
        Invited.of(data, message.part()),
        holder -> {
          InvitationTags tags = new InvitationTags(holder, event.id());
          invitations.send(
              () -> invitation(event, data, holder),
              tags.toTags(),
              () -> bounces.record(tags, BounceReason.REFUSED));
        });
  }

  private Optional<EventMail> invitation(
      Event event, Subscription.Invitations data, Holder holder) {
    if (holder instanceof Holder.Party party
        && (data instanceof Shared || data instanceof DocumentsRequested)) {
      Invited.createMissingAccount(party, event.at(), table);
    }
    if (!(holder instanceof Holder.Member member)) {
      return invitation(
          event,
          holder,
          data instanceof Shared shared ? Optional.of(shared) : Optional.empty(),
          Optional.empty());
    }
    Optional<Portal> portal = portal(data, member);
    if (data instanceof Joined) {
      if (portal.isEmpty()) {
        return Optional.empty();
      }
      Invited.createMissingAccount(member, event.at(), table);
    }
    return invitation(event, holder, Optional.empty(), portal);
  }

  /** Returns the portal that an invitation names, which must still let the member in. */
  private Optional<Portal> portal(Subscription.Invitations data, Holder.Member member) {
    return data instanceof Joined joined
        ? table
            .find(PortalKeys.portal(joined.portal().path()))
            .map(Portal::fromItem)
            .filter(portal -> portal.letsIn(member.member()))
        : Portals.of(member.firm(), member.member(), table).stream().findFirst();
  }

  /**
   * An invitation by a share names the item, unless the firm's share policy keeps it closed; that
   * of a member names a portal.
   */
  private Optional<EventMail> invitation(
      Event event, Holder holder, Optional<Shared> shared, Optional<Portal> portal) {
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key leaseKey = TableKeys.notified(holder, event.id());
    Optional<Subject> subject = shared.map(Notice::subject);
    List<Key> keys = new ArrayList<>(subject.map(Subject::keys).orElse(List.of()));
    keys.addAll(List.of(accountKey, TableKeys.holder(holder), firmKey, leaseKey));
    Items items = table.read(keys);
    @Nullable String name =
        shared
            .filter(_ -> !subject.orElseThrow().isKeptClosed(items))
            .map(Shared::name)
            .or(() -> portal.map(Portal::name))
            .orElse(null);
    return items
        .at(accountKey)
        .map(Account::fromItem)
        .filter(account -> Invited.isStill(account, event.at(), items))
        .map(account -> {
          Firm firm = Firm.fromItem(items.at(firmKey).orElseThrow());
          EmailAddress address = account.invitedAddress();
          String token = Secrets.token();
          Token invitation = Token.invitation(token, holder, address, clock.instant());
          Optional<MailSite> site =
              portal
                  .map(at -> MailSite.of(firm, at.site(), table))
                  .or(() -> MailSite.of(holder, firm, table));
          Sender sender = site.map(MailSite::sender).orElseGet(() -> Sender.of(firm));
          Letterhead from = sender.letterhead();
          String link =
              site.map(at -> links.invitation(at.slug(), token))
                  .orElseGet(() -> links.staffInvitation(token));
          Mail mail = mail(event, Readers.of(holder, items), holder, firm, from, link, name);
          return new EventMail(MailLease.of(leaseKey, items), sender, address, mail)
              .after(invitation.create(), account.withInvitation(invitation.hash()).replace());
        });
  }

  private Mail mail(
      Event event,
      Reader reader,
      Holder holder,
      Firm firm,
      Letterhead from,
      String link,
      @Nullable String named) {
    Mails mails = Mails.in(firm.settings().language());
    return switch (holder) {
      case Holder.Staff _ -> mails.invitation(reader, new StaffInvitationMail(from, link));
      case Holder.Party party ->
          mails.invitation(
              reader,
              new ClientInvitationMail(
                  from, link, named, named == null ? asked(event, party, firm) : List.of()));
      case Holder.Member _ -> mails.invitation(reader, new PortalInvitationMail(from, link, named));
    };
  }

  /** Returns what was asked before the event, or by it: of what comes later there is a notice. */
  private List<ClientInvitationMail.Asked> asked(Event event, Holder.Party party, Firm firm) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), firm.settings().timeZone());
    return new OpenRequests(table).of(party, event.at(), today);
  }
}
