package clientportal.access.decision;

import clientportal.access.ids.StaffId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Decides whether a caller may do something to an item now; nothing else decides this. */
public final class Decision {
  private Decision() {}

  /**
   * Decides.
   *
   * @param grants of the item and its folder; none for what cannot be shared
   */
  public static Verdict decide(Affiliation affiliation, Action action, Grants grants, Instant now) {
    Verdict asStaff = asStaff(affiliation, action, grants, now);
    Verdict asReader = asReader(affiliation, action, grants, now);
    return Collections.max(List.of(asStaff, asReader));
  }

  /**
   * Decides on a group note as a whole, which only staff know.
   *
   * @param open whether it is open to somebody, through any of its participants
   */
  public static Verdict decideOnGroup(Affiliation affiliation, Action action, boolean open) {
    return asStaff(affiliation, action, open);
  }

  /**
   * Decides on a portal.
   *
   * @param member whether it lets the caller in
   */
  public static Verdict decideOnPortal(Affiliation affiliation, Action action, boolean member) {
    Verdict asMember =
        switch (action.readers()) {
          case MEMBER -> Verdict.ALLOWED;
          case SEE_MEMBER -> Verdict.PERMISSION_REQUIRED;
          case NOBODY, SEE_LINKED, LINKED, SEE_OPEN, OPEN, OPEN_FOR_UPLOAD -> Verdict.NOT_FOUND;
        };
    return Collections.max(
        List.of(asStaff(affiliation, action, false), member ? asMember : Verdict.NOT_FOUND));
  }

  /**
   * Decides on reading a document that is not available: only staff and its uploader may.
   *
   * @param own whether the caller requested the upload
   */
  public static Verdict decideUnavailable(
      Affiliation affiliation, boolean own, Grants folder, Instant now) {
    boolean visible = affiliation.staff().isPresent() || own;
    return visible ? decide(affiliation, Action.READ, folder, now) : Verdict.NOT_FOUND;
  }

  /**
   * Decides on a new version: clients and contacts may replace only what they uploaded.
   *
   * @param own whether the caller uploaded the version that is replaced
   */
  public static Verdict decideReplacing(
      Affiliation affiliation, boolean own, Grants grants, Instant now) {
    Verdict asStaff = asStaff(affiliation, Action.UPLOAD, grants, now);
    Verdict asReader = asReader(affiliation, Action.UPLOAD, grants, now);
    Verdict asOwner = asReader == Verdict.ALLOWED && !own ? Verdict.PERMISSION_REQUIRED : asReader;
    return Collections.max(List.of(asStaff, asOwner));
  }

  /**
   * Decides on continuing an upload: only its uploader may, as long as they may upload.
   *
   * @param own whether the caller requested the upload
   * @param available whether the version is available to others already
   */
  public static Verdict decideContinuing(
      Affiliation affiliation, boolean own, boolean available, Grants grants, Instant now) {
    if (own) {
      return decide(affiliation, Action.UPLOAD, grants, now);
    }
    Verdict read =
        available
            ? decide(affiliation, Action.READ, grants, now)
            : decideUnavailable(affiliation, false, grants, now);
    return read == Verdict.ALLOWED ? Verdict.PERMISSION_REQUIRED : read;
  }

  /**
   * Decides on cancelling or dismissing an upload: staff and its uploader may, as long as they may
   * read it.
   *
   * @param own whether the caller requested the upload
   * @param available whether the version is available to others already
   */
  public static Verdict decideEnding(
      Affiliation affiliation, boolean own, boolean available, Grants grants, Instant now) {
    if (!available) {
      return decideUnavailable(affiliation, own, grants, now);
    }
    Verdict read = decide(affiliation, Action.READ, grants, now);
    boolean may = own || affiliation.staff().isPresent();
    return read == Verdict.ALLOWED && !may ? Verdict.PERMISSION_REQUIRED : read;
  }

  /**
   * Decides on archiving a document: staff may, and a client or contact who uploaded it may
   * withdraw it until somebody of the firm has opened it.
   *
   * @param own whether the caller uploaded the current version
   * @param opened whether somebody of the firm has opened the document
   */
  public static Verdict decideArchiving(
      Affiliation affiliation, boolean own, boolean opened, Grants grants, Instant now) {
    boolean withdraws =
        own && !opened && asReader(affiliation, Action.READ, grants, now) == Verdict.ALLOWED;
    return withdraws ? Verdict.ALLOWED : decide(affiliation, Action.CHANGE, grants, now);
  }

  /**
   * Decides on what a staff member sets themselves, and administrators do for others, such as an
   * absence.
   */
  public static Verdict decideOwnOrManaged(Affiliation affiliation, StaffId of) {
    Action action = isOwn(affiliation, of) ? Action.READ_STAFF : Action.MANAGE_STAFF;
    return asStaff(affiliation, action, false);
  }

  /** Decides on what a staff member chooses for themselves alone. */
  public static Verdict decideOwn(Affiliation affiliation, StaffId of) {
    Verdict staff = asStaff(affiliation, Action.READ_STAFF, false);
    return staff != Verdict.ALLOWED || isOwn(affiliation, of) ? staff : Verdict.PERMISSION_REQUIRED;
  }

  private static boolean isOwn(Affiliation affiliation, StaffId of) {
    return affiliation.staff().filter(member -> member.staff().equals(of)).isPresent();
  }

  private static Verdict asStaff(
      Affiliation affiliation, Action action, Grants grants, Instant now) {
    return asStaff(affiliation, action, !grants.inForce(now).isEmpty());
  }

  private static Verdict asStaff(Affiliation affiliation, Action action, boolean open) {
    Optional<Membership> staff = affiliation.staff();
    if (staff.isEmpty()) {
      return Verdict.NOT_FOUND;
    }
    Membership member = staff.get();
    boolean may =
        switch (action.staff()) {
          case NOBODY -> false;
          case ANY -> true;
          case WEB_PORTAL -> member.webPortal();
          case ADMINISTRATOR -> member.role() == Role.ADMINISTRATOR;
          case PUBLISHER -> member.webPortal() || !open;
        };
    return may ? Verdict.ALLOWED : Verdict.PERMISSION_REQUIRED;
  }

  private static Verdict asReader(
      Affiliation affiliation, Action action, Grants grants, Instant now) {
    Optional<AccessLevel> open = affiliation.link().flatMap(link -> grants.openTo(link, now));
    boolean linked = affiliation.isLinked(now);
    return switch (action.readers()) {
      case NOBODY, SEE_MEMBER, MEMBER -> Verdict.NOT_FOUND;
      case SEE_LINKED -> linked ? Verdict.PERMISSION_REQUIRED : Verdict.NOT_FOUND;
      case LINKED -> linked ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case SEE_OPEN -> open.isPresent() ? Verdict.PERMISSION_REQUIRED : Verdict.NOT_FOUND;
      case OPEN -> open.isPresent() ? Verdict.ALLOWED : Verdict.NOT_FOUND;
      case OPEN_FOR_UPLOAD ->
          open.map(access ->
                  access == AccessLevel.VIEW_UPLOAD ? Verdict.ALLOWED : Verdict.PERMISSION_REQUIRED)
              .orElse(Verdict.NOT_FOUND);
    };
  }
}
