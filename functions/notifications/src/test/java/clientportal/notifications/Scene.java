package clientportal.notifications;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Recipient.Party;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.Recorder;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Firm;
import clientportal.access.records.Firm.NoteNotices;
import clientportal.access.records.Folder;
import clientportal.access.records.Site;
import clientportal.access.records.StaffMember;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.MailLinks;
import clientportal.notifications.mail.MailSender;
import clientportal.notifications.mail.Sender;
import clientportal.platform.CallSchedule;
import clientportal.platform.Ids;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A firm with a client, and what happens to it, for tests of notices and mails. */
final class Scene {
  static final Actor ADA =
      new Actor(
          Optional.of(TestFirm.person()), Actor.As.STAFF, "01kjm4t8w2f6r3nxq5v7y9b1cd", "Ada");

  /** The firm, as its mails name it. */
  static final Sender MEYER =
      new Sender(
          Letterhead.of("Meyer & Søn"),
          Optional.of(new EmailAddress("office@meyer.test")),
          Optional.empty());

  /** A second site of the firm, as its mails name it. */
  static final String SECOND = "second-site";

  static final Sender OF_SECOND =
      new Sender(Letterhead.of("Meyer Payroll"), MEYER.replyTo(), Optional.empty());

  final TestFirm firm = new TestFirm();
  final TestClock clock = new TestClock();
  final Ids ids = new Ids(clock);
  final CallSchedule calls = new CallSchedule();
  final SentMails mails = new SentMails();
  final MailLinks links = new MailLinks("https://portal.test", "https://staff.test");
  final Client client = firm.client(Client.Kind.CLIENT, Optional.of("carla@client.test"));
  final ClientPath path = client.path();
  final Holder.Party clientHolder = new Holder.Party(path, Recipient.CLIENT);

  /** Table and mail as the functions see them. */
  final Table table = calls.around(firm.table);

  final MailSender mailSender = calls.around(MailSender.class, mails);

  final SentTexts texts = new SentTexts();
  final TextSender textSender = calls.around(TextSender.class, texts);

  Scene() {
    write(
        Write.put(Site.first(firm.firm).toItem()),
        Write.put(new Site(firm.id, SECOND, OF_SECOND.letterhead().name(), TestFirm.NOW).toItem()));
    notifyOfNotes(firm.firm, Firm.Settings.DEFAULT.notes());
  }

  /** Has the firm notify people of notes in these ways from now on. */
  void notifyOfNotes(NoteNotices notes) {
    notifyOfNotes(firmNow(), notes);
  }

  private void notifyOfNotes(Firm before, NoteNotices notes) {
    Firm.Settings is = before.settings();
    change(before, is.timeZone(), notes, is.mailTimes(), is.deliveries());
  }

  /** Has the firm send digests at these times of a zone from now on. */
  void mailAt(ZoneId zone, MailTimes times) {
    Firm.Settings is = firmNow().settings();
    change(firmNow(), zone, is.notes(), times, is.deliveries());
  }

  /** Has the firm mail these notices from now on. */
  void mail(Deliveries deliveries) {
    Firm.Settings is = firmNow().settings();
    change(firmNow(), is.timeZone(), is.notes(), is.mailTimes(), deliveries);
  }

  private Firm firmNow() {
    return Firm.fromItem(item(TableKeys.firm(firm.id)));
  }

  private void change(
      Firm before, ZoneId zone, NoteNotices notes, MailTimes times, Deliveries deliveries) {
    Firm.Settings defaults = Firm.Settings.DEFAULT;
    write(
        before
            .withDetails(
                MEYER.letterhead().name(),
                new Firm.Settings(
                    defaults.digestMinutes(),
                    defaults.selfRegistration(),
                    zone,
                    defaults.language(),
                    defaults.passwordClasses(),
                    defaults.secondFactor(),
                    notes,
                    MEYER.replyTo(),
                    times,
                    before.settings().reminders(),
                    deliveries))
            .saveDetails());
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  Item item(Key key) {
    return firm.table.read(List.of(key)).at(key).orElseThrow();
  }

  Account account(Holder holder) {
    return Account.fromItem(item(TableKeys.account(holder)));
  }

  /** Writes an account over what is there. */
  Account put(Account account) {
    write(Write.put(account.toItem()));
    return account;
  }

  Account invite(Holder holder, String email) {
    return put(Account.invite(holder, new EmailAddress(email), clock.instant()));
  }

  /** Makes a person the client, with an active account. */
  PersonId activateClient() {
    PersonId person = firm.link(path);
    put(invite(clientHolder, "carla@client.test").activate(person, clock.instant()));
    return person;
  }

  /** Adds a contact without account. */
  Holder.Party contact(boolean webPortal) {
    ContactId id = new ContactId(ids.next());
    Contact contact =
        new Contact(
            path,
            id,
            "Colin Contact",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "brother",
            webPortal,
            AccountStatus.NONE,
            Optional.empty(),
            clock.instant(),
            1);
    write(Write.put(contact.toItem()));
    return new Holder.Party(path, new Recipient.Contact(id));
  }

  /** Adds a staff member, of the team or not. */
  StaffMember staff(String email, boolean enabled, Optional<PersonId> person) {
    return staff(email, enabled, person, Role.STAFF);
  }

  StaffMember staff(String email, boolean enabled, Optional<PersonId> person, Role role) {
    StaffMember member =
        new StaffMember(
            firm.id,
            new StaffId(ids.next()),
            "Sam Staff",
            new EmailAddress(email),
            role,
            false,
            enabled,
            person.isPresent() ? AccountStatus.ACTIVE : AccountStatus.INVITED,
            person,
            clock.instant(),
            Optional.empty(),
            NoticeMails.EACH,
            1);
    write(Write.put(member.toItem()));
    return member;
  }

  /** Assigns the team of the client. */
  void team(StaffMember... members) {
    Client client = Client.fromItem(item(TableKeys.client(path)));
    write(client.withTeam(Stream.of(members).map(StaffMember::id).toList()).saveTeam());
  }

  /** The audience of an event is the team at that moment. */
  private void assign(StaffMember... members) {
    if (members.length > 0) {
      team(members);
    }
  }

  /** Records an event and returns the message by which the topic carries it. */
  EventMessage event(Actor actor, EventData data) {
    Event event = new Recorder(ids, actor, clock.instant()).of(data);
    write(event.create());
    return new EventMessage(event.key(), Optional.empty());
  }

  EventMessage shared(Folder folder, Recipient... audience) {
    return shared(folder, List.of(), List.of(), audience);
  }

  EventMessage shared(
      Folder folder, List<Recipient> before, List<Party> invited, Recipient... audience) {
    return event(
        ADA, new FolderShared(folder.named(), recipients(before, invited), List.of(audience)));
  }

  static Recipients recipients(List<Recipient> before, List<Party> invited) {
    return new Recipients(List.of(), List.of(), List.of(), before, invited, before.isEmpty());
  }

  EventMessage added(Folder folder, String name, Recipient... audience) {
    return added(folder, name, ADA, audience);
  }

  EventMessage added(Folder folder, String name, Actor by, Recipient... audience) {
    return event(
        by, new DocumentAdded(document(folder, name), 1, Optional.empty(), List.of(audience)));
  }

  EventMessage uploaded(Folder folder, String name, Actor by, StaffMember... team) {
    assign(team);
    List<StaffId> audience = Stream.of(team).map(StaffMember::id).toList();
    return event(by, new DocumentUploaded(document(folder, name), 1, Optional.empty(), audience));
  }

  /** An upload was rejected by the portal. */
  EventMessage rejected(Folder folder, String name, Actor uploader, StaffMember... team) {
    assign(team);
    List<StaffId> audience = Stream.of(team).map(StaffMember::id).toList();
    return event(
        Actor.PORTAL,
        new UploadRejected(
            document(folder, name),
            1,
            RejectionCode.CONTENT_MISMATCH,
            uploader,
            Optional.empty(),
            audience));
  }

  EventMessage withdrawn(Folder folder, String name, Actor by, StaffMember... team) {
    assign(team);
    List<StaffId> audience = Stream.of(team).map(StaffMember::id).toList();
    return event(by, new DocumentWithdrawn(document(folder, name), audience));
  }

  NamedDocument document(Folder folder, String name) {
    return new NamedDocument(folder.named(), new DocumentId(ids.next()), name);
  }

  static EventId id(EventMessage message) {
    return new EventId(message.key().sk());
  }

  RecordBounces recordBounces() {
    return new RecordBounces(table, clock, ids);
  }

  RecordNotices recordNotices() {
    return new RecordNotices(table);
  }

  SendReminders sendReminders() {
    return sendReminders(table);
  }

  SendReminders sendReminders(Table through) {
    return new SendReminders(through, ids, clock);
  }

  SendDueDigests sendDueDigests() {
    return new SendDueDigests(table, mailSender, textSender, links, clock);
  }

  List<Item> partition(String pk) {
    return firm.table.partition(pk);
  }

  List<Notice> inbox(PersonId person) {
    return partition(TableKeys.inbox(person)).stream().map(Notice::fromItem).toList();
  }

  List<DigestWindow> digests(Holder holder) {
    return partition(TableKeys.digests(holder)).stream().map(DigestWindow::fromItem).toList();
  }

  Map<Key, Item> everything() {
    return firm.table.everything();
  }

  /** Restores an earlier state of the table. */
  void restore(Map<Key, Item> before) {
    InMemoryTable now = firm.table;
    now.everything().keySet().forEach(key -> write(Write.delete(key)));
    before.values().forEach(item -> write(Write.put(item)));
  }
}
