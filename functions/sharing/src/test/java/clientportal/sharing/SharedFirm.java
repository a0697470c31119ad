package clientportal.sharing;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.EventData.Shared;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A firm with a client whose account is active, for tests of shares, an hour after its folders. */
final class SharedFirm {
  static final Instant BEFORE = TestFirm.NOW;
  static final Instant NOW = BEFORE.plusSeconds(3600);

  final TestFirm firm;
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final Access access;
  final ClientPath client;
  final PersonId sharer;

  SharedFirm() {
    this(new InMemoryTable());
  }

  SharedFirm(InMemoryTable table) {
    firm = new TestFirm(table);
    access = new Access(table, clock);
    client = client(AccountStatus.ACTIVE);
    sharer = firm.staff(Role.STAFF, true);
  }

  ClientPath client(AccountStatus account) {
    ClientPath path = new ClientPath(firm.id, new ClientId(firm.ids.next()));
    write(
        Write.create(
            new Client(
                    path,
                    Client.Kind.CLIENT,
                    "Carla Client",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    BEFORE,
                    List.of(),
                    account,
                    1)
                .toItem()));
    return path;
  }

  Recipient.Contact contact(String name, boolean webPortal) {
    return contact(name, Optional.empty(), webPortal, AccountStatus.NONE);
  }

  Recipient.Contact contact(
      String name, Optional<EmailAddress> email, boolean webPortal, AccountStatus account) {
    Contact contact =
        new Contact(
            client,
            new ContactId(firm.ids.next()),
            name,
            email,
            Optional.empty(),
            Optional.empty(),
            "spouse",
            webPortal,
            account,
            Optional.empty(),
            BEFORE,
            1);
    write(Write.create(contact.toItem()));
    return new Recipient.Contact(contact.id());
  }

  static Grant grant(Recipient recipient, AccessLevel access, Optional<Instant> expiresAt) {
    return new Grant(recipient, access, BEFORE, expiresAt);
  }

  static Grant view(Recipient recipient) {
    return grant(recipient, AccessLevel.VIEW, Optional.empty());
  }

  static Grant viewUntil(Recipient recipient, Instant end) {
    return grant(recipient, AccessLevel.VIEW, Optional.of(end));
  }

  Folder folder(Grant... grants) {
    return folder(client, false, grants);
  }

  Folder folder(ClientPath of, boolean archived, Grant... grants) {
    Folder folder =
        new Folder(
            new FolderPath(of, new FolderId(firm.ids.next())),
            "Taxes 2025",
            BEFORE,
            archived,
            new Grants(List.of(grants)),
            1);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.create(folder.toItem()));
    writes.addAll(FeedRow.creations(folder));
    write(writes.toArray(Write[]::new));
    return folder;
  }

  Folder stored(FolderPath path) {
    Item item = firm.table.everything().get(TableKeys.folder(path));
    if (item == null) {
      throw new AssertionError("no folder at " + path);
    }
    return Folder.fromItem(item);
  }

  /** Adds an available document, as its own module writes it. */
  SharedDocument document(Folder folder, String name, Grant... grants) {
    return document(folder, name, Optional.empty(), grants);
  }

  SharedDocument document(
      Folder folder, String name, Optional<DocumentTypeId> type, Grant... grants) {
    DocumentPath path = new DocumentPath(folder.path(), new DocumentId(firm.ids.next()));
    SharedDocument document =
        new SharedDocument(
            TableKeys.document(path.folder(), path.document()),
            path,
            name,
            BEFORE,
            false,
            type,
            new Grants(List.of(grants)),
            1);
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.create(
            Fields.of()
                .with("name", name)
                .with(DocumentTypeField.ATTRIBUTE, type.map(DocumentTypeId::value))
                .with("size", 7)
                .with("createdAt", BEFORE)
                .with("revision", 0)
                .at(document.key())));
    write(writes.toArray(Write[]::new));
    write(
        Stream.concat(Stream.of(document.saveGrants()), FeedRow.creations(document).stream())
            .toArray(Write[]::new));
    return document;
  }

  SharedDocument stored(DocumentPath path) {
    return SharedDocument.fromItem(item(TableKeys.document(path.folder(), path.document())));
  }

  Item item(Key key) {
    Item item = firm.table.everything().get(key);
    if (item == null) {
      throw new AssertionError("no item at " + key);
    }
    return item;
  }

  List<FeedRow> feed(Recipient recipient) {
    return firm.table.partition(TableKeys.feed(client, FeedName.of(recipient), false)).stream()
        .map(item -> FeedRow.fromItem(client, FeedName.of(recipient), item))
        .toList();
  }

  List<Event> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .sorted(Comparator.comparing(event -> event.id().value()))
        .toList();
  }

  /** Returns how an event changed the recipients of an item. */
  static Recipients recipients(Event event) {
    return ((Shared) event.data()).recipients();
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  static Exchange call(String method, PersonId caller, FolderPath folder) {
    return Exchange.of(method, folder + "/shares")
        .as(caller.value())
        .path("firmId", folder.client().firm())
        .path("clientId", folder.client().client())
        .path("folderId", folder.folder());
  }

  static Exchange put(PersonId caller, Folder folder, String shares) {
    return call("PUT", caller, folder.path()).json("{\"recipients\": [" + shares + "]}");
  }

  static Exchange call(String method, PersonId caller, DocumentPath document) {
    return Exchange.of(method, document + "/shares")
        .as(caller.value())
        .path("firmId", document.folder().client().firm())
        .path("clientId", document.folder().client().client())
        .path("folderId", document.folder().folder())
        .path("documentId", document.document());
  }

  static Exchange put(PersonId caller, SharedDocument document, String shares) {
    return call("PUT", caller, document.path()).json("{\"recipients\": [" + shares + "]}");
  }

  static String share(Recipient recipient, String access) {
    return "{\"recipient\": \"%s\", \"access\": \"%s\"}".formatted(recipient.text(), access);
  }
}
