package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.events.Actor;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.UploadedBy;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a document: what was declared of its bytes, by whom and when.
 *
 * @param number from 1 on, assigned by the declaration
 * @param detected the type that its first bytes are of, where it is not the declared one
 */
record Version(
    int number,
    Declaration declared,
    Actor uploadedBy,
    Instant createdAt,
    Optional<ContentType> detected) {

  /** Creates a version whose bytes have not arrived. */
  Version(int number, Declaration declared, Actor uploadedBy, Instant createdAt) {
    this(number, declared, uploadedBy, createdAt, Optional.empty());
  }

  /** The number of a new document's version. */
  static final int FIRST = TableKeys.FIRST_VERSION;

  /** Keys and paths have room for six digits. */
  static final int LAST = 999_999;

  /** Returns the keys that a version has besides the document's, whose current one it can be. */
  static List<Key> keys(DocumentPath path, int number) {
    return List.of(Upload.key(path, number), replacedKey(path, number));
  }

  /** Returns the key of a version once a newer one has replaced it. */
  static Key replacedKey(DocumentPath path, int number) {
    return TableKeys.version(path.folder(), path.document(), number);
  }

  /**
   * Finds an available version: the current one, or one that a newer one has replaced.
   *
   * @param reach read with {@link #keys}
   */
  static Optional<Version> find(Reach reach, DocumentPath path, int number) {
    Key replaced = replacedKey(path, number);
    return Stream.of(reach.subject(), reach.items().at(replaced))
        .flatMap(Optional::stream)
        .map(item -> fromFields(item.fields()))
        .filter(version -> version.number() == number)
        .findFirst();
  }

  PersonId declaredBy() {
    return uploadedBy
        .person()
        .orElseThrow(() -> new IllegalStateException("only people declare documents"));
  }

  /** Returns the version with another name. */
  Version named(String name) {
    return new Version(number, declared.named(name), uploadedBy, createdAt, detected);
  }

  /** Returns the version with the type that its first bytes are of. */
  Version detected(Optional<ContentType> type) {
    return new Version(number, declared, uploadedBy, createdAt, type);
  }

  JsonObject uploadedByView() {
    return Json.object().with("name", uploadedBy.name()).with("as", uploadedBy.as().text());
  }

  Fields toFields() {
    return Fields.of()
        .with("version", number)
        .withAll(declared.toFields())
        .with("detectedType", detected.map(ContentType::text))
        .with(UploadedBy.ATTRIBUTE, uploadedBy.toFields())
        .with("createdAt", createdAt)
        .build();
  }

  static Version fromFields(Fields fields) {
    return new Version(
        Math.toIntExact(fields.number("version")),
        Declaration.fromFields(fields),
        UploadedBy.of(fields),
        fields.instant("createdAt"),
        fields.optionalText("detectedType").map(ContentType::new));
  }
}
