package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.NamedParticipation;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.Recorder;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Participant.Listed;
import clientportal.platform.Ids;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A group note as an item of one of its participants. */
public record Participation(Participant participant, GroupNote group) implements Shareable {

  /** Returns a group note under a client; empty if there is none, or the client was removed. */
  public static Optional<Participation> at(ParticipantPath path, Items items) {
    return items
        .at(TableKeys.participant(path))
        .map(Participant::fromItem)
        .filter(participant -> !participant.removed())
        .flatMap(participant -> withGroup(participant, items));
  }

  /** Returns what an item is part of; empty if it is of no participant. */
  public static Optional<Participation> of(Item item, Items items) {
    return TableKeys.isParticipant(item.key())
        ? at(TableKeys.participantOf(item.key()), items)
        : Optional.empty();
  }

  private static Optional<Participation> withGroup(Participant participant, Items items) {
    return items
        .at(TableKeys.groupNote(participant.path().group()))
        .map(group -> new Participation(participant, GroupNote.fromItem(group)));
  }

  /**
   * Tells whether the two were read as they were in one moment. Otherwise the client may have been
   * removed before the group note was opened, or added after it was closed.
   */
  public boolean isOfOneMoment() {
    return participant.edition() == group.edition();
  }

  @Override
  public ParticipantPath path() {
    return participant.path();
  }

  @Override
  public String name() {
    return group.name();
  }

  @Override
  public Instant createdAt() {
    return group.createdAt();
  }

  @Override
  public boolean archived() {
    return group.archived();
  }

  @Override
  public Optional<DocumentTypeId> documentType() {
    return group.documentType();
  }

  @Override
  public Grants grants() {
    return participant.grants();
  }

  /** Returns the grants of the group note and the participant's own, under a policy. */
  public Grants open(SharePolicy policy) {
    return inherited().and(grants()).under(policy, documentType());
  }

  @Override
  public long revision() {
    return participant.revision();
  }

  /** Returns what lists show, which may be of an earlier edition. */
  @Override
  public Listing listing() {
    return participant.listing();
  }

  /** Returns the grant of the group note, if it is open to all participants. */
  public Grants inherited() {
    return new Grants(
        opened()
            .map(at -> new Grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, at, Optional.empty()))
            .stream()
            .toList());
  }

  /**
   * Returns since when it has been open to the client by the share with all participants. For one
   * who was added later this is when they were added: an earlier time would reveal others.
   */
  private Optional<Instant> opened() {
    return group
        .opening()
        .filter(_ -> !participant.removed())
        .map(opening -> isAddedAfter(opening) ? participant.since() : opening.since());
  }

  private boolean isAddedAfter(GroupNote.Opening opening) {
    return participant.since().isAfter(opening.since());
  }

  /** Replaces the participant's own grants; the lists follow. */
  @Override
  public Participation withGrants(Grants others) {
    return new Participation(participant.with(others, due(others), group), group);
  }

  /** Lets the lists follow the group note. */
  public Participation followed() {
    return withGrants(participant.grants());
  }

  /** Tells whether the lists show what they should. */
  public boolean isFollowed() {
    return isOfOneMoment() && participant.listed().equals(due(participant.grants()));
  }

  private Listed due(Grants own) {
    Grants inherited = inherited();
    Stream<Grant> others =
        own.all().stream().filter(grant -> inherited.to(grant.recipient()).isEmpty());
    return new Listed(
        group.name(),
        group.archived(),
        group.documentType(),
        opened(),
        new Grants(Stream.concat(inherited.all().stream(), others).toList()));
  }

  @Override
  public Write saveGrants() {
    return Write.replace(participant.toItem(), participant.revision() - 1);
  }

  /** Returns the group note as events of the client name it. */
  public NamedParticipation named() {
    return new NamedParticipation(participant.path(), group.name());
  }

  /**
   * Returns the write of the event that it was opened to the client as to every participant; none
   * if the lists show so already. The event and its id have the time of the opening, so that they
   * do not reveal when it was this client's turn.
   */
  public List<Write> tellOfOpening() {
    return opened()
        .filter(at -> !participant.listed().opened().equals(Optional.of(at)))
        .map(at -> openedBy(at).record(new GroupNoteShared(named(), gained(at), audience(at))))
        .stream()
        .toList();
  }

  private Recorder openedBy(Instant at) {
    Actor by =
        group
            .opening()
            .filter(opening -> !isAddedAfter(opening))
            .map(GroupNote.Opening::by)
            .orElse(participant.addedBy());
    return new Recorder(new Ids(Clock.fixed(at, ZoneOffset.UTC)), by, at);
  }

  private Recipients gained(Instant at) {
    List<Recipient> before = openBefore(at);
    return new Recipients(audience(at), List.of(), List.of(), before, List.of(), before.isEmpty());
  }

  private List<Recipient> audience(Instant at) {
    return openBefore(at).contains(Recipient.ALL_AUTHORIZED)
        ? List.of()
        : List.of(Recipient.ALL_AUTHORIZED);
  }

  private List<Recipient> openBefore(Instant at) {
    return participant.grants().inForce(at).stream().map(Grant::recipient).toList();
  }
}
