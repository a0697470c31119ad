package clientportal.accounts;

import clientportal.access.records.Firm;

/** What a firm does with a registration whose address it does not know. */
enum SelfRegistration {
  /** It creates a client. */
  CREATE,
  /** The registration waits for staff. */
  REVIEW,
  /** It accepts no registrations, not even of known addresses. */
  OFF;

  static SelfRegistration of(Firm firm) {
    return switch (firm.settings().selfRegistration()) {
      case "create" -> CREATE;
      case "review" -> REVIEW;
      default -> OFF;
    };
  }
}
