package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.ItemPath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder, document, note or group note in a feed, as lists show it; decisions never read it. If
 * the item is shared with {@code all-authorized} too, the own row of the client or a contact
 * includes that grant: the wider access counts first, until it expires. What is shared with anybody
 * has a row in the feed of published items, which includes all grants. Archived items have feeds of
 * their own.
 *
 * @param createdAt when the item was created
 * @param others in a row of {@code all-authorized}: the recipients who have a row of their own for
 *     the same item, and skip this one
 * @param afterwards the access that remains when {@code access} has expired, if any
 * @param archived whether the item is archived
 */
public record FeedRow(
    ItemPath path,
    FeedName feed,
    String name,
    Instant createdAt,
    AccessLevel access,
    Instant sharedAt,
    Optional<Instant> expiresAt,
    List<Recipient> others,
    Optional<Term> afterwards,
    boolean archived,
    Optional<DocumentTypeId> documentType) {

  /** An access level, and until when it lasts. */
  public record Term(AccessLevel access, Optional<Instant> expiresAt) {

    /** The widest access first; of two equal ones, the one that lasts longer. */
    private static final Comparator<Term> WIDEST_FIRST =
        Comparator.comparing(Term::access).thenComparing(Term::end).reversed();

    private Instant end() {
      return expiresAt.orElse(Instant.MAX);
    }

    private boolean isInForce(Instant now) {
      return now.isBefore(end());
    }

    private Fields toFields() {
      return Fields.of().with("access", access.text()).with("expiresAt", expiresAt).build();
    }

    private static Term of(Grant grant) {
      return new Term(grant.access(), grant.expiresAt());
    }

    private static Term fromFields(Fields fields) {
      return new Term(AccessLevel.of(fields.text("access")), fields.optionalInstant("expiresAt"));
    }
  }

  /** Returns the row for a grant of what lists show of an item. */
  public static FeedRow of(Listing item, Grant grant) {
    Optional<Grant> ofAllToo =
        grant.recipient() instanceof Recipient.OfClient
            ? item.grants().to(Recipient.ALL_AUTHORIZED)
            : Optional.empty();
    List<Grant> grants = Stream.concat(Stream.of(grant), ofAllToo.stream()).toList();
    return of(
        item,
        FeedName.of(grant.recipient()),
        grants,
        grant.sharedAt(),
        grant.recipient() instanceof Recipient.AllAuthorized ? authorized(item) : List.of());
  }

  /**
   * Returns the row in the feed of published items: at the time of the first of the grants, with
   * the widest access; empty if the item is shared with nobody.
   */
  private static Optional<FeedRow> published(Listing item) {
    List<Grant> grants = item.grants().all();
    return grants.stream()
        .map(Grant::sharedAt)
        .min(Comparator.naturalOrder())
        .map(since -> of(item, FeedName.PUBLISHED, grants, since, List.of()));
  }

  private static FeedRow of(
      Listing item, FeedName feed, List<Grant> grants, Instant sharedAt, List<Recipient> others) {
    List<Term> terms = grants.stream().map(Term::of).sorted(Term.WIDEST_FIRST).toList();
    Term widest = terms.getFirst();
    return new FeedRow(
        item.path(),
        feed,
        item.name(),
        item.createdAt(),
        widest.access(),
        sharedAt,
        widest.expiresAt(),
        others,
        terms.stream().filter(term -> term.end().isAfter(widest.end())).findFirst(),
        item.archived(),
        item.documentType());
  }

  /** A member is not among all authorized, and sees by that what they see as somebody else. */
  private static List<Recipient> authorized(Listing item) {
    return item.grants().all().stream()
        .map(Grant::recipient)
        .filter(Recipient.OfClient.class::isInstance)
        .toList();
  }

  /** Returns the writes of the rows of a new item. */
  public static List<Write> creations(Shareable item) {
    return rows(item.listing()).values().stream().map(FeedRow::put).toList();
  }

  /** Returns the writes that turn the rows of an item into those of the changed item. */
  public static List<Write> changes(Shareable before, Shareable after) {
    Map<Key, FeedRow> old = rows(before.listing());
    Map<Key, FeedRow> next = rows(after.listing());
    return Stream.concat(
            old.values().stream().filter(row -> !next.containsKey(row.key())).map(FeedRow::delete),
            next.values().stream().filter(row -> !row.equals(old.get(row.key()))).map(FeedRow::put))
        .toList();
  }

  private static Map<Key, FeedRow> rows(Listing item) {
    Map<Key, FeedRow> rows = new LinkedHashMap<>();
    Stream.concat(
            item.grants().all().stream().map(grant -> of(item, grant)), published(item).stream())
        .forEach(row -> rows.put(row.key(), row));
    return rows;
  }

  /** Returns the row with the access that is in force now; empty if all of it has expired. */
  public Optional<FeedRow> at(Instant now) {
    return Stream.concat(Stream.of(new Term(access, expiresAt)), afterwards.stream())
        .filter(term -> term.isInForce(now))
        .findFirst()
        .map(this::with);
  }

  private FeedRow with(Term term) {
    return new FeedRow(
        path,
        feed,
        name,
        createdAt,
        term.access(),
        sharedAt,
        term.expiresAt(),
        others,
        afterwards.filter(then -> !then.equals(term)),
        archived,
        documentType);
  }

  /** Returns the row with the widest access of itself and other rows of the same item. */
  public FeedRow widest(List<FeedRow> rows) {
    return Stream.concat(Stream.of(this), rows.stream())
        .map(row -> new Term(row.access, row.expiresAt))
        .min(Term.WIDEST_FIRST)
        .map(this::with)
        .orElse(this);
  }

  /** Tells whether a recipient in these capacities has a row of their own for the item. */
  public boolean isSkippedBy(Collection<? extends Recipient> capacities) {
    return others.stream().anyMatch(capacities::contains);
  }

  /** Tells whether a policy keeps the item closed to readers; that is never so for a folder. */
  public boolean isClosedBy(SharePolicy policy) {
    return !(path instanceof FolderPath) && policy.closes(documentType);
  }

  public Key key() {
    return new Key(
        TableKeys.feed(path.client(), feed, archived), TableKeys.feedSort(sharedAt, path));
  }

  public Write put() {
    return Write.put(toItem());
  }

  public Write delete() {
    return Write.delete(key());
  }

  public Item toItem() {
    Fields.Builder fields =
        Fields.of()
            .with("name", name)
            .with("createdAt", createdAt)
            .with("access", access.text())
            .with("sharedAt", sharedAt)
            .with("expiresAt", expiresAt)
            .withTexts("others", others.stream().map(Recipient::text).toList())
            .with("afterwards", afterwards.map(Term::toFields))
            .with("archived", archived)
            .with(DocumentTypeField.ATTRIBUTE, documentType.map(DocumentTypeId::value));
    switch (path) {
      // Only folders are listed by name.
      case FolderPath(ClientPath client, FolderId folder) ->
          fields
              .with("folderId", folder.value())
              .with("namesPartition", TableKeys.feedFolders(client, feed, archived))
              .with("namesSort", TableKeys.nameSort(name, folder.value()));
      case DocumentPath(FolderPath in, DocumentId document) ->
          fields.with("folderId", in.folder().value()).with("documentId", document.value());
      case NotePath(var _, NoteId note) -> fields.with("noteId", note.value());
      case ParticipantPath(var _, NoteId note) -> fields.with("groupNoteId", note.value());
    }
    return fields.at(key());
  }

  public static FeedRow fromItem(ClientPath client, FeedName feed, Item item) {
    Fields fields = item.fields();
    return new FeedRow(
        path(client, fields),
        feed,
        fields.text("name"),
        fields.instant("createdAt"),
        AccessLevel.of(fields.text("access")),
        fields.instant("sharedAt"),
        fields.optionalInstant("expiresAt"),
        fields.texts("others").stream().map(Recipient::of).toList(),
        fields.optionalMap("afterwards").map(Term::fromFields),
        fields.flag("archived"),
        DocumentTypeField.of(fields));
  }

  private static ItemPath path(ClientPath client, Fields fields) {
    return fields
        .optionalText("noteId")
        .<ItemPath>map(id -> new NotePath(client, new NoteId(id)))
        .or(() ->
            fields
                .optionalText("groupNoteId")
                .map(id -> new ParticipantPath(client, new NoteId(id))))
        .orElseGet(() -> inFolder(client, fields));
  }

  private static ItemPath inFolder(ClientPath client, Fields fields) {
    FolderPath folder = new FolderPath(client, new FolderId(fields.text("folderId")));
    return fields
        .optionalText("documentId")
        .<ItemPath>map(id -> new DocumentPath(folder, new DocumentId(id)))
        .orElse(folder);
  }
}
