package clientportal.documents;

/**
 * What is said of a document's bytes before they come.
 *
 * @param size in bytes
 * @param sha256 of the whole, in hexadecimal, lower case
 */
record Declaration(String name, long size, ContentType contentType, String sha256) {

  /** The same bytes under another name. */
  Declaration named(String other) {
    return new Declaration(other, size, contentType, sha256);
  }
}
