package clientportal.access;

import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Link;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.ShareState;
import clientportal.access.decision.Standing;
import clientportal.access.decision.Verdict;
import clientportal.access.events.Actor;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.GrantFields;
import clientportal.platform.Ids;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a caller reaches: who the caller is here, and the items that were read with it in one
 * consistent batch. Nothing of the items is used before {@link #require}.
 */
public final class Reach {
  private final PersonId person;
  private final Standing standing;
  private final Items items;
  private final List<Key> subject;
  private final Optional<Folder> folder;
  private final Instant now;

  /**
   * Tells what was read.
   *
   * @param subject where the item of the path can stand, at one of these; none where the path ends
   *     with the firm
   */
  Reach(
      PersonId person,
      Standing standing,
      Items items,
      List<Key> subject,
      Optional<Folder> folder,
      Instant now) {
    this.person = person;
    this.standing = standing;
    this.items = items;
    this.subject = subject;
    this.folder = folder;
    this.now = now;
  }

  /**
   * Requires that the caller may do this to the item of the path.
   *
   * @throws ProblemException {@code not-found} if it is not there or not open to the caller, {@code
   *     permission-required} if the caller may read it but not do this
   */
  public void require(Action action) {
    boolean there = subject.isEmpty() || subject().isPresent();
    answer(there ? Decision.decide(standing, action, grants(), now) : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller may read a document that is not available, or not yet.
   *
   * @param declaredBy who declared it
   */
  public void requireUnavailable(PersonId declaredBy) {
    answer(
        folder.isPresent()
            ? Decision.decideUnavailable(
                standing, declaredBy.equals(person), folder.get().grants(), now)
            : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller, who may read the document of the path, may upload a new version of
   * it.
   *
   * @param uploadedBy who uploaded what it is to replace
   */
  public void requireReplacing(PersonId uploadedBy) {
    answer(Decision.decideReplacing(standing, uploadedBy.equals(person), grants(), now));
  }

  /**
   * Requires that the caller may go on with an upload of the document of the path.
   *
   * @param declaredBy who declared it
   * @param available whether it has become available
   */
  public void requireContinuing(PersonId declaredBy, boolean available) {
    answer(
        folder.isPresent()
            ? Decision.decideContinuing(
                standing, declaredBy.equals(person), available, grants(), now)
            : Verdict.NOT_FOUND);
  }

  /**
   * Requires that the caller may do this to a document that is not available, or not yet.
   *
   * @param declaredBy who declared it
   */
  public void requireUnavailable(PersonId declaredBy, Action action) {
    requireUnavailable(declaredBy);
    answer(Decision.decide(standing, action, folder().grants(), now));
  }

  /** Tells whether the caller may do this too, for what an answer shows. */
  public boolean allows(Action action) {
    return Decision.decide(standing, action, grants(), now) == Verdict.ALLOWED;
  }

  /**
   * Returns the state that an item of the folder shows: it counts the grants of the folder and the
   * item's own.
   */
  public ShareState shareState(Item item) {
    return folder().grants().and(GrantFields.of(item.fields())).state(now);
  }

  private void answer(Verdict verdict) {
    switch (verdict) {
      case ALLOWED -> {}
      case NOT_FOUND ->
          throw standing.isStranger()
              ? ProblemException.notFoundForStranger()
              : ProblemException.notFound();
      case PERMISSION_REQUIRED ->
          throw new ProblemException(
              ProblemType.PERMISSION_REQUIRED,
              "It takes a role or permission that you do not have.");
    }
  }

  /** Returns the grants of the folder, and of the document if the path names one. */
  private Grants grants() {
    Grants ofFolder = folder.map(Folder::grants).orElse(Grants.NONE);
    return subject()
        .filter(item -> isDocument(item.key()))
        .map(item -> ofFolder.and(GrantFields.of(item.fields())))
        .orElse(ofFolder);
  }

  private static boolean isDocument(Key key) {
    return key.sk().startsWith(TableKeys.DOCUMENT_PREFIX)
        || key.sk().startsWith(TableKeys.ARCHIVED_PREFIX);
  }

  /**
   * Returns the item of the path, wherever it stands. A batch is no snapshot: of one that was moved
   * while it was read, it is the newest.
   */
  public Optional<Item> subject() {
    return subject.stream()
        .flatMap(key -> items.at(key).stream())
        .max(Comparator.comparingLong(item -> item.fields().number(Item.REVISION, 0)));
  }

  public PersonId person() {
    return person;
  }

  /** Returns the caller's place among the firm's staff. */
  public Optional<Membership> staff() {
    return standing.staff();
  }

  /** Returns the caller's link with the client. */
  public Optional<Link> link() {
    return standing.link();
  }

  /** Returns the folder of the path. */
  public Folder folder() {
    return folder.orElseThrow(() -> new IllegalStateException("the path names no folder"));
  }

  public Items items() {
    return items;
  }

  /** Returns an item that must be there once the decision is made. */
  public Item item(Key key) {
    return items
        .at(key)
        .orElseThrow(() -> new IllegalStateException("nothing was read at " + key.sk()));
  }

  /** Returns the instant of the decision, to be used for all that follows from it. */
  public Instant now() {
    return now;
  }

  /** Returns the caller as events name them: as staff before client, as client before contact. */
  public Actor actor() {
    return standing
        .staff()
        .map(member ->
            new Actor(Optional.of(person), Actor.As.STAFF, member.staff().value(), member.name()))
        .or(() ->
            standing.link().flatMap(is -> is.holding(now).stream().findFirst()).map(this::actor))
        .orElseThrow(() -> new IllegalStateException("a stranger acts"));
  }

  /** Returns what records what the caller does. */
  public Recorder recorder(Ids ids) {
    return new Recorder(ids, actor(), now);
  }

  private Actor actor(Capacity capacity) {
    return switch (capacity.party()) {
      case Recipient.Client _ ->
          new Actor(Optional.of(person), Actor.As.CLIENT, "client", capacity.name());
      case Recipient.Contact contact ->
          new Actor(Optional.of(person), Actor.As.CONTACT, contact.text(), capacity.name());
    };
  }
}
