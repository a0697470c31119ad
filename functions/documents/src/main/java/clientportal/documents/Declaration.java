package clientportal.documents;

/**
 * What is declared of a document's bytes before they are uploaded.
 *
 * @param size in bytes
 * @param sha256 of the whole, in hexadecimal, lower case
 */
record Declaration(String name, long size, ContentType contentType, String sha256) {

  /** Returns the declaration with another name. */
  Declaration named(String other) {
    return new Declaration(other, size, contentType, sha256);
  }
}
