package clientportal.delivery;

import java.util.Optional;

/** What has happened to items of an engagement, as one line of a mail says it. */
public enum RequestChange {
  /** They are asked for. */
  ASKED,
  /** They were sent back, or were settled and are asked for again. */
  ASKED_AGAIN,
  /** All that was asked of the reader is accepted. */
  ACCEPTED,
  /** They are asked for no more. */
  CANCELLED,
  /** They are asked for no more, because the engagement was cancelled. */
  ENDED,
  /** They are open, and the reader is reminded of it. */
  REMINDED,
  /** They are open although the assignee was reminded as often as they may be. */
  UNANSWERED,
  SUBMITTED,
  NOT_APPLICABLE,
  WITHDRAWN;

  /** Returns what notices of a type say; empty if they are about no items of an engagement. */
  public static Optional<RequestChange> of(NoticeType type) {
    return switch (type) {
      case DOCUMENTS_REQUESTED -> Optional.of(ASKED);
      case ITEMS_REJECTED, ITEMS_REOPENED -> Optional.of(ASKED_AGAIN);
      case ITEMS_ACCEPTED -> Optional.of(ACCEPTED);
      case ITEMS_CANCELLED -> Optional.of(CANCELLED);
      case ENGAGEMENT_CANCELLED -> Optional.of(ENDED);
      case REQUEST_REMINDED -> Optional.of(REMINDED);
      case NO_ANSWER -> Optional.of(UNANSWERED);
      case ITEMS_SUBMITTED -> Optional.of(SUBMITTED);
      case ITEM_NOT_APPLICABLE -> Optional.of(NOT_APPLICABLE);
      case ITEM_WITHDRAWN -> Optional.of(WITHDRAWN);
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_ADDED,
          DOCUMENT_UPLOADED,
          DOCUMENT_WITHDRAWN,
          UPLOAD_REJECTED,
          NOTE_SHARED,
          GROUP_NOTE_SHARED,
          PORTAL_OPENED,
          PORTAL_ROLE_WIDENED,
          REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED,
          HANDED_OVER ->
          Optional.empty();
    };
  }

  /** Tells whether it begins what {@link #takesBack} ends. */
  public boolean begins() {
    return switch (this) {
      case ASKED, SUBMITTED, NOT_APPLICABLE -> true;
      case ASKED_AGAIN, ACCEPTED, CANCELLED, ENDED, REMINDED, UNANSWERED, WITHDRAWN -> false;
    };
  }

  /** Tells whether it takes back what was asked for or submitted. */
  public boolean takesBack() {
    return switch (this) {
      case CANCELLED, ENDED, WITHDRAWN -> true;
      case ASKED, ASKED_AGAIN, ACCEPTED, REMINDED, UNANSWERED, SUBMITTED, NOT_APPLICABLE -> false;
    };
  }

  /** Tells whether the team is notified, and not the assignee. */
  public boolean isForStaff() {
    return switch (this) {
      case UNANSWERED, SUBMITTED, NOT_APPLICABLE, WITHDRAWN -> true;
      case ASKED, ASKED_AGAIN, ACCEPTED, CANCELLED, ENDED, REMINDED -> false;
    };
  }
}
