package clientportal.access;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.DocumentTypes;
import clientportal.access.records.DocumentTypes.DocumentType;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Firm;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.StaffMember;
import clientportal.platform.Ids;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A firm in an in-memory table, to which tests add staff, clients, contacts and folders. */
public final class TestFirm {
  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

  public final InMemoryTable table;
  public final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  public final Ids ids = new Ids(clock);
  public final FirmId id = new FirmId(ids.next());
  public final Firm firm = new Firm(id, "Meyer & Søn", "meyer", Firm.Settings.DEFAULT, NOW, 1, 1);

  public TestFirm() {
    this(new InMemoryTable());
  }

  /** Creates a firm in a table that can hold other firms. */
  public TestFirm(InMemoryTable table) {
    this.table = table;
    write(Write.create(firm.toItem()));
  }

  /** Returns a caller whose session has not begun long ago, whatever the clock of the test. */
  public static Caller caller(PersonId person) {
    Instant later = Instant.parse("2100-01-01T00:00:00Z");
    return new Caller(person, new SignIn(later, true, SignIn.Factors.TWO));
  }

  public Access access() {
    return new Access(table, clock);
  }

  private void write(Write... writes) {
    ((Table) table).write(List.of(writes));
  }

  public static PersonId person() {
    return new PersonId(UUID.randomUUID().toString());
  }

  /** Adds a staff member who has signed in. */
  public PersonId staff(Role role, boolean webPortal) {
    PersonId person = person();
    StaffMember member = staffMember(role, webPortal, Optional.of(person));
    write(
        Write.create(member.toItem()),
        Affiliations.put(id, person, member.membership()),
        Affiliations.reference(id, person));
    return person;
  }

  /** Returns a staff member without storing it. */
  public StaffMember staffMember(Role role, boolean webPortal, Optional<PersonId> person) {
    return new StaffMember(
        id,
        new StaffId(ids.next()),
        "Ada Staff",
        new EmailAddress("ada@firm.test"),
        role,
        webPortal,
        true,
        person.isPresent() ? AccountStatus.ACTIVE : AccountStatus.INVITED,
        person,
        NOW,
        Optional.empty(),
        NoticeMails.EACH,
        1);
  }

  /** Adds a client without account, whose address is confirmed. */
  public Client client(Client.Kind kind, Optional<String> email) {
    Client client =
        new Client(
            new ClientPath(id, new ClientId(ids.next())),
            kind,
            "Carla Client",
            email.map(EmailAddress::new),
            email.map(_ -> NOW),
            Optional.empty(),
            NOW,
            List.of(),
            AccountStatus.NONE,
            1);
    write(Write.create(client.toItem()));
    return client;
  }

  /** Adds a contact without account, whose address is confirmed. */
  public Contact contact(ClientPath client, Optional<String> email, boolean webPortal) {
    Contact contact =
        new Contact(
            client,
            new ContactId(ids.next()),
            "Colin Contact",
            email.map(EmailAddress::new),
            email.map(_ -> NOW),
            Optional.empty(),
            "brother",
            webPortal,
            AccountStatus.NONE,
            Optional.empty(),
            NOW,
            1);
    write(Write.create(contact.toItem()));
    return contact;
  }

  /** Adds a person with a link as the client. */
  public PersonId link(ClientPath client) {
    PersonId person = person();
    write(
        Links.add(
                client,
                person,
                new Capacity(Recipient.CLIENT, "Carla Client", true, NOW, Optional.empty()),
                Optional.empty())
            .toArray(Write[]::new));
    return person;
  }

  /** Adds a person with a link as one of the client's contacts. */
  public PersonId linkContact(ClientPath client, ContactId contact, boolean webPortal) {
    PersonId person = person();
    write(
        Links.add(
                client,
                person,
                new Capacity(
                    new Recipient.Contact(contact),
                    "Colin Contact",
                    webPortal,
                    NOW,
                    Optional.empty()),
                Optional.empty())
            .toArray(Write[]::new));
    return person;
  }

  /** Gives the firm document types with these names, all in use. */
  public List<DocumentTypeId> documentTypes(String... names) {
    List<DocumentType> types =
        Stream.of(names)
            .map(name -> new DocumentType(new DocumentTypeId(ids.next()), name, false))
            .toList();
    write(Write.put(new DocumentTypes(id, types, 1).toItem()));
    return types.stream().map(DocumentType::id).toList();
  }

  /** Retires all document types of the firm. */
  public void retireDocumentTypes() {
    DocumentTypes types = DocumentTypes.of(id, table.read(List.of(TableKeys.documentTypes(id))));
    write(
        Write.put(
            types
                .with(
                    types.all().stream()
                        .map(type -> new DocumentType(type.id(), type.name(), true))
                        .toList())
                .toItem()));
  }

  /** Gives the firm a share policy. */
  public void policy(SharePolicy.Mode mode, Object... types) {
    List<String> texts = Stream.of(types).map(Object::toString).toList();
    write(Write.put(new FirmSharePolicy(id, SharePolicy.of(mode, texts), 1).toItem()));
  }

  /** Adds a folder that is open to the recipients. */
  public Folder folder(ClientPath client, AccessLevel access, Recipient... recipients) {
    List<Grant> grants = new ArrayList<>();
    for (Recipient recipient : recipients) {
      grants.add(new Grant(recipient, access, NOW, Optional.empty()));
    }
    Folder folder =
        new Folder(
            new FolderPath(client, new FolderId(ids.next())),
            "Taxes 2025",
            NOW,
            false,
            new Grants(grants),
            1);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(folder.toItem()));
    writes.addAll(FeedRow.creations(folder));
    write(writes.toArray(Write[]::new));
    return folder;
  }
}
