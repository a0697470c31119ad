package clientportal.delivery;

import java.util.stream.Stream;

/** The kinds of notices. */
public enum NoticeType {
  FOLDER_SHARED("folder-shared"),
  DOCUMENT_SHARED("document-shared"),
  DOCUMENT_ADDED("document-added"),
  DOCUMENT_UPLOADED("document-uploaded"),
  REGISTRATION_COMPLETED("registration-completed"),
  REGISTRATION_RECEIVED("registration-received"),
  ADMINISTRATOR_APPOINTED("administrator-appointed"),
  SECOND_FACTOR_RESET("second-factor-reset"),
  ADDRESS_BOUNCED("address-bounced"),
  HANDED_OVER("handed-over"),
  UPLOAD_REJECTED("upload-rejected"),
  DOCUMENT_WITHDRAWN("document-withdrawn"),
  NOTE_SHARED("note-shared"),
  GROUP_NOTE_SHARED("group-note-shared"),
  DOCUMENTS_REQUESTED("documents-requested"),
  ITEMS_REJECTED("items-rejected"),
  ITEMS_REOPENED("items-reopened"),
  ITEMS_ACCEPTED("items-accepted"),
  ITEMS_CANCELLED("items-cancelled"),
  ENGAGEMENT_CANCELLED("engagement-cancelled"),
  REQUEST_REMINDED("request-reminded"),
  NO_ANSWER("no-answer"),
  ITEMS_SUBMITTED("items-submitted"),
  ITEM_NOT_APPLICABLE("item-not-applicable"),
  ITEM_WITHDRAWN("item-withdrawn"),
  PORTAL_OPENED("portal-opened"),
  PORTAL_ROLE_WIDENED("portal-role-widened");

  private final String text;

  NoticeType(String text) {
    this.text = text;
  }

  /** Returns the name in items and in the API. */
  public String text() {
    return text;
  }

  /** Tells whether there is something new to read. */
  public boolean isNewItem() {
    return switch (this) {
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_ADDED,
          DOCUMENT_UPLOADED,
          NOTE_SHARED,
          GROUP_NOTE_SHARED ->
          true;
      case UPLOAD_REJECTED,
          DOCUMENT_WITHDRAWN,
          REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED,
          HANDED_OVER,
          DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN,
          PORTAL_OPENED,
          PORTAL_ROLE_WIDENED ->
          false;
    };
  }

  /** Tells whether it is about a portal that somebody is let into. */
  public boolean isOfPortal() {
    return this == PORTAL_OPENED || this == PORTAL_ROLE_WIDENED;
  }

  /** Tells whether it is about a note or a group note, of which a firm need not send mails. */
  public boolean isOfNote() {
    return this == NOTE_SHARED || this == GROUP_NOTE_SHARED;
  }

  /** Tells whether clients, contacts and members are notified of it. */
  public boolean isForReaders() {
    return switch (this) {
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_ADDED,
          UPLOAD_REJECTED,
          NOTE_SHARED,
          GROUP_NOTE_SHARED,
          DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          PORTAL_OPENED,
          PORTAL_ROLE_WIDENED ->
          true;
      case DOCUMENT_UPLOADED,
          DOCUMENT_WITHDRAWN,
          REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED,
          HANDED_OVER,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN ->
          false;
    };
  }

  /** Tells whether staff are notified of it. */
  public boolean isForStaff() {
    return this == UPLOAD_REJECTED || !isForReaders();
  }

  /** Tells whether it is about the account of a person. */
  public boolean isAboutAccounts() {
    return switch (this) {
      case REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED ->
          true;
      case FOLDER_SHARED,
          DOCUMENT_SHARED,
          DOCUMENT_ADDED,
          DOCUMENT_UPLOADED,
          UPLOAD_REJECTED,
          DOCUMENT_WITHDRAWN,
          HANDED_OVER,
          NOTE_SHARED,
          GROUP_NOTE_SHARED,
          DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN,
          PORTAL_OPENED,
          PORTAL_ROLE_WIDENED ->
          false;
    };
  }

  /** Returns the type of that name. */
  public static NoticeType of(String text) {
    return Stream.of(values())
        .filter(type -> type.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown type of notice: " + text));
  }
}
