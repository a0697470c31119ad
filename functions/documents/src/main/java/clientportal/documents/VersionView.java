package clientportal.documents;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;

/**
 * A version of a document as staff see it.
 *
 * @param current whether it is the current version of the document
 */
record VersionView(Version version, boolean current) {

  JsonObject json() {
    Declaration declared = version.declared();
    return Json.object()
        .with("version", version.number())
        .with("current", current)
        .with("name", declared.name())
        .with("size", declared.size())
        .with("contentType", declared.contentType().text())
        .with("detectedType", version.detected().map(ContentType::text))
        .with("sha256", declared.sha256())
        .with("uploadedBy", version.uploadedByView())
        .with("createdAt", version.createdAt());
  }
}
