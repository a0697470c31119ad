package clientportal.notifications;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.Recipient.Party;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.Joined;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.access.records.Firm;
import clientportal.access.records.Member;
import clientportal.access.records.MemberInvitation;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.access.records.Token;
import clientportal.delivery.AudiencePart;
import clientportal.delivery.Delivery;
import clientportal.delivery.Delivery.Delivered;
import clientportal.delivery.EventMessage;
import clientportal.delivery.MailRecord;
import clientportal.delivery.MailStep;
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
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Invites people to their accounts, by a mail with a fresh token that names what is asked of them,
 * or the portal that they are let into. It also creates the account of a contact who was asked for
 * something, or can read what was shared, and of a member who was let in, if that transaction had
 * no room for it.
 */
record SendInvitations(
    Table table, MailSender mails, MailLinks links, Clock clock, RecordBounces bounces) {
  /** Of as many engagements an invitation is listed, as one transaction has room for. */
  private static final int MOST_LISTED = 50;

  void handle(EventMessage message) {
    message
        .read(table)
        .ifPresent(event -> invite(event, event.data(Subscription.Invitations.class), message));
  }

  private void invite(Event event, Subscription.Invitations data, EventMessage message) {
    EventMails invitations = new EventMails(table, mails, clock);
    EventMails.each(
        invited(data, message),
        holder -> {
          MailTags tags = MailTags.ofInvitation(holder, event.id());
          invitations.send(
              () -> invitation(event, data, holder), Optional.of(tags), () -> refused(tags));
        });
  }

  private void refused(MailTags tags) {
    if (tags.holder() instanceof Holder.Reader) {
      MailRecord.record(tags.mailKey(), MailStep.REJECTED, clock.instant(), table);
    }
    bounces.record(tags, BounceReason.REFUSED, clock.instant());
  }

  /** Returns the holders that this message of the event is to invite. */
  private static List<Holder> invited(Subscription.Invitations data, EventMessage message) {
    return switch (data) {
      case StaffInvited invited -> List.of(invited.holder());
      case AccountInvited invited -> List.of(invited.holder());
      case Shared shared ->
          invited(shared.client(), shared.audience(), shared.recipients().invited(), message);
      case DocumentsRequested asked ->
          invited(asked.client(), asked.audience(), asked.invited(), message);
      case Joined joined ->
          joined.invited().stream()
              .<Holder>map(member -> new Holder.Member(joined.firm(), member))
              .toList();
    };
  }

  private static List<Holder> invited(
      ClientPath client, List<Recipient> audience, List<Party> invited, EventMessage message) {
    return AudiencePart.of(audience, message.part()).stream()
        .filter(Party.class::isInstance)
        .map(Party.class::cast)
        .filter(invited::contains)
        .<Holder>map(party -> Holder.of(client, party))
        .toList();
  }

  private Optional<EventMail> invitation(
      Event event, Subscription.Invitations data, Holder holder) {
    if (holder instanceof Holder.Party party
        && (data instanceof Shared || data instanceof DocumentsRequested)) {
      createMissingAccount(party, event.at());
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
      createMissingAccount(member, event.at());
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

  private void createMissingAccount(Holder.Party party, Instant at) {
    Key accountKey = TableKeys.account(party);
    Key contactKey = TableKeys.holder(party);
    Items items = table.read(List.of(accountKey, contactKey));
    if (items.at(accountKey).isEmpty()) {
      items
          .at(contactKey)
          .map(Contact::fromItem)
          .filter(contact -> contact.webPortal() && contact.email().isPresent())
          .ifPresent(contact -> table.write(ContactInvitation.of(contact, at)));
    }
  }

  private void createMissingAccount(Holder.Member holder, Instant at) {
    Key accountKey = TableKeys.account(holder);
    Key memberKey = TableKeys.holder(holder);
    Items items = table.read(List.of(accountKey, memberKey));
    if (items.at(accountKey).isEmpty()) {
      items
          .at(memberKey)
          .map(Member::fromItem)
          .ifPresent(member -> table.write(MemberInvitation.of(member, at)));
    }
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
        .filter(account -> account.isOpen() && !account.invitedAt().isAfter(event.at()))
        .filter(account -> account.isPermitted(items))
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
          List<OpenRequests.Open> asked =
              holder instanceof Holder.Party party && name == null
                  ? asked(event, party, firm)
                  : List.of();
          Mail mail = mail(Readers.of(holder, items), holder, firm, from, link, name, asked);
          return new EventMail(MailLease.of(leaseKey, items), sender, address, mail)
              .after(invitation.create(), account.withInvitation(invitation.hash()).replace())
              .after(deliveries(event, holder, subject.filter(_ -> name != null), asked));
        });
  }

  /** Returns what the invitation of a client or contact names, each as a delivery. */
  private static Write[] deliveries(
      Event event, Holder holder, Optional<Subject> named, List<OpenRequests.Open> asked) {
    if (!(holder instanceof Holder.Party party)) {
      return new Write[0];
    }
    Stream<Delivered> items =
        Stream.concat(
            named.flatMap(Delivered::of).stream(),
            asked.stream().limit(MOST_LISTED).map(open -> Delivered.engagement(open.path())));
    List<Delivered> all = items.toList();
    return (all.isEmpty() ? List.of(Delivered.INVITATION) : all)
        .stream()
            .map(item ->
                Delivery.ofInvitation(party.client(), item, event.id(), party, event.at()).save())
            .toArray(Write[]::new);
  }

  private Mail mail(
      Reader reader,
      Holder holder,
      Firm firm,
      Letterhead from,
      String link,
      @Nullable String named,
      List<OpenRequests.Open> asked) {
    Mails mails = Mails.in(firm.settings().language());
    return switch (holder) {
      case Holder.Staff _ -> mails.invitation(reader, new StaffInvitationMail(from, link));
      case Holder.Party _ ->
          mails.invitation(
              reader,
              new ClientInvitationMail(
                  from, link, named, asked.stream().map(OpenRequests.Open::asked).toList()));
      case Holder.Member _ -> mails.invitation(reader, new PortalInvitationMail(from, link, named));
    };
  }

  /** Returns what was asked before the event, or by it: of what comes later there is a notice. */
  private List<OpenRequests.Open> asked(Event event, Holder.Party party, Firm firm) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), firm.settings().timeZone());
    return new OpenRequests(table).of(party, event.at(), today);
  }
}
