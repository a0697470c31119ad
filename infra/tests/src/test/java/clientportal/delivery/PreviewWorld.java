package clientportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.Member;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.Site;
import clientportal.notifications.Mailroom;
import clientportal.platform.Ids;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.portals.PortalHandlers;
import clientportal.requests.RequestHandlers;
import clientportal.sharing.SharingHandlers;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A firm with a client, contacts and members in any state, of whom some have digests that are
 * collecting, and a change that is to be made.
 */
final class PreviewWorld {
  private static final List<String> ZONES = List.of("UTC", "Europe/Madrid", "America/New_York");

  /** Somebody with an account, or without. */
  private record Somebody(Holder holder, String address, Optional<PersonId> person) {}

  /**
   * A call that can be previewed.
   *
   * @param name which only notices of it have
   */
  private record Change(
      String name,
      String path,
      Map<String, Object> ids,
      String body,
      String method,
      RequestStreamHandler handler,
      String previewed,
      RequestStreamHandler preview) {}

  private static final class MovedClock extends Clock {
    private Instant now = TestFirm.NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Random random;
  private final String description;
  private final InMemoryTable memory = InMemoryTable.withWholePages();
  private final Table table = memory;
  private final TestFirm firm = new TestFirm(memory);
  private final MovedClock clock = new MovedClock();
  private final Ids ids = new Ids(clock);
  private final SharingHandlers sharing = new SharingHandlers(table, clock, ids);
  private final RequestHandlers requests = new RequestHandlers(table, clock, ids);
  private final PortalHandlers portals = new PortalHandlers(table, clock, ids);
  private final Mailroom mailroom = new Mailroom(table, clock, ids);
  private final PersonId sharer = firm.staff(Role.STAFF, true);
  private final ClientPath client;
  private final Map<String, Somebody> people = new HashMap<>();
  private final List<Recipient> recipients = new ArrayList<>();
  private final List<MemberId> members = new ArrayList<>();
  private final List<PersonId> persons = new ArrayList<>();
  private final Set<Key> delivered = new HashSet<>();
  private int mails;
  private int names;

  PreviewWorld(long seed, int number) {
    random = new Random(seed + number);
    description = "seed %d, world %d".formatted(seed, number);
    write(Write.put(site().toItem()));
    settings();
    Client of =
        firm.client(
            random.nextInt(10) == 0 ? Client.Kind.OTHER : Client.Kind.CLIENT,
            Optional.of("client@client.test"));
    client = of.path();
    rename(TableKeys.client(client), "Client");
    if (of.kind().hasAccounts()) {
      account(new Holder.Party(client, Recipient.CLIENT), "Client", "client@client.test");
    }
    recipients.add(Recipient.CLIENT);
    recipients.add(Recipient.ALL_AUTHORIZED);
    for (int i = random.nextInt(4); i > 0; i--) {
      contact("Contact " + i);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      member("Member " + i);
    }
    portal();
    for (int i = random.nextInt(3); i > 0; i--) {
      make(change());
      deliver();
      pass(Duration.ofSeconds(random.nextInt(900)));
      if (random.nextBoolean()) {
        mailroom.sendDueDigests();
      }
    }
  }

  private Site site() {
    return Site.first(firm.firm).with(SiteSettings.initial("Meyer"));
  }

  private void write(Write... writes) {
    table.write(List.of(writes));
  }

  private void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void settings() {
    LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
    LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(60));
    Optional<MailTimes.QuietHours> hours =
        oneIn(2) && MailTimes.QuietHours.areAllowed(from, to)
            ? Optional.of(new MailTimes.QuietHours(from, to))
            : Optional.empty();
    List<DayOfWeek> days = oneIn(3) ? List.of(DayOfWeek.of(1 + random.nextInt(7))) : List.of();
    Optional<Long> limit = oneIn(3) ? Optional.of(1L + random.nextInt(2)) : Optional.empty();
    Firm.Settings old = Firm.Settings.DEFAULT;
    Firm before = firm.firm;
    write(
        before
            .withDetails(
                before.name(),
                new Firm.Settings(
                    any(List.of(0L, 5L, 60L, 1440L)),
                    old.selfRegistration(),
                    ZoneId.of(any(ZONES)),
                    old.language(),
                    old.passwordClasses(),
                    old.secondFactor(),
                    old.notes(),
                    old.replyTo(),
                    new MailTimes(hours, days, limit),
                    old.reminders()))
            .saveDetails());
  }

  private void rename(Key key, String name) {
    write(Write.update(key).set(Fields.of().with("name", name).build()).when(Condition.present()));
  }

  private void contact(String name) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@client.test";
    Optional<String> email = oneIn(4) ? Optional.empty() : Optional.of(address);
    Contact contact = firm.contact(client, email, !oneIn(6));
    rename(TableKeys.contact(client, contact.id()), name);
    Recipient.Contact recipient = new Recipient.Contact(contact.id());
    recipients.add(recipient);
    Holder.Party holder = new Holder.Party(client, recipient);
    if (email.isPresent()) {
      account(holder, name, address);
    }
  }

  private void member(String name) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@home.test";
    MemberId id = new MemberId(ids.next());
    Member member = Member.create(firm.id, id, name, new EmailAddress(address), clock.instant());
    write(member.create().toArray(Write[]::new));
    members.add(id);
    recipients.add(new Recipient.Member(id));
    account(member.holder(), name, address);
  }

  /** Gives somebody an account in any state; a person may have several. */
  private void account(Holder holder, String name, String address) {
    AccountStatus status = any(List.of(AccountStatus.values()));
    if (oneIn(2)) {
      status = AccountStatus.ACTIVE;
    }
    people.put(name, new Somebody(holder, address, Optional.empty()));
    if (status == AccountStatus.NONE) {
      return;
    }
    Account account = Account.invite(holder, new EmailAddress(address), clock.instant());
    account =
        switch (status) {
          case NONE, INVITED -> account;
          case BOUNCED -> account.bounce();
          case REVOKED -> account.revoke();
          case ACTIVE -> account.activate(person(), clock.instant());
        };
    long revision = item(TableKeys.holder(holder)).fields().number(Item.REVISION);
    write(Write.create(account.toItem()), account.copyToHolder(revision));
    people.put(name, new Somebody(holder, address, account.person()));
    account.person().ifPresent(person -> join(holder, person));
  }

  private PersonId person() {
    if (oneIn(8)) {
      return sharer;
    }
    if (!persons.isEmpty() && oneIn(4)) {
      return any(persons);
    }
    persons.add(TestFirm.person());
    return persons.getLast();
  }

  private void join(Holder holder, PersonId person) {
    switch (holder) {
      case Holder.Staff staff -> throw new AssertionError(staff);
      case Holder.Party(var of, Recipient.OfClient party) -> {
        Optional<Item> link = table.find(TableKeys.link(of, person));
        Capacity capacity =
            new Capacity(
                party,
                "Somebody",
                Account.isPermitted(holder, table.read(Account.keys(holder))),
                TestFirm.NOW,
                Optional.empty());
        write(Links.add(of, person, capacity, link).toArray(Write[]::new));
      }
      case Holder.Member(var of, MemberId member) ->
          write(
              Affiliations.put(
                  of, person, Member.fromItem(item(PortalKeys.member(of, member))).portalMember()));
    }
  }

  private Item item(Key key) {
    return table.require(key);
  }

  /** Lets some of the members into a portal, of which nobody is notified. */
  private void portal() {
    if (oneIn(4)) {
      return;
    }
    String some =
        members.stream()
            .filter(_ -> random.nextBoolean())
            .map(this::known)
            .collect(Collectors.joining(","));
    Exchange.Answer created =
        Exchange.of("POST", "/v1/firms/" + firm.id + "/portals")
            .as(sharer.value())
            .path("firmId", firm.id)
            .json(newPortal("Family", "[" + some + "]"))
            .send(portals.createPortal());
    assertThat(created.status()).as(description).isEqualTo(201);
    memory.everything().keySet().stream()
        .filter(key -> key.pk().equals("FIRM#" + firm.id + "#EVENTS"))
        .forEach(delivered::add);
  }

  private String known(MemberId member) {
    return "{\"memberId\": \"%s\", \"role\": \"%s\"}".formatted(member, role());
  }

  private String role() {
    return random.nextBoolean() ? "full-access" : "contributor";
  }

  private String newPortal(String name, String its) {
    return "{\"slug\": \"meyer\", \"name\": \"%s\", \"clientIds\": [\"%s\"], \"members\": %s}"
        .formatted(name, client.client(), its);
  }

  private Change change() {
    String name = "Thing-" + names++ + "-";
    return switch (random.nextInt(6)) {
      case 0, 1 -> folder(name);
      case 2 -> document(name);
      case 3 -> request(name);
      case 4 -> prepared(name);
      default -> joining(name);
    };
  }

  private Optional<Instant> end() {
    return oneIn(4)
        ? Optional.of(clock.instant().plusSeconds(60 + random.nextInt(200_000)))
        : Optional.empty();
  }

  private Grants grants() {
    return new Grants(
        oneIn(2)
            ? List.of()
            : recipients.stream()
                .filter(_ -> oneIn(3))
                .map(to -> new Grant(to, AccessLevel.VIEW, TestFirm.NOW, end()))
                .toList());
  }

  private Folder stored(String name, Grants grants) {
    Folder folder =
        new Folder(
            new FolderPath(client, new FolderId(ids.next())), name, clock.now, false, grants, 1);
    List<Write> writes = new ArrayList<>(FeedRow.creations(folder));
    writes.add(Write.create(folder.toItem()));
    write(writes.toArray(Write[]::new));
    return folder;
  }

  /** Returns a set of shares: of those that must be in it, and some others. */
  private String shares(Grants required) {
    return recipients.stream()
        .filter(to -> required.to(to).isPresent() || oneIn(2))
        .map(to ->
            "{\"recipient\": \"%s\", \"access\": \"view\"%s}"
                .formatted(
                    to.text(), end().map(at -> ", \"expiresAt\": \"" + at + "\"").orElse("")))
        .collect(Collectors.joining(",", "{\"recipients\": [", "]}"));
  }

  private Change folder(String name) {
    Folder folder = stored(name, grants());
    String path = folder.path() + "/shares";
    return new Change(
        name,
        path,
        Map.of("folderId", folder.id()),
        shares(Grants.NONE),
        "PUT",
        sharing.setFolderShares(),
        path + "/preview",
        sharing.previewFolderShares());
  }

  private Change document(String name) {
    Folder folder = stored("Folder", grants());
    DocumentPath path = new DocumentPath(folder.path(), new DocumentId(ids.next()));
    Key key = TableKeys.document(folder.path(), path.document());
    SharedDocument document =
        new SharedDocument(key, path, name, clock.now, false, Optional.empty(), grants(), 1);
    write(
        Write.create(
            Fields.of()
                .with("name", name)
                .with("createdAt", clock.now)
                .with("revision", 0)
                .at(key)));
    List<Write> writes = new ArrayList<>(FeedRow.creations(document));
    writes.add(document.saveGrants());
    write(writes.toArray(Write[]::new));
    return new Change(
        name,
        path + "/shares",
        Map.of("folderId", folder.id(), "documentId", path.document()),
        shares(folder.grants()),
        "PUT",
        sharing.setDocumentShares(),
        path + "/shares/preview",
        sharing.previewDocumentShares());
  }

  private String engagement(String name) {
    return (String)
        call("POST", client + "/engagements", Map.of())
            .json("{\"name\": \"%s\"}".formatted(name))
            .send(requests.createEngagement())
            .get("engagementId");
  }

  private String items(boolean draft) {
    String assignee =
        any(recipients.stream().filter(to -> !to.equals(Recipient.ALL_AUTHORIZED)).toList()).text();
    return "{\"draft\": %s, \"assignee\": \"%s\", \"items\": [{\"name\": \"Deeds\"}]}"
        .formatted(draft, assignee);
  }

  private Change request(String name) {
    String engagement = engagement(name);
    String path = client + "/engagements/" + engagement + "/items";
    return new Change(
        name,
        path,
        Map.of("engagementId", engagement),
        items(oneIn(10)),
        "POST",
        requests.requestDocuments(),
        path + "/preview",
        requests.previewRequest());
  }

  /** Drafts, which are sent. */
  private Change prepared(String name) {
    String engagement = engagement(name);
    String path = client + "/engagements/" + engagement;
    Map<String, Object> its = Map.of("engagementId", engagement);
    for (int i = random.nextInt(3); i > 0; i--) {
      call("POST", path + "/items", its).json(items(true)).send(requests.requestDocuments());
    }
    return new Change(
        name,
        path + "/request",
        its,
        "{}",
        "POST",
        requests.sendRequest(),
        path + "/items/preview",
        requests.previewRequest());
  }

  /** A portal of another client, or more members of one. */
  private Change joining(String name) {
    List<String> joining = new ArrayList<>();
    members.stream().filter(_ -> random.nextBoolean()).map(this::known).forEach(joining::add);
    for (int i = random.nextInt(3); i > 0; i--) {
      String person = "New-" + names++;
      String address = person.toLowerCase(Locale.ROOT) + "@home.test";
      people.put(
          person,
          new Somebody(
              new Holder.Member(firm.id, new MemberId(ids.next())), address, Optional.empty()));
      joining.add(
          "{\"name\": \"%s\", \"email\": \"%s\", \"role\": \"%s\"}"
              .formatted(person, address, role()));
    }
    String its = "[" + String.join(",", joining) + "]";
    String path = "/v1/firms/" + firm.id + "/portals";
    String other = firm.client(Client.Kind.CLIENT, Optional.empty()).path().client().value();
    String body = newPortal(name, its).replace(client.client().value(), other);
    if (random.nextBoolean()) {
      return new Change(
          name,
          path,
          Map.of(),
          body,
          "POST",
          portals.createPortal(),
          path + "/preview",
          portals.previewPortal());
    }
    Object portal =
        call("POST", path, Map.of())
            .json(newPortal(name, "[]").replace(client.client().value(), other))
            .send(portals.createPortal())
            .get("portalId");
    return new Change(
        name,
        path + "/" + portal + "/members",
        Map.of("portalId", portal),
        "{\"members\": " + its + "}",
        "POST",
        portals.addPortalMembers(),
        path + "/" + portal + "/members/preview",
        portals.previewPortalMembers());
  }

  private Exchange call(String method, String path, Map<String, Object> parameters) {
    Exchange exchange =
        Exchange.of(method, path)
            .as(sharer.value())
            .path("firmId", firm.id)
            .path("clientId", client.client());
    parameters.forEach(exchange::path);
    return exchange;
  }

  private Exchange.Answer make(Change change) {
    return call(change.method(), change.path(), change.ids())
        .json(change.body())
        .send(change.handler());
  }

  private Exchange.Answer preview(Change change) {
    boolean sends = change.path().endsWith("/request");
    return call("POST", change.previewed(), change.ids())
        .json(sends ? "{\"send\": {}}" : change.body())
        .send(change.preview());
  }

  /** Delivers the events that are new; returns them. */
  private List<Event> deliver() {
    List<Event> events =
        memory.everything().values().stream()
            .filter(item -> item.fields().has(Event.TYPE) && delivered.add(item.key()))
            .map(Event::fromItem)
            .sorted(Comparator.comparing(event -> event.id().value()))
            .toList();
    events.forEach(mailroom::deliver);
    return events;
  }

  private Optional<Instant> nextDue() {
    return memory.everything().values().stream()
        .filter(item -> item.fields().optionalText("dueShard").orElse("").startsWith("DIGEST"))
        .map(item -> item.fields().instant("dueAt"))
        .min(Instant::compareTo);
  }

  private void runTheClockOut() {
    for (Optional<Instant> due = nextDue(); due.isPresent(); due = nextDue()) {
      clock.now = due.filter(clock.now::isBefore).orElse(clock.now);
      mailroom.sendDueDigests();
    }
  }

  /** Returns how many mails the change caused. */
  int mails() {
    return mails;
  }

  /** Makes a change after its preview; returns whether it was made. */
  boolean isMadeAsPreviewed() {
    Change change = change();
    deliver();
    Map<Key, Item> before = memory.everything();
    Exchange.Answer preview = preview(change);
    assertThat(memory.everything()).as(description).isEqualTo(before);
    int sentBefore = mailroom.sent().size();

    Exchange.Answer made = make(change);

    if (made.status() >= 400) {
      assertThat(preview.status()).as(description).isEqualTo(made.status());
      assertThat(preview.problem()).as(description).isEqualTo(made.problem());
      return false;
    }
    assertThat(preview.status()).as("%s: %s", description, preview.body()).isEqualTo(200);
    List<Event> events = deliver();
    runTheClockOut();
    Set<String> planned = planned(preview);
    assertThat(sent(sentBefore, change.name())).as(description).isEqualTo(planned);
    assertThat(preview.get("mails")).as(description).isEqualTo((long) planned.size());
    assertThat(inPortal(events)).as(description).isEqualTo(plannedInPortal(preview));
    mails = planned.size();
    return true;
  }

  private static Stream<Map<?, ?>> deliveries(Exchange.Answer preview) {
    return ((List<?>) preview.get("deliveries")).stream().map(each -> (Map<?, ?>) each);
  }

  private Set<String> planned(Exchange.Answer preview) {
    return deliveries(preview)
        .filter(each -> !"portal-only".equals(each.get("channel")))
        .map(each ->
            each.get("channel")
                + " to "
                + somebody(each).address()
                + " at "
                + Instant.parse((String) each.get("at")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Somebody somebody(Map<?, ?> delivery) {
    return Optional.ofNullable(people.get((String) delivery.get("name"))).orElseThrow();
  }

  /** Returns the mails that have something of the change, each once. */
  private Set<String> sent(int from, String name) {
    List<String> all =
        mailroom.sent().stream()
            .skip(from)
            .filter(mail -> isInvitation(mail) || mail.text().contains(name))
            .map(mail ->
                (isInvitation(mail) ? "invitation" : "digest")
                    + " to "
                    + mail.address()
                    + " at "
                    + mail.at())
            .toList();
    assertThat(all).as(description).doesNotHaveDuplicates();
    return new TreeSet<>(all);
  }

  private static boolean isInvitation(Mailroom.Sent mail) {
    return mail.text().contains("/invitation#");
  }

  private Set<PersonId> plannedInPortal(Exchange.Answer preview) {
    return deliveries(preview)
        .filter(each -> !"invitation".equals(each.get("channel")))
        .flatMap(each -> somebody(each).person().stream())
        .collect(Collectors.toSet());
  }

  /** Returns who has a notice of the events in the portal. */
  private Set<PersonId> inPortal(List<Event> events) {
    return Stream.concat(persons.stream(), Stream.of(sharer))
        .filter(person ->
            memory.partition(TableKeys.inbox(person)).stream()
                .map(Notice::fromItem)
                .anyMatch(
                    notice -> events.stream().anyMatch(event -> event.id().equals(notice.id()))))
        .collect(Collectors.toSet());
  }
}
