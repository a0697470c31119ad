package clientportal.platform.problem;

import java.util.Locale;

/**
 * Every problem that a route can answer with (RFC 9457), with its status; its type is {@code
 * urn:problem:<name>}.
 */
public enum ProblemType {
  MALFORMED_JSON(400, "The body is not strict JSON"),
  INVALID_REQUEST(400, "The request has faults"),
  SESSION_ENDED(401, "Your session has ended"),
  PERMISSION_REQUIRED(403, "You may not do this"),
  STAFF_CLIENT_REQUIRED(403, "Staff sign in with the staff UI"),
  SECOND_FACTOR_REQUIRED(403, "You must sign in with a second factor"),
  NOT_FOUND(404, "There is nothing here for you"),
  NOT_ACCEPTABLE(406, "The answer is not offered in this format"),
  SLUG_TAKEN(409, "This web address is taken"),
  EMAIL_TAKEN(409, "This email address is taken"),
  ACCOUNT_EXISTS(409, "There is an account already"),
  NOT_AVAILABLE(409, "The document is not available"),
  NOT_SHAREABLE(409, "The firm's policy keeps it closed"),
  INHERITED_SHARE(409, "The share comes from elsewhere"),
  CONFLICT(409, "The request conflicts with the state of the item"),
  ARCHIVED(409, "What is archived cannot be changed"),
  LIMIT_REACHED(409, "A limit is reached"),
  NAME_TAKEN(409, "The name is taken"),
  CLIENT_IN_PORTAL(409, "A client is in another portal of the site"),
  SETTINGS_REQUIRED(409, "The settings of the site are required first"),
  STATUS_CONFLICT(409, "It cannot be done where the item stands"),
  PRECONDITION_FAILED(412, "The item has changed since it was read"),
  BODY_TOO_LARGE(413, "The body is larger than 64 KiB"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a supported media type"),
  EMAIL_REQUIRED(422, "An email address is required first"),
  EMAIL_MISMATCH(422, "The email address is not the one on file"),
  KIND_WITHOUT_ACCOUNT(422, "This kind of client can have no account"),
  ACCOUNT_REQUIRED(422, "The client has no account"),
  RECIPIENT_NOT_PERMITTED(422, "A recipient has no permission for the portal"),
  UNKNOWN_STAFF(422, "A staff member is not an enabled one of the firm"),
  UNKNOWN_CLIENT(422, "A client is not one of the firm"),
  CONTENT_TYPE_NOT_ACCEPTED(422, "Files of this type are not asked for"),
  UNKNOWN_REFERENCE(422, "Something that the body names does not exist"),
  TOKEN_NOT_VALID(422, "The link or code is not valid"),
  PASSWORD_TOO_WEAK(422, "The password is too weak"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  TRY_AGAIN(503, "The portal is busy");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** Tells whether the state of an item is the reason; it may have changed since. */
  public boolean isConflict() {
    return status == 409;
  }

  public String title() {
    return title;
  }

  /** Returns the type's name in its URN and in the log. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
