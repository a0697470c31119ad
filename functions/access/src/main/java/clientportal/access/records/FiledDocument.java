package clientportal.access.records;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.events.Actor;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of an available document that the items need which it can answer; it updates nothing
 * else of it.
 *
 * @param size in bytes, of the current version
 * @param sha256 of the current version, in hexadecimal, lower case
 * @param uploadedBy who uploaded the current version
 * @param answers the item that it answers, if it does
 */
public record FiledDocument(
    SharedDocument shared,
    long size,
    String sha256,
    Actor uploadedBy,
    Optional<AnsweredItem> answers) {

  /** Answers an item: it is open to the item's assignee from now on, without an end. */
  public FiledDocument answering(AnsweredItem item, Instant now) {
    Grants before = shared.grants();
    Grant whole =
        before
            .to(item.assignee())
            .map(grant ->
                new Grant(item.assignee(), grant.access(), grant.sharedAt(), Optional.empty()))
            .orElseGet(() -> new Grant(item.assignee(), AccessLevel.VIEW, now, Optional.empty()));
    Grants after =
        new Grants(
            Stream.concat(
                    before.all().stream()
                        .filter(grant -> !grant.recipient().equals(item.assignee())),
                    Stream.of(whole))
                .toList());
    return new FiledDocument(shared.withGrants(after), size, sha256, uploadedBy, Optional.of(item));
  }

  /** Answers nothing any more, and stays open to everybody who could read it. */
  public FiledDocument answeringNothing() {
    return new FiledDocument(
        shared.withGrants(shared.grants()), size, sha256, uploadedBy, Optional.empty());
  }

  /** Updates the stored document, which must be the one before. */
  public Write save() {
    return Write.update(shared.key())
        .set(
            Fields.of()
                .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(shared.grants()))
                .with(AnsweredItem.ATTRIBUTE, answers.map(AnsweredItem::toFields))
                .with(Item.REVISION, shared.revision())
                .build(),
            AnsweredItem.ATTRIBUTE)
        .when(Condition.revision(shared.revision() - 1));
  }

  public static FiledDocument fromItem(Item item) {
    Fields fields = item.fields();
    return new FiledDocument(
        SharedDocument.fromItem(item),
        fields.number("size"),
        fields.text("sha256"),
        UploadedBy.of(fields),
        AnsweredItem.in(fields));
  }
}
