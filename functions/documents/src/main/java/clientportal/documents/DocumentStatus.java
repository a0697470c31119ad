package clientportal.documents;

import java.util.Locale;

/** The state of a version: first {@code pending}, then finally one of the others. */
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
