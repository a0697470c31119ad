package clientportal.accounts;

import clientportal.access.records.Firm;

/** What becomes of an address that registers with a firm and is not known there. */
enum SelfRegistration {
  /** It becomes a client. */
  CREATE,
  /** It waits for staff. */
  REVIEW,
  /** Nobody registers, not even who is known. */
  OFF;

  static SelfRegistration of(Firm firm) {
    return switch (firm.settings().selfRegistration()) {
      case "create" -> CREATE;
      case "review" -> REVIEW;
      default -> OFF;
    };
  }
}
