package clientportal.documents;

import java.util.Locale;

/** How far a document has come: from {@code pending} to one of the others, for good. */
enum DocumentStatus {
  PENDING,
  AVAILABLE,
  REJECTED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DocumentStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
