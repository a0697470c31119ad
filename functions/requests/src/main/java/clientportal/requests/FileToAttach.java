package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;

/** The body of {@code attachFile}: where the document lies. */
record FileToAttach(FolderId folder) {
  static FileToAttach read(Input input) {
    Field<FolderId> folder = input.required("folderId", Shapes.FOLDER_ID);
    return input.build(() -> new FileToAttach(folder.get()));
  }

  DocumentPath path(ClientPath client, DocumentId document) {
    return new DocumentPath(new FolderPath(client, folder), document);
  }
}
