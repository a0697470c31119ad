package clientportal.access;

import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Link;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.decision.ShareState;
import clientportal.access.decision.Verdict;
import clientportal.access.events.Actor;
import clientportal.access.events.Recorder;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.Engagement;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.GrantFields;
import clientportal.access.records.GroupNote;
import clientportal.access.records.Note;
import clientportal.access.records.Participation;
import clientportal.access.records.Portal;
import clientportal.access.records.RequestItem;
import clientportal.access.records.Shareable;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.UploadedBy;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A caller's affiliation and the items that were read with it in one consistent batch. The items
 * may be used only after {@link #require}.
 */
public final class Reach {
  private final PersonId person;
  private final Affiliation affiliation;
  private final Items items;
  private final List<Key> subject;
  private final Optional<Folder> folder;
  private final Optional<SharePolicy> policy;
  private final Grants ofAnswered;
  private final Instant now;
  private final boolean readSnapshot;

  /**
   * Creates a reach; the path names an item at one of the keys, or only a firm if there is none.
   *
   * @param policy empty if it was not read
   */
  Reach(
      PersonId person,
      Affiliation affiliation,
      Items items,
      List<Key> subject,
      Optional<Folder> folder,
      Optional<SharePolicy> policy,
      Instant now) {
    this(person, affiliation, items, subject, folder, policy, Grants.NONE, now, false);
  }

  private Reach(
      PersonId person,
      Affiliation affiliation,
      Items items,
      List<Key> subject,
      Optional<Folder> folder,
      Optional<SharePolicy> policy,
      Grants ofAnswered,
      Instant now,
      boolean readSnapshot) {
    this.person = person;
    this.affiliation = affiliation;
    this.items = items;
    this.subject = subject;
    this.folder = folder;
    this.policy = policy;
    this.ofAnswered = ofAnswered;
    this.now = now;
    this.readSnapshot = readSnapshot;
  }

  /**
   * Requires that the caller may do this to the item of the path.
   *
   * @throws ProblemException {@code not-found} if it does not exist or is not open to the caller,
   *     {@code permission-required} if the caller may read it but not do this
   */
  public void require(Action action) {
    boolean there = subject.isEmpty() || subject().isPresent();
    answer(there ? decide(action) : Verdict.NOT_FOUND);
  }

  private Verdict decide(Action action) {
    return groupNote()
        .map(group -> Decision.decideOnGroup(affiliation, action, group.isOpen()))
        .or(() ->
            portal().map(portal -> Decision.decideOnPortal(affiliation, action, letsIn(portal))))
        .orElseGet(() -> Decision.decide(affiliation, action, grants(), now));
  }

  /** Returns the portal that the path names. */
  private Optional<Portal> portal() {
    return subject().filter(item -> PortalKeys.isPortal(item.key())).map(Portal::fromItem);
  }

  private boolean letsIn(Portal portal) {
    return Affiliations.member(portal.path().firm(), person, items)
        .filter(member -> portal.letsIn(member.id()))
        .isPresent();
  }

  /** Returns the group note that the path names as a whole. */
  private Optional<GroupNote> groupNote() {
    return subject().filter(item -> TableKeys.isGroupNote(item.key())).map(GroupNote::fromItem);
  }

  /** Requires that the caller is the staff member of the path, or an administrator. */
  public void requireOwnOrManaged(StaffId of) {
    answer(
        subject().isPresent() ? Decision.decideOwnOrManaged(affiliation, of) : Verdict.NOT_FOUND);
  }

  /** Requires that the caller is the staff member of the path. */
  public void requireOwn(StaffId of) {
    answer(subject().isPresent() ? Decision.decideOwn(affiliation, of) : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller may read a document that is not available, or not yet.
   *
   * @param declaredBy the person who requested the upload
   */
  public void requireUnavailable(PersonId declaredBy) {
    answer(
        folder.isPresent()
            ? Decision.decideUnavailable(affiliation, declaredBy.equals(person), ofDeclared(), now)
            : Verdict.NOT_FOUND);
  }

  /** Returns the grants of what was declared: of the folder, and of the item that it answers. */
  private Grants ofDeclared() {
    return folder.map(Folder::grants).orElse(Grants.NONE).and(ofAnswered);
  }

  /**
   * Requires that the caller, who may read the document of the path, may upload a new version.
   *
   * @param uploadedBy the person who uploaded the version that is replaced
   */
  public void requireReplacing(PersonId uploadedBy) {
    answer(Decision.decideReplacing(affiliation, uploadedBy.equals(person), grants(), now));
  }

  /**
   * Requires that the caller, who may read the document of the path, may archive it.
   *
   * @param uploadedBy the person who uploaded the current version
   * @param opened whether somebody of the firm has opened the document
   */
  public void requireArchiving(PersonId uploadedBy, boolean opened) {
    answer(Decision.decideArchiving(affiliation, uploadedBy.equals(person), opened, grants(), now));
  }

  /**
   * Requires that the caller may continue an upload of the document of the path.
   *
   * @param declaredBy the person who requested the upload
   * @param available whether the version has become available
   */
  public void requireContinuing(PersonId declaredBy, boolean available) {
    answer(
        folder.isPresent()
            ? Decision.decideContinuing(
                affiliation, declaredBy.equals(person), available, grants(), now)
            : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller may cancel or dismiss an upload of the document of the path.
   *
   * @param declaredBy the person who requested the upload
   * @param available whether the version has become available
   */
  public void requireEnding(PersonId declaredBy, boolean available) {
    answer(
        folder.isPresent()
            ? Decision.decideEnding(
                affiliation, declaredBy.equals(person), available, grants(), now)
            : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller may do this to a document that is not available, or not yet.
   *
   * @param declaredBy the person who requested the upload
   */
  public void requireUnavailable(PersonId declaredBy, Action action) {
    requireUnavailable(declaredBy);
    answer(Decision.decide(affiliation, action, ofDeclared(), now));
  }

  /**
   * Tells whether a version whose bytes have arrived may become available: whether the person who
   * declared it, whose access this is, could declare it now.
   *
   * @param replaced the person who uploaded the version that it would replace; empty if it replaces
   *     none
   */
  public boolean allowsArrival(Optional<PersonId> replaced) {
    Verdict verdict =
        replaced
            .map(uploader ->
                Decision.decideReplacing(affiliation, uploader.equals(person), grants(), now))
            .orElseGet(() -> Decision.decide(affiliation, Action.UPLOAD, grants(), now));
    return verdict == Verdict.ALLOWED;
  }

  /**
   * Tells whether a file whose bytes have arrived may become available: whether the person who
   * declared it, whose access this is, may answer the item. A hidden one counts here as it would if
   * it were shown: the file was declared before.
   */
  public boolean allowsArrival(RequestItem item) {
    return Decision.decide(affiliation, Action.ANSWER, whileShown(item), now) == Verdict.ALLOWED;
  }

  private static Grants whileShown(RequestItem item) {
    return new Grants(item.grants().all());
  }

  /**
   * Requires that the caller may upload to the folder of the path what answers an item, which was
   * read with its engagement.
   *
   * @throws ProblemException {@code not-found} if it does not exist, is not open to the caller, or
   *     its files belong into another folder; {@code permission-required}
   */
  public RequestItem requireAnswering(RequestItemPath path) {
    Optional<RequestItem> item =
        items
            .at(RequestKeys.requestItem(path))
            .map(RequestItem::fromItem)
            .filter(_ -> takesFiles(path.engagement()));
    answer(
        item.map(each -> Decision.decide(affiliation, Action.ANSWER, each.grants(), now))
            .orElse(Verdict.NOT_FOUND));
    return item.orElseThrow();
  }

  /** Tells whether the folder of the path is that of an engagement. */
  private boolean takesFiles(EngagementPath path) {
    return items
        .at(RequestKeys.engagement(path))
        .map(Engagement::fromItem)
        .filter(engagement -> folder.filter(in -> in.id().equals(engagement.folder())).isPresent())
        .isPresent();
  }

  /**
   * Tells whether a document is open to the caller as a reader, by its own grants; the firm's share
   * policy must have been read.
   */
  public boolean isOpen(SharedDocument document) {
    return !isClosed(document)
        && link().flatMap(is -> document.grants().openTo(is, now)).isPresent();
  }

  /** Tells whether the firm's share policy, which must have been read, keeps a document closed. */
  public boolean isClosed(SharedDocument document) {
    return FirmSharePolicy.of(document.path().client().firm(), items)
        .policy()
        .closes(document.documentType());
  }

  /**
   * Tells whether the caller sees what a recipient is asked for: staff, the recipient and members
   * with full access do.
   */
  public boolean isAskedOf(Recipient.Party assignee) {
    return staff().isPresent()
        || link()
            .filter(is -> is.holding(now).stream().anyMatch(each -> each.isReachedBy(assignee)))
            .isPresent();
  }

  /** Returns the caller as the author of an answer: as staff if they have the permission. */
  public Actor answerer() {
    return staff().filter(Membership::webPortal).isPresent() ? actor() : asReader();
  }

  /** Tells whether the caller may also do this, to decide what a response shows. */
  public boolean allows(Action action) {
    return decide(action) == Verdict.ALLOWED;
  }

  /** Tells whether the caller may do this to what is asked for in the engagement of the path. */
  public boolean allows(Action action, RequestItem item) {
    return Decision.decide(affiliation, action, item.grants(), now) == Verdict.ALLOWED;
  }

  /**
   * Requires that the caller may do this to what is asked for in the engagement of the path, which
   * they may read.
   *
   * @throws ProblemException {@code permission-required}
   */
  public void require(Action action, RequestItem item) {
    answer(Decision.decide(affiliation, action, item.grants(), now));
  }

  /** Returns the share state of an item in the folder, by the grants of the folder and its own. */
  public ShareState shareState(Item item) {
    return grants(item).state(now);
  }

  /** Returns the share state of a note. */
  public ShareState shareState(Note note) {
    return note.grants().under(policy(), note.documentType()).state(now);
  }

  /** Returns the share state of a group note as a whole. */
  public ShareState shareState(GroupNote note) {
    return policy().closes(note.documentType()) ? ShareState.NONE : note.shareState();
  }

  /** Returns the share state of a group note at one participant. */
  public ShareState shareState(Participation group) {
    return group.open(policy()).state(now);
  }

  /**
   * Tells whether the firm's policy keeps an item closed to readers; that is never so for a folder.
   */
  public boolean isKeptClosed(Shareable item) {
    return !(item instanceof Folder) && policy().closes(item.documentType());
  }

  private void answer(Verdict verdict) {
    switch (verdict) {
      case ALLOWED -> {}
      case NOT_FOUND ->
          throw affiliation.isStranger()
              ? ProblemException.notFoundForStranger()
              : ProblemException.notFound();
      case PERMISSION_REQUIRED ->
          throw new ProblemException(
              ProblemType.PERMISSION_REQUIRED,
              "It takes a role or permission that you do not have.");
    }
  }

  /**
   * Returns the grants of the folder, and of the document or note if the path names one; those of a
   * group note, and of the participant under which it is named; those of an engagement or of what
   * is asked for in it.
   */
  private Grants grants() {
    Grants ofFolder = folder.map(Folder::grants).orElse(Grants.NONE);
    return subject().map(this::grants).orElse(ofFolder.and(ofAnswered));
  }

  /**
   * Returns the grants of the folder and of a document in it, of a note, or of a group note at a
   * participant; what cannot be shared has those of the folder alone.
   */
  private Grants grants(Item item) {
    if (RequestKeys.isEngagement(item.key())) {
      return GrantFields.of(item.fields());
    }
    if (RequestKeys.isRequestItem(item.key())) {
      return RequestItem.fromItem(item).grants();
    }
    Grants ofFolder = folder.map(Folder::grants).orElse(Grants.NONE);
    return participation(item)
        .map(group -> group.open(policy()))
        .orElseGet(() ->
            TableKeys.isDocument(item.key()) || TableKeys.isNote(item.key())
                ? ofFolder
                    .and(GrantFields.of(item.fields()))
                    .under(policy(), DocumentTypeField.of(item.fields()))
                : ofFolder);
  }

  private Optional<Participation> participation(Item item) {
    return Participation.of(item, items);
  }

  /** Returns the group note under the participant of the path, which must exist. */
  public Participation participation() {
    return subject()
        .flatMap(this::participation)
        .orElseThrow(() -> new IllegalStateException("the path names no participant"));
  }

  /**
   * Returns the item that the path names, at whichever of its keys it was read; a participant who
   * was removed is none.
   */
  public Optional<Item> subject() {
    return items
        .newest(subject)
        .filter(item -> !TableKeys.isParticipant(item.key()) || participation(item).isPresent());
  }

  /** Tells whether the caller may read the group note, by items that were read as of one moment. */
  boolean seesAtOneMoment() {
    return subject().flatMap(this::participation).filter(Participation::isOfOneMoment).isPresent()
        && allows(Action.READ);
  }

  /** Reads the item of the path and others again, as one snapshot. */
  Reach readAgain(Collection<Key> others, Table table) {
    if (readSnapshot || (affiliation.staff().isEmpty() && !affiliation.isLinked(now))) {
      return this;
    }
    Set<Key> keys = new LinkedHashSet<>(subject);
    keys.addAll(others);
    Items later = items.with(keys, table.readSnapshot(keys));
    return new Reach(person, affiliation, later, subject, folder, policy, ofAnswered, now, true);
  }

  /**
   * Reads the item that an upload of the caller's own answers: the upload is as open to them as the
   * item, although its folder is not.
   */
  Reach withAnswered(Key declaration, Table table) {
    Optional<Item> own = items.at(declaration).filter(_ -> subject().isEmpty()).filter(this::isOwn);
    return own.flatMap(declared -> AnsweredItem.in(declared.fields()))
        .map(answers -> answers.path(TableKeys.documentOf(declaration).client()))
        .map(RequestKeys::requestItem)
        .flatMap(item -> table.read(List.of(item)).at(item))
        .map(RequestItem::fromItem)
        .map(item ->
            new Reach(
                person,
                affiliation,
                items,
                subject,
                folder,
                policy,
                whileShown(item),
                now,
                readSnapshot))
        .orElse(this);
  }

  private boolean isOwn(Item declared) {
    return UploadedBy.of(declared.fields()).person().equals(Optional.of(person));
  }

  /** Tells whether the document of the path, or its declaration, was read and is open. */
  boolean sees(Key declaration) {
    return subject().isPresent()
        ? allows(Action.READ)
        : items.at(declaration).filter(this::seesDeclared).isPresent();
  }

  private boolean seesDeclared(Item declared) {
    return folder.isPresent()
        && Decision.decideUnavailable(affiliation, isOwn(declared), ofDeclared(), now)
            == Verdict.ALLOWED;
  }

  public PersonId person() {
    return person;
  }

  /** Returns the caller's enabled membership in the firm's staff. */
  public Optional<Membership> staff() {
    return affiliation.staff();
  }

  /** Returns the caller's link with the client. */
  public Optional<Link> link() {
    return affiliation.link();
  }

  /** Returns the folder of the path. */
  public Folder folder() {
    return folder.orElseThrow(() -> new IllegalStateException("the path names no folder"));
  }

  /** Returns the firm's share policy. */
  public SharePolicy policy() {
    return policy.orElseThrow(() -> new IllegalStateException("the share policy was not read"));
  }

  public Items items() {
    return items;
  }

  /** Returns an item that must exist once the decision is made. */
  public Item item(Key key) {
    return items.require(key);
  }

  /** Returns the instant of the decision, to be used for everything that follows from it. */
  public Instant now() {
    return now;
  }

  /** Returns the caller as the actor of events: as staff, client, contact or member. */
  public Actor actor() {
    return staff()
        .map(member ->
            new Actor(Optional.of(person), Actor.As.STAFF, member.staff().value(), member.name()))
        .or(this::reader)
        .orElseThrow(() -> new IllegalStateException("a stranger acts"));
  }

  /**
   * Returns the caller as the author of an upload: as staff if staff with their permission may
   * upload it, and otherwise as the reader that they are too.
   */
  public Actor uploader() {
    Affiliation asStaff = new Affiliation(affiliation.membership(), Optional.empty());
    boolean may = Decision.decide(asStaff, Action.UPLOAD, grants(), now) == Verdict.ALLOWED;
    return may ? actor() : reader().orElseGet(this::actor);
  }

  /** Returns the caller as the reader that they are, although they may be staff too. */
  public Actor asReader() {
    return reader().orElseThrow(() -> new IllegalStateException("the caller is no reader"));
  }

  private Optional<Actor> reader() {
    return link().flatMap(is -> is.holding(now).stream().findFirst()).map(this::actor);
  }

  /** Returns the recorder of the caller's events. */
  public Recorder recorder(Ids ids) {
    return new Recorder(ids, actor(), now);
  }

  private Actor actor(Capacity capacity) {
    return switch (capacity.party()) {
      case Recipient.Client _ ->
          new Actor(Optional.of(person), Actor.As.CLIENT, "client", capacity.name());
      case Recipient.Contact contact ->
          new Actor(Optional.of(person), Actor.As.CONTACT, contact.text(), capacity.name());
      case Recipient.Member(MemberId member) ->
          new Actor(Optional.of(person), Actor.As.MEMBER, member.value(), capacity.name());
    };
  }
}
