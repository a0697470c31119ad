package clientportal.documents;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The S3 key of the bytes of one version: it consists of ids, and is written once. */
record ObjectKey(DocumentPath document, int version) {
  private static final Pattern FORM =
      Pattern.compile(
          "firms/([^/]+)/clients/([^/]+)/folders/([^/]+)/documents/([^/]+)/([1-9][0-9]{0,5})");

  /** Reads a key; empty if it is not one of a document. */
  static Optional<ObjectKey> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      ClientPath client = new ClientPath(new FirmId(parts.group(1)), new ClientId(parts.group(2)));
      FolderPath folder = new FolderPath(client, new FolderId(parts.group(3)));
      return Optional.of(
          new ObjectKey(
              new DocumentPath(folder, new DocumentId(parts.group(4))),
              Integer.parseInt(parts.group(5))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    FolderPath folder = document.folder();
    return "firms/%s/clients/%s/folders/%s/documents/%s/%d"
        .formatted(
            folder.client().firm(),
            folder.client().client(),
            folder.folder(),
            document.document(),
            version);
  }
}
