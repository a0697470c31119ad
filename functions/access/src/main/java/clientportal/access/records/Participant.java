package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * A client as a participant of a group note. One who was removed is kept until their lists have
 * followed; for everybody else they are none.
 *
 * @param createdAt when the group note was written: its place in the client's activity log
 * @param since when the client became a participant
 * @param addedBy who made the client one
 * @param grants the participant's own, without that of the group note
 * @param listed what the lists of the client's readers show
 * @param edition that of the group note which was read or written in the same moment
 */
public record Participant(
    ParticipantPath path,
    Instant createdAt,
    Instant since,
    Actor addedBy,
    boolean removed,
    Grants grants,
    Listed listed,
    long edition,
    long revision) {

  /**
   * What lists show of the group note.
   *
   * @param opened since when it is open as to every participant; empty if it is not
   * @param grants those of which each has a row
   */
  public record Listed(
      String name,
      boolean archived,
      Optional<DocumentTypeId> documentType,
      Optional<Instant> opened,
      Grants grants) {
    private Fields toFields() {
      return Fields.of()
          .with("name", name)
          .with("archived", archived)
          .with(DocumentTypeField.ATTRIBUTE, documentType.map(DocumentTypeId::value))
          .with("opened", opened)
          .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
          .build();
    }

    private static Listed fromFields(Fields fields) {
      return new Listed(
          fields.text("name"),
          fields.flag("archived"),
          DocumentTypeField.of(fields),
          fields.optionalInstant("opened"),
          GrantFields.of(fields));
    }
  }

  /** Makes a client a participant, whose lists do not show the group note yet. */
  public static Participant add(ParticipantPath path, GroupNote group, Actor by, Instant now) {
    Listed nothing =
        new Listed(
            group.name(), group.archived(), group.documentType(), Optional.empty(), Grants.NONE);
    return new Participant(
        path, group.createdAt(), now, by, false, Grants.NONE, nothing, group.edition(), 1);
  }

  /** Makes a client who was removed a participant again, without the grants of before. */
  public Participant addedAgain(GroupNote group, Actor by, Instant now) {
    return new Participant(
        path, createdAt, now, by, false, Grants.NONE, listed, group.edition(), revision + 1);
  }

  /** Removes the client, whose lists do not follow yet. */
  public Participant withoutAccess(GroupNote group) {
    return new Participant(
        path, createdAt, since, addedBy, true, Grants.NONE, listed, group.edition(), revision + 1);
  }

  /** Gives it other grants and lists, in the same moment as the group note. */
  Participant with(Grants others, Listed next, GroupNote group) {
    return new Participant(
        path, createdAt, since, addedBy, removed, others, next, group.edition(), revision + 1);
  }

  public boolean hasGrants() {
    return !grants.all().isEmpty();
  }

  /** Returns what the lists of readers show. */
  public Listing listing() {
    return new Listing(
        path, listed.name(), createdAt, listed.archived(), listed.documentType(), listed.grants());
  }

  public Item toItem() {
    Fields.Builder fields =
        Fields.of()
            .with("createdAt", createdAt)
            .with("since", since)
            .with("addedBy", addedBy.toFields())
            .with("removed", removed)
            .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
            .with("listed", listed.toFields())
            .with("edition", edition)
            .with(Item.REVISION, revision);
    if (!removed) {
      fields
          .with("activityPartition", TableKeys.activity(path.client()))
          .with("activitySort", TableKeys.timeSort(createdAt, path.note().value()));
    }
    return fields.at(TableKeys.participant(path));
  }

  public static Participant fromItem(Item item) {
    Fields fields = item.fields();
    return new Participant(
        TableKeys.participantOf(item.key()),
        fields.instant("createdAt"),
        fields.instant("since"),
        Actor.fromFields(fields.map("addedBy")),
        fields.flag("removed"),
        GrantFields.of(fields),
        Listed.fromFields(fields.map("listed")),
        fields.number("edition"),
        fields.number(Item.REVISION));
  }
}
