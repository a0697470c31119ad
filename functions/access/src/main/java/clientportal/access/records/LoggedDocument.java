package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of an available document that the activity log shows.
 *
 * @param by who uploaded the current version
 * @param at when the current version was declared
 * @param grants the document's own, without those of its folder
 */
public record LoggedDocument(
    DocumentPath path,
    String name,
    Optional<DocumentTypeId> documentType,
    Actor by,
    Instant at,
    boolean archived,
    Grants grants) {

  public static LoggedDocument fromItem(Item item) {
    Fields fields = item.fields();
    return new LoggedDocument(
        TableKeys.documentOf(item.key()),
        fields.text("name"),
        DocumentTypeField.of(fields),
        UploadedBy.of(fields),
        fields.instant("createdAt"),
        TableKeys.isArchivedDocument(item.key()),
        GrantFields.of(fields));
  }
}
