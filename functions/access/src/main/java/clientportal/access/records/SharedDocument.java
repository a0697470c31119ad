package clientportal.access.records;

import clientportal.access.decision.Grants;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/** The part of an available document that sharing needs; it updates nothing else of the item. */
public record SharedDocument(
    Key key,
    DocumentPath path,
    String name,
    Instant createdAt,
    boolean archived,
    Optional<DocumentTypeId> documentType,
    Grants grants,
    long revision)
    implements Shareable {

  /** The attribute of the first upload's instant, if the current version was uploaded later. */
  public static final String FIRST_CREATED_AT = "firstCreatedAt";

  @Override
  public SharedDocument withGrants(Grants others) {
    return new SharedDocument(
        key, path, name, createdAt, archived, documentType, others, revision + 1);
  }

  @Override
  public Write saveGrants() {
    return Write.update(key)
        .set(
            Fields.of()
                .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(grants))
                .with(Item.REVISION, revision)
                .build())
        .when(Condition.revision(revision - 1));
  }

  public static SharedDocument fromItem(Item item) {
    Fields fields = item.fields();
    return new SharedDocument(
        item.key(),
        TableKeys.documentOf(item.key()),
        fields.text("name"),
        fields.optionalInstant(FIRST_CREATED_AT).orElseGet(() -> fields.instant("createdAt")),
        TableKeys.isArchivedDocument(item.key()),
        DocumentTypeField.of(fields),
        GrantFields.of(fields),
        fields.number(Item.REVISION));
  }
}
