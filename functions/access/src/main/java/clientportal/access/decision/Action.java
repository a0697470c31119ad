package clientportal.access.decision;

/** What a caller may want to do, and who may. */
public enum Action {
  READ_FIRM(Staff.ANY, Readers.NOBODY),
  CHANGE_FIRM(Staff.ADMINISTRATOR, Readers.NOBODY),
  READ_STAFF(Staff.ANY, Readers.NOBODY),
  MANAGE_STAFF(Staff.ADMINISTRATOR, Readers.NOBODY),
  CREATE_CLIENT(Staff.ANY, Readers.NOBODY),
  LIST_CLIENTS(Staff.ANY, Readers.NOBODY),

  READ_CLIENT(Staff.ANY, Readers.NOBODY),
  CHANGE_CLIENT(Staff.ANY, Readers.NOBODY),
  /** Gives a relationship the permission for the portal, or takes it away. */
  AUTHORIZE_CONTACT(Staff.WEB_PORTAL, Readers.NOBODY),
  READ_ACCOUNT(Staff.ANY, Readers.NOBODY),
  MANAGE_ACCOUNT(Staff.WEB_PORTAL, Readers.NOBODY),

  /** Says to whom those belong who registered and wait. */
  RESOLVE_REGISTRATIONS(Staff.WEB_PORTAL, Readers.NOBODY),

  CREATE_FOLDER(Staff.ANY, Readers.SEE_LINKED),
  LIST_FOLDERS(Staff.ANY, Readers.LINKED),
  LIST_SHARED(Staff.NOBODY, Readers.LINKED),

  READ(Staff.ANY, Readers.OPEN),
  CHANGE(Staff.ANY, Readers.SEE_OPEN),
  UPLOAD(Staff.UPLOADER, Readers.OPEN_FOR_UPLOAD),
  READ_VERSIONS(Staff.ANY, Readers.SEE_OPEN),
  READ_SHARES(Staff.ANY, Readers.SEE_OPEN),
  SHARE(Staff.WEB_PORTAL, Readers.SEE_OPEN);

  /** Which members of the firm's staff may. */
  enum Staff {
    NOBODY,
    ANY,
    WEB_PORTAL,
    ADMINISTRATOR,
    /** Any member, but into what is open to somebody only with {@code webPortal}. */
    UPLOADER
  }

  /** Which of the client and its contacts may, or may know that there is something. */
  enum Readers {
    NOBODY,
    /** All who are linked know that it is there; none may. */
    SEE_LINKED,
    LINKED,
    /** Those to whom the item is open know that it is there; none may. */
    SEE_OPEN,
    OPEN,
    OPEN_FOR_UPLOAD
  }

  private final Staff staff;
  private final Readers readers;

  Action(Staff staff, Readers readers) {
    this.staff = staff;
    this.readers = readers;
  }

  Staff staff() {
    return staff;
  }

  Readers readers() {
    return readers;
  }
}
