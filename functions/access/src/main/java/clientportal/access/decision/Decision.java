package clientportal.access.decision;

import java.time.Instant;
import java.util.Optional;

/** May this caller do this to this item, now? The one place that says so. */
public final class Decision {
  private Decision() {}

  /**
   * Decides.
   *
   * @param grants those of the item and of the folder that it is in; none for what cannot be shared
   */
  public static Verdict decide(Affiliation affiliation, Action action, Grants grants, Instant now) {
    Verdict asStaff =
        affiliation
            .staff()
            .map(member -> asStaff(member, action, grants, now))
            .orElse(Verdict.NOT_FOUND);
    Verdict asReader = asReader(affiliation, action, grants, now);
    return asStaff.compareTo(asReader) >= 0 ? asStaff : asReader;
  }

  /**
   * Decides on a document that is not available yet: its readers are staff and who declared it.
   *
   * @param own whether the caller declared it
   */
  public static Verdict decideUnavailable(
      Affiliation affiliation, boolean own, Grants folder, Instant now) {
    boolean visible = affiliation.staff().isPresent() || own;
    return visible ? decide(affiliation, Action.READ, folder, now) : Verdict.NOT_FOUND;
  }

  /**
   * Decides on a new version in place of another: a reader may replace only what he uploaded.
   *
   * @param own whether the caller uploaded what is to be replaced
   */
  public static Verdict decideReplacing(
      Affiliation affiliation, boolean own, Grants grants, Instant now) {
    Verdict asStaff =
        affiliation
            .staff()
            .map(member -> asStaff(member, Action.UPLOAD, grants, now))
            .orElse(Verdict.NOT_FOUND);
    Verdict asReader = asReader(affiliation, Action.UPLOAD, grants, now);
    Verdict asOwner = asReader == Verdict.ALLOWED && !own ? Verdict.PERMISSION_REQUIRED : asReader;
    return asStaff.compareTo(asOwner) >= 0 ? asStaff : asOwner;
  }

  /**
   * Decides on going on with an upload: that is for who declared it, as long as he may upload.
   *
   * @param own whether the caller declared it
   * @param available whether others have it before them already
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

  private static Verdict asStaff(Membership member, Action action, Grants grants, Instant now) {
    boolean may =
        switch (action.staff()) {
          case NOBODY -> false;
          case ANY -> true;
          case WEB_PORTAL -> member.webPortal();
          case ADMINISTRATOR -> member.role() == Role.ADMINISTRATOR;
          case UPLOADER -> member.webPortal() || grants.inForce(now).isEmpty();
        };
    return may ? Verdict.ALLOWED : Verdict.PERMISSION_REQUIRED;
  }

  private static Verdict asReader(
      Affiliation affiliation, Action action, Grants grants, Instant now) {
    Optional<AccessLevel> open = affiliation.link().flatMap(link -> grants.openTo(link, now));
    boolean linked = affiliation.isLinked(now);
    return switch (action.readers()) {
      case NOBODY -> Verdict.NOT_FOUND;
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
