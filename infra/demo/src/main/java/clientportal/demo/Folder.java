package clientportal.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of one client.
 *
 * @param path {@code …/folders/{folderId}}
 */
record Folder(String path) {

  /** Opens it to one recipient, in place of all earlier ones. */
  void share(Session staff, String recipient, String access) throws InterruptedException {
    staff.put(path + "/shares", recipients(recipient, access));
  }

  /** Returns the shares that open something to one recipient. */
  static Map<String, ?> recipients(String recipient, String access) {
    return Map.of("recipients", List.of(Map.of("recipient", recipient, "access", access)));
  }

  /** Declares a file and uploads it; it is available once it has been confirmed. */
  Upload upload(Session uploader, SampleFile file) throws InterruptedException {
    return upload(uploader, file, Map.of());
  }

  /** Uploads a file that is declared with more than what it is. */
  Upload upload(Session uploader, SampleFile file, Map<String, ?> more)
      throws InterruptedException {
    Map<String, Object> declaration = new HashMap<>(file.declaration());
    declaration.putAll(more);
    Answer declared = uploader.post(path + "/documents", declaration);
    uploader.upload(declared.json().path("upload"), file.bytes());
    return new Upload(uploader, file.name(), path + "/documents/" + declared.require("documentId"));
  }
}
