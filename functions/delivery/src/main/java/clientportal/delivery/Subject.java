package clientportal.delivery;

import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.SharePolicy;
import clientportal.access.decision.Verdict;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Engagement;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.Holders;
import clientportal.access.records.Note;
import clientportal.access.records.Participation;
import clientportal.access.records.Portal;
import clientportal.access.records.RequestItem;
import clientportal.access.records.SharedDocument;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a notice is about. It says what must be read of it, whether it is still open to a reader,
 * and what it is called now; names are empty for a reader who can no longer see it.
 */
public sealed interface Subject {

  /** A folder that was shared. */
  record OfFolder(FolderPath path, Optional<String> name) implements Subject {
    @Override
    public Optional<ClientPath> client() {
      return Optional.of(path.client());
    }

    @Override
    public List<Key> keys() {
      return List.of(TableKeys.folder(path));
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      return read(path, items)
          .filter(folder -> isReadable(affiliation, folder.grants(), now))
          .isPresent();
    }

    @Override
    public OfFolder named(Items items) {
      return new OfFolder(path, read(path, items).map(Folder::name).or(() -> name));
    }

    @Override
    public OfFolder withoutNames() {
      return new OfFolder(path, Optional.empty());
    }
  }

  /** A note that was shared, by its title. */
  record OfNote(NotePath path, Optional<String> name) implements Subject {
    @Override
    public Optional<ClientPath> client() {
      return Optional.of(path.client());
    }

    @Override
    public List<Key> keys() {
      return List.of(TableKeys.note(path), TableKeys.sharePolicy(path.client().firm()));
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      return note(items)
          .map(note -> note.grants().under(policy(items), note.documentType()))
          .filter(grants -> isReadable(affiliation, grants, now))
          .isPresent();
    }

    @Override
    public boolean isKeptClosed(Items items) {
      return note(items).filter(note -> policy(items).closes(note.documentType())).isPresent();
    }

    private SharePolicy policy(Items items) {
      return Subject.policy(path.client(), items);
    }

    @Override
    public OfNote named(Items items) {
      return new OfNote(path, note(items).map(Note::name).or(() -> name));
    }

    @Override
    public OfNote withoutNames() {
      return new OfNote(path, Optional.empty());
    }

    private Optional<Note> note(Items items) {
      return items.at(TableKeys.note(path)).map(Note::fromItem);
    }
  }

  /** A group note that was shared with a participant, by its title. */
  record OfGroupNote(ParticipantPath path, Optional<String> name) implements Subject {
    @Override
    public Optional<ClientPath> client() {
      return Optional.of(path.client());
    }

    @Override
    public List<Key> keys() {
      return Stream.concat(
              Stream.of(TableKeys.sharePolicy(path.client().firm())), movingKeys().stream())
          .toList();
    }

    @Override
    public List<Key> movingKeys() {
      return List.of(TableKeys.participant(path), TableKeys.groupNote(path.group()));
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      SharePolicy policy = policy(path.client(), items);
      return Participation.at(path, items)
          .filter(group -> isReadable(affiliation, group.open(policy), now))
          .isPresent();
    }

    @Override
    public boolean isKeptClosed(Items items) {
      SharePolicy policy = policy(path.client(), items);
      return Participation.at(path, items)
          .filter(group -> policy.closes(group.documentType()))
          .isPresent();
    }

    @Override
    public boolean isMissing(Affiliation affiliation, Items items, Instant now) {
      return !affiliation.isStranger()
          && Participation.at(path, items).filter(Participation::isOfOneMoment).isEmpty();
    }

    @Override
    public OfGroupNote named(Items items) {
      return new OfGroupNote(
          path, Participation.at(path, items).map(Participation::name).or(() -> name));
    }

    @Override
    public OfGroupNote withoutNames() {
      return new OfGroupNote(path, Optional.empty());
    }
  }

  /** A document that was shared, added, uploaded or withdrawn. */
  record OfDocument(
      FolderPath folder, Optional<String> folderName, DocumentId id, Optional<String> name)
      implements InFolder {
    @Override
    public boolean isMissing(Affiliation affiliation, Items items, Instant now) {
      return isAtNoKey(items) && !affiliation.isStranger();
    }

    @Override
    public OfDocument named(Items items) {
      return new OfDocument(
          folder,
          presentFolderName(items),
          id,
          document(items).map(SharedDocument::name).or(() -> name));
    }

    @Override
    public OfDocument withoutNames() {
      return new OfDocument(folder, Optional.empty(), id, Optional.empty());
    }

    /** Returns which item of an engagement the document answers now, if it answers one. */
    public Optional<AnsweredItem> answers(Items items) {
      return items.newest(movingKeys()).flatMap(document -> AnsweredItem.in(document.fields()));
    }
  }

  /**
   * An upload that was rejected; it need not have become a document. It keeps its name: the
   * document has that of another version.
   *
   * @param answers the item for which it was uploaded, if it was for one: whoever is asked for that
   *     sees it, although the folder is not open to them
   */
  record OfUpload(
      FolderPath folder,
      Optional<String> folderName,
      DocumentId id,
      Optional<String> name,
      RejectionCode rejection,
      Optional<RequestItemPath> answers)
      implements InFolder {
    @Override
    public List<Key> keys() {
      return Stream.concat(
              InFolder.super.keys().stream(), answers.map(RequestKeys::requestItem).stream())
          .toList();
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      return InFolder.super.isOpenTo(affiliation, items, now)
          || answers
              .map(RequestKeys::requestItem)
              .flatMap(items::at)
              .map(RequestItem::fromItem)
              .filter(item -> isReadable(affiliation, new Grants(item.grants().all()), now))
              .isPresent();
    }

    @Override
    public boolean isMissing(Affiliation affiliation, Items items, Instant now) {
      return isAtNoKey(items) && !affiliation.isStranger() && !isOpenTo(affiliation, items, now);
    }

    @Override
    public OfUpload named(Items items) {
      return new OfUpload(folder, presentFolderName(items), id, name, rejection, answers);
    }

    @Override
    public OfUpload withoutNames() {
      return new OfUpload(folder, Optional.empty(), id, Optional.empty(), rejection, answers);
    }
  }

  /**
   * Somebody who registered, was appointed or lost a second factor.
   *
   * @param client empty for what concerns the firm
   * @param holder the staff member, client or contact who has the name; empty if the portal does
   *     not know who they are
   */
  record OfPerson(Optional<ClientPath> client, Optional<Holder> holder, Optional<String> name)
      implements Subject {
    @Override
    public List<Key> keys() {
      return holder.map(TableKeys::holder).stream().toList();
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      Action action = client.isPresent() ? Action.READ_CLIENT : Action.READ_STAFF;
      return Decision.decide(affiliation, action, Grants.NONE, now) == Verdict.ALLOWED;
    }

    @Override
    public OfPerson named(Items items) {
      return new OfPerson(
          client, holder, holder.flatMap(is -> Holders.name(is, items)).or(() -> name));
    }

    @Override
    public OfPerson withoutNames() {
      return new OfPerson(client, holder, Optional.empty());
    }
  }

  /**
   * Items of an engagement, by its name.
   *
   * @param items those that the event is about; more than one reader may be asked for them
   */
  record OfRequest(EngagementPath path, Optional<String> name, List<ItemId> items)
      implements Subject {
    public OfRequest {
      items = List.copyOf(items);
    }

    @Override
    public Optional<ClientPath> client() {
      return Optional.of(path.client());
    }

    @Override
    public List<Key> keys() {
      return List.of(RequestKeys.engagement(path));
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items read, Instant now) {
      return engagement(read)
          .filter(engagement -> isReadable(affiliation, engagement.grants(), now))
          .isPresent();
    }

    @Override
    public OfRequest named(Items read) {
      return new OfRequest(path, engagement(read).map(Engagement::name).or(() -> name), items);
    }

    @Override
    public OfRequest withoutNames() {
      return new OfRequest(path, Optional.empty(), items);
    }

    /** Returns it about other items. */
    public OfRequest withItems(Collection<ItemId> others) {
      return new OfRequest(path, name, List.copyOf(others));
    }

    private Optional<Engagement> engagement(Items read) {
      return read.at(RequestKeys.engagement(path)).map(Engagement::fromItem);
    }
  }

  /**
   * A portal that its members can open.
   *
   * @param site the slug of its site
   * @param role the narrowest one with which the notice is still true
   */
  record OfPortal(PortalPath path, Optional<String> name, String site, PortalRole role)
      implements Subject {
    @Override
    public Optional<ClientPath> client() {
      return Optional.empty();
    }

    @Override
    public List<Key> keys() {
      return memberKeys();
    }

    @Override
    public List<Key> memberKeys() {
      return List.of(PortalKeys.portal(path));
    }

    @Override
    public Optional<Capacity> capacity(PortalMember member, Items items) {
      return portal(items)
          .filter(portal -> portal.letsIn(member.id()))
          .map(portal -> Capacity.of(member, portal.role(member.id())));
    }

    @Override
    public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      return affiliation.link().stream()
          .flatMap(link -> link.holding(now).stream())
          .flatMap(capacity -> capacity.role().stream())
          .anyMatch(has -> has.compareTo(role) >= 0);
    }

    @Override
    public OfPortal named(Items items) {
      return new OfPortal(path, portal(items).map(Portal::name).or(() -> name), site, role);
    }

    @Override
    public OfPortal withoutNames() {
      return new OfPortal(path, Optional.empty(), site, role);
    }

    private Optional<Portal> portal(Items items) {
      return items.at(PortalKeys.portal(path)).map(Portal::fromItem);
    }
  }

  /** What lies in a folder, at one of two keys. */
  sealed interface InFolder extends Subject {
    FolderPath folder();

    Optional<String> folderName();

    DocumentId id();

    Optional<String> name();

    @Override
    default Optional<ClientPath> client() {
      return Optional.of(folder().client());
    }

    @Override
    default List<Key> keys() {
      return Stream.concat(
              Stream.of(
                  TableKeys.folder(folder()), TableKeys.sharePolicy(folder().client().firm())),
              movingKeys().stream())
          .toList();
    }

    @Override
    default List<Key> movingKeys() {
      return TableKeys.documentKeys(new DocumentPath(folder(), id()));
    }

    @Override
    default boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
      SharePolicy policy = policy(folder().client(), items);
      Grants ofDocument =
          document(items)
              .map(document -> document.grants().under(policy, document.documentType()))
              .orElse(Grants.NONE);
      return read(folder(), items)
          .filter(in -> isReadable(affiliation, in.grants().and(ofDocument), now))
          .isPresent();
    }

    @Override
    default boolean isKeptClosed(Items items) {
      SharePolicy policy = policy(folder().client(), items);
      return document(items).filter(document -> policy.closes(document.documentType())).isPresent();
    }

    /** Returns the document, as it is now. */
    default Optional<SharedDocument> document(Items items) {
      return items.newest(movingKeys()).map(SharedDocument::fromItem);
    }

    /** Tells whether the document was found at neither key. */
    default boolean isAtNoKey(Items items) {
      return items.newest(movingKeys()).isEmpty();
    }

    /** Returns the name of the folder, as it is now. */
    default Optional<String> presentFolderName(Items items) {
      return read(folder(), items).map(Folder::name).or(this::folderName);
    }
  }

  /** Returns the client that it is about; empty if it concerns the firm or a portal. */
  Optional<ClientPath> client();

  /** Returns the keys of the items that the other methods need. */
  List<Key> keys();

  /**
   * Returns the two keys that must be read in one moment if it {@link #isMissing}: those that its
   * document can have, or of a participant and the group note; none of other subjects.
   */
  default List<Key> movingKeys() {
    return List.of();
  }

  /** Returns the keys by which it is known what a member is to it. */
  default List<Key> memberKeys() {
    return client().map(PortalKeys::of).stream().toList();
  }

  /**
   * Returns what a member is to the client or portal that it is about; empty if they are nothing.
   *
   * @param items read with {@link #memberKeys}
   */
  default Optional<Capacity> capacity(PortalMember member, Items items) {
    return client().flatMap(path -> ClientPortals.of(path, items).capacity(member));
  }

  /** Tells whether somebody may read it now. */
  boolean isOpenTo(Affiliation affiliation, Items items, Instant now);

  /** Tells whether the firm's share policy keeps it closed to readers, whatever is granted. */
  default boolean isKeptClosed(Items items) {
    return false;
  }

  /**
   * Tells whether its document was found at none of its keys although the reader may see it: it may
   * have moved between them meanwhile. Of a group note, whether its parts may be of two moments.
   */
  default boolean isMissing(Affiliation affiliation, Items items, Instant now) {
    return false;
  }

  /** Returns it with present names. What no longer exists keeps its old one. */
  Subject named(Items items);

  /** Returns it for a reader who can no longer see it. */
  Subject withoutNames();

  private static Optional<Folder> read(FolderPath path, Items items) {
    return items.at(TableKeys.folder(path)).map(Folder::fromItem);
  }

  private static SharePolicy policy(ClientPath client, Items items) {
    return FirmSharePolicy.of(client.firm(), items).policy();
  }

  private static boolean isReadable(Affiliation affiliation, Grants grants, Instant now) {
    return Decision.decide(affiliation, Action.READ, grants, now) == Verdict.ALLOWED;
  }
}
