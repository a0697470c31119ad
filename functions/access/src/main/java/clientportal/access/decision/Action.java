package clientportal.access.decision;

/** What a caller may ask to do, and who is allowed to. */
public enum Action {
  READ_FIRM(Staff.ANY, Readers.NOBODY),
  CHANGE_FIRM(Staff.ADMINISTRATOR, Readers.NOBODY),
  READ_STAFF(Staff.ANY, Readers.NOBODY),
  MANAGE_STAFF(Staff.ADMINISTRATOR, Readers.NOBODY),
  CREATE_CLIENT(Staff.ANY, Readers.NOBODY),
  LIST_CLIENTS(Staff.ANY, Readers.NOBODY),

  READ_CLIENT(Staff.ANY, Readers.NOBODY),
  CHANGE_CLIENT(Staff.ANY, Readers.NOBODY),
  /** Grants or removes a contact's permission for the portal. */
  AUTHORIZE_CONTACT(Staff.WEB_PORTAL, Readers.NOBODY),
  READ_ACCOUNT(Staff.ANY, Readers.NOBODY),
  /** Creates or revokes an account, or confirms the address that it belongs to. */
  MANAGE_ACCOUNT(Staff.WEB_PORTAL, Readers.NOBODY),

  /** Links or rejects pending registrations. */
  RESOLVE_REGISTRATIONS(Staff.WEB_PORTAL, Readers.NOBODY),

  CREATE_FOLDER(Staff.ANY, Readers.SEE_LINKED),
  LIST_FOLDERS(Staff.ANY, Readers.LINKED),
  LIST_SHARED(Staff.NOBODY, Readers.LINKED),
  /** Reads that something happened in the firm, or with the client, and who did it. */
  READ_NOTICES(Staff.ANY, Readers.LINKED),

  /**
   * Writes notes about a client, and lists them and all that happened with the client; writes group
   * notes, and lists them.
   */
  WRITE_NOTES(Staff.ANY, Readers.NOBODY),

  /** Writes the checklists of the firm, and reads them. */
  WRITE_CHECKLISTS(Staff.ANY, Readers.NOBODY),

  /** Lists the portals of the firm and their members; reads one, as its members may. */
  READ_PORTAL(Staff.ANY, Readers.MEMBER),
  /** Creates portals, changes their clients and members, and invites members. */
  MANAGE_PORTALS(Staff.WEB_PORTAL, Readers.SEE_MEMBER),

  CREATE_ENGAGEMENT(Staff.ANY, Readers.SEE_LINKED),
  LIST_ENGAGEMENTS(Staff.ANY, Readers.LINKED),
  /** Prepares what is to be asked for in an engagement. */
  PREPARE_REQUEST(Staff.ANY, Readers.SEE_OPEN),
  /** Asks for something in an engagement, reviews what comes, and ends the engagement. */
  REQUEST(Staff.WEB_PORTAL, Readers.SEE_OPEN),
  /** Uploads or answers what is asked for; staff with the permission do it on behalf of others. */
  ANSWER(Staff.WEB_PORTAL, Readers.OPEN_FOR_UPLOAD),
  /** Exports all that was asked for in an engagement, and what came of it. */
  EXPORT(Staff.ANY, Readers.SEE_OPEN),
  /** Submits what one is asked for, or says that there is no such thing. */
  SUBMIT(Staff.NOBODY, Readers.OPEN),

  CREATE_TASK(Staff.WEB_PORTAL, Readers.SEE_LINKED),
  LIST_TASKS(Staff.ANY, Readers.LINKED),
  /** Changes or cancels a task, or opens it again. */
  MANAGE_TASK(Staff.WEB_PORTAL, Readers.SEE_OPEN),
  /** Says that a task is done. */
  FINISH_TASK(Staff.WEB_PORTAL, Readers.NAMED),
  /** Comments on a task, and reads the comments. */
  COMMENT(Staff.ANY, Readers.NAMED),

  READ(Staff.ANY, Readers.OPEN),
  /** Renames, archives or restores. */
  CHANGE(Staff.PUBLISHER, Readers.SEE_OPEN),
  UPLOAD(Staff.PUBLISHER, Readers.OPEN_FOR_UPLOAD),
  READ_VERSIONS(Staff.ANY, Readers.SEE_OPEN),
  READ_SHARES(Staff.ANY, Readers.SEE_OPEN),
  SHARE(Staff.WEB_PORTAL, Readers.SEE_OPEN);

  /** Which staff members are allowed. */
  enum Staff {
    NOBODY,
    ANY,
    WEB_PORTAL,
    ADMINISTRATOR,
    /**
     * Any staff member, while the item is open to nobody; what readers see takes {@code webPortal}.
     */
    PUBLISHER
  }

  /** Which of the client and its contacts are allowed, or may know that the item exists. */
  enum Readers {
    NOBODY,
    /** Linked people know that it exists, but none is allowed. */
    SEE_LINKED,
    LINKED,
    /** People to whom the item is open know that it exists, but none is allowed. */
    SEE_OPEN,
    OPEN,
    OPEN_FOR_UPLOAD,
    /** People whom a grant names; others to whom the item is open know that it exists. */
    NAMED,
    /** The members of a portal know that it exists, but none is allowed. */
    SEE_MEMBER,
    MEMBER
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
