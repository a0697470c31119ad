package clientportal.documents;

import java.util.Locale;

/**
 * The state of a version: first {@code pending}, then {@code scanning} if there are malware scans,
 * and finally one of the others.
 */
enum DocumentStatus {
  PENDING,
  SCANNING,
  AVAILABLE,
  REJECTED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DocumentStatus of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
