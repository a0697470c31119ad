package clientportal.access.records;

import clientportal.access.ids.DocumentTypeId;
import clientportal.platform.table.Fields;
import java.util.Optional;

/** Reads the document type of a document, an upload, a note or a row of a feed. */
public final class DocumentTypeField {
  public static final String ATTRIBUTE = "documentType";

  private DocumentTypeField() {}

  public static Optional<DocumentTypeId> of(Fields item) {
    return item.optionalText(ATTRIBUTE).map(DocumentTypeId::new);
  }
}
