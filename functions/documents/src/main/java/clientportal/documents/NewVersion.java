package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.Shapes;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FirmId;
import clientportal.access.records.DocumentTypes;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import clientportal.uploads.PartSizes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The body of {@code requestUpload} and {@code requestVersion}.
 *
 * @param name may be absent only if the document exists
 * @param documentType only staff give one
 * @param answers the item of an engagement that a new document answers, if it does
 * @param parts the SHA-256 of each part, in hexadecimal, lower case; none for one PUT
 */
record NewVersion(
    Optional<String> name,
    long size,
    ContentType contentType,
    String sha256,
    Optional<DocumentTypeId> documentType,
    Optional<ItemToAnswer> answers,
    List<String> parts) {

  /** Reads the declaration of a new document. */
  static NewVersion ofDocument(Input input, PartSizes sizes) {
    Field<String> name = input.required("name", NewVersion::name);
    Field<Optional<ItemToAnswer>> answers = ItemToAnswer.in(input);
    return read(input, sizes, () -> Optional.of(name.get()), answers);
  }

  /** Reads the declaration of a new version, which may keep the name. */
  static NewVersion ofVersion(Input input, PartSizes sizes) {
    Field<Optional<String>> name = input.optional("name", NewVersion::name);
    return read(input, sizes, name::get, Field.of(Optional.empty()));
  }

  private static NewVersion read(
      Input input,
      PartSizes sizes,
      Supplier<Optional<String>> name,
      Field<Optional<ItemToAnswer>> answers) {
    Field<Long> size = input.required("size", Shape.number(0, sizes.largest()));
    Field<ContentType> contentType = input.required("contentType", ContentType::read);
    Field<String> sha256 = input.required("sha256", Declaration::sha256);
    Field<Optional<DocumentTypeId>> type = input.optional("documentType", Shapes.DOCUMENT_TYPE_ID);
    Field<List<String>> parts = sizes.readParts(input, size);
    return input.build(() ->
        new NewVersion(
            name.get(),
            size.get(),
            contentType.get(),
            sha256.get(),
            type.get(),
            answers.get(),
            parts.get()));
  }

  /** Returns the declaration, with this name if none was sent. */
  Declaration declaration(String otherwise) {
    return new Declaration(name.orElse(otherwise), size, contentType, sha256);
  }

  /**
   * Requires that a type, if there is one, is given by staff and is one of the firm's.
   *
   * @param uploader the author that the caller uploads as
   * @param reach read with {@link DocumentTypes#keys}
   * @throws ProblemException {@code invalid-request}
   */
  void requireType(Actor uploader, Reach reach, FirmId firm) {
    if (documentType.isPresent() && uploader.as() != Actor.As.STAFF) {
      throw ProblemException.invalid(
          List.of(Fault.at("/documentType", Fault.Code.UNKNOWN, "is given by staff only")));
    }
    DocumentTypes.requireGiven(firm, documentType, reach.items());
  }

  /** Reads a document's name. */
  static String name(Object json) throws Shape.Mismatch {
    String name = Shape.name(255).read(json);
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must not contain / or \\");
    }
    return name;
  }
}
