package clientportal.documents;

import clientportal.access.events.Actor;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Fields;
import java.time.Instant;

/**
 * One version of a document: what was declared of its bytes, by whom and when.
 *
 * @param number from 1 on, given when it is declared
 */
record Version(int number, Declaration declared, Actor uploadedBy, Instant createdAt) {

  /** The version that a new document's declaration is of. */
  static final int FIRST = 1;

  /** Keys and paths hold six digits. */
  static final int LAST = 999_999;

  PersonId declaredBy() {
    return uploadedBy
        .person()
        .orElseThrow(() -> new IllegalStateException("only people declare documents"));
  }

  /** The same bytes under another name. */
  Version named(String name) {
    return new Version(number, declared.named(name), uploadedBy, createdAt);
  }

  Fields toFields() {
    return Fields.of()
        .with("version", number)
        .with("name", declared.name())
        .with("size", declared.size())
        .with("contentType", declared.contentType().text())
        .with("sha256", declared.sha256())
        .with("uploadedBy", uploadedBy.toFields())
        .with("createdAt", createdAt)
        .build();
  }

  static Version fromFields(Fields fields) {
    return new Version(
        Math.toIntExact(fields.number("version")),
        new Declaration(
            fields.text("name"),
            fields.number("size"),
            new ContentType(fields.text("contentType")),
            fields.text("sha256")),
        Actor.fromFields(fields.map("uploadedBy")),
        fields.instant("createdAt"));
  }
}
