package clientportal.notifications;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.RecoveryCodesReplaced;
import clientportal.access.events.EventData.SessionsRevoked;
import clientportal.access.events.EventData.SignInRecovered;
import clientportal.access.events.EventData.SignInRenewed;
import clientportal.access.events.EventData.SignInReset;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.SignInChange;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.AccessEndedMail;
import clientportal.notifications.mail.AddressChangedMail;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.SignInChangedMail.Change;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notifies a person of what happened to their access or sign-in, by a mail to the proved address:
 * that an account is to move to another address, that the access was taken away, that a member can
 * no longer open a portal, that what signs the person in was replaced.
 */
record SendAccountAlerts(Table table, MailSender mails, MailLinks links, Clock clock) {
  private static final Duration REPORT_REMEMBERED = Duration.ofDays(15);

  /** Handles a message of the queue: a key of an event of ours, or a report of CloudTrail. */
  void handle(JsonReader message) {
    if (message.has("detail-type")) {
      SignInCall.of(message).ifPresent(this::handle);
    } else {
      handle(EventMessage.of(message));
    }
  }

  private void handle(SignInCall call) {
    new EventMails(table, mails, clock).send(() -> alert(call));
  }

  /**
   * The person may belong to another stage of this account. A call of our own functions, such as
   * one that removes passkeys during a reset, sends no alert: the mail about the reset covers it.
   */
  private Optional<EventMail> alert(SignInCall call) {
    Key person = TableKeys.person(call.person());
    Optional<Key> ours = SignInChange.keyOf(call.person(), call.userAgent());
    Items items = table.read(Stream.concat(Stream.of(person), ours.stream()).toList());
    return items
        .at(person)
        .filter(_ -> ours.flatMap(items::at).isEmpty())
        .map(is -> new EmailAddress(is.fields().text("email")))
        .map(email ->
            new SignInMails(table, links)
                .of(
                    TableKeys.notifiedOfCall(email, call.id()),
                    email,
                    call.person(),
                    call.change(),
                    Optional.of(call.at().plus(REPORT_REMEMBERED))));
  }

  void handle(EventMessage message) {
    EventMails alerts = new EventMails(table, mails, clock);
    message
        .read(table)
        .ifPresent(event ->
            EventMails.each(alerts(event, event.data(Subscription.Alerts.class)), alerts::send));
  }

  /** Returns the mails of an event, each read only when its turn comes. */
  private List<Supplier<Optional<EventMail>>> alerts(Event event, Subscription.Alerts data) {
    return switch (data) {
      case Subscription.AccountAlerts account -> List.of(() -> alert(event.id(), account));
      case Subscription.PortalAlerts portal ->
          portal.alerted().stream()
              .map(member -> new Holder.Member(portal.firm(), member))
              .<Supplier<Optional<EventMail>>>map(
                  member -> () -> new PortalAlerts(table).of(event.id(), portal, member))
              .toList();
      case PasswordReset(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.PASSWORD_RESET);
      case SignInRenewed(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.RENEWED);
      case SignInReset(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.RESET);
      case SignInRecovered(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.RECOVERED);
      case RecoveryCodesReplaced(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.RECOVERY_CODES);
      case SessionsRevoked(EmailAddress email, PersonId person) ->
          signIn(event, email, person, Change.REVOKED);
    };
  }

  private List<Supplier<Optional<EventMail>>> signIn(
      Event event, EmailAddress email, PersonId person, Change change) {
    Key leaseKey = TableKeys.notified(email, event.id());
    return List.of(() ->
        Optional.of(
            new SignInMails(table, links).of(leaseKey, email, person, change, event.keptUntil())));
  }

  private Optional<EventMail> alert(EventId event, Subscription.AccountAlerts data) {
    Holder.Reader holder = data.holder();
    Key accountKey = TableKeys.account(holder);
    Key firmKey = TableKeys.firm(holder.firm());
    Key leaseKey = TableKeys.notified(holder, event);
    List<Key> keys =
        new ArrayList<>(List.of(accountKey, firmKey, TableKeys.holder(holder), leaseKey));
    clientKey(holder).ifPresent(keys::add);
    Items items = table.read(keys.stream().distinct().toList());
    Firm firm = Firm.fromItem(items.require(firmKey));
    @Nullable String whose =
        clientKey(holder).map(key -> Client.fromItem(items.require(key)).name()).orElse(null);
    Optional<Account> account = items.at(accountKey).map(Account::fromItem);
    return address(data, account)
        .map(address -> {
          MailSite site = MailSite.of(holder, account.flatMap(Account::person), firm, table);
          Mail mail = mail(Readers.of(holder, items), data, firm, site, whose);
          return new EventMail(MailLease.of(leaseKey, items), site.sender(), address, mail);
        });
  }

  /** Returns the key of the client whose data the holder sees; members see those of several. */
  private static Optional<Key> clientKey(Holder.Reader holder) {
    return switch (holder) {
      case Holder.Party party -> Optional.of(TableKeys.client(party.client()));
      case Holder.Member _ -> Optional.empty();
    };
  }

  /** Returns the address that was proved, if there was one. */
  private static Optional<EmailAddress> address(
      Subscription.AccountAlerts data, Optional<Account> account) {
    return switch (data) {
      case AddressChanged changed -> Optional.of(changed.email());
      case AccessTakenAway taken -> Optional.of(taken.email());
      case AccountRevoked _ ->
          account
              .filter(is -> is.status() == AccountStatus.REVOKED)
              .filter(is -> is.activatedAt().isPresent())
              .map(Account::email);
    };
  }

  private Mail mail(
      Reader reader,
      Subscription.AccountAlerts data,
      Firm firm,
      MailSite site,
      @Nullable String whose) {
    Mails mails = Mails.in(firm.settings().language());
    return switch (data) {
      case AddressChanged _ ->
          mails.addressChanged(
              reader, new AddressChangedMail(site.letterhead(), whose, links.site(site.slug())));
      case AccessTakenAway _, AccountRevoked _ ->
          mails.accessEnded(reader, new AccessEndedMail(site.letterhead(), whose));
    };
  }
}
