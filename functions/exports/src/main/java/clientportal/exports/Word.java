package clientportal.exports;

import clientportal.access.events.Actor;
import clientportal.access.ids.Language;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ItemTemplate;
import clientportal.access.records.RequestItem.Review;

/** What a document says, in each language. */
enum Word {
  REQUEST_TO("Document request to %s", "Anfrage an %s"),
  CLIENT("Client", "Kunde"),
  STATUS("Status", "Status"),
  BEGUN("Created", "Angelegt"),
  ENDED_COMPLETED("Completed", "Abgeschlossen"),
  ENDED_CANCELLED("Cancelled", "Abgebrochen"),
  DUE("Due", "Fällig"),
  EXPORTED("Exported", "Exportiert"),
  REFERENCE("Reference", "Kennung"),
  OVERVIEW("Overview", "Übersicht"),
  DETAILS("What was asked for", "Worum gebeten wurde"),
  NOTHING("Nothing was asked for.", "Es wurde um nichts gebeten."),
  NUMBER("No.", "Nr."),
  ITEM("Item", "Punkt"),
  ASKED_OF("Asked of", "Gebeten wurde"),
  KIND("Kind", "Art"),
  REQUIRED("Required", "Erforderlich"),
  CHOICES("Choices", "Möglichkeiten"),
  PERIOD("Period", "Zeitraum"),
  ASKED("Asked", "Gesendet"),
  SUBMITTED_BY("Submitted", "Eingereicht"),
  NOT_APPLICABLE_BY("Not applicable", "Gibt es nicht"),
  CONFIRMED("Accepted by the firm", "Vom Team bestätigt"),
  ANSWERS("Answers", "Antworten"),
  ANSWER("Answer", "Antwort"),
  ANSWERED("Answered", "Beantwortet"),
  FILES("Files", "Dateien"),
  FILE("File", "Datei"),
  UPLOADED("Uploaded", "Hochgeladen"),
  REVIEWS("Reviews", "Prüfungen"),
  REVIEWED("Reviewed", "Geprüft"),
  ROUND("Round", "Runde"),
  VERDICT("Verdict", "Ergebnis"),
  REASON("Reason", "Begründung"),
  SIZE_AND_HASH("%s bytes, SHA-256:", "%s Byte, SHA-256:"),
  LATE("late", "verspätet"),
  PAGE("Page %s", "Seite %s"),
  YES("yes", "ja"),
  NO("no", "nein"),
  BY("%s, by %s", "%s, von %s"),
  TIMES("All times are in the time zone %s.", "Alle Zeiten gelten in der Zeitzone %s."),
  BOXES(
      "□ stands for a character that this document cannot show. The export as JSON has all of"
          + " them.",
      "□ steht für ein Zeichen, das dieses Dokument nicht darstellen kann. Der Export als JSON"
          + " enthält alle."),

  DRAFT("draft", "Entwurf"),
  OPEN("not answered", "nicht beantwortet"),
  SUBMITTED("submitted", "eingereicht"),
  NOT_APPLICABLE("not applicable", "gibt es nicht"),
  ACCEPTED("accepted", "angenommen"),
  CANCELLED("cancelled", "abgebrochen"),
  HIDDEN(
      "not needed: it depends on another answer",
      "nicht benötigt: hängt von einer anderen Antwort ab"),

  KIND_DOCUMENT("document", "Dokument"),
  KIND_TEXT("text", "Text"),
  KIND_CHOICE("choice", "Auswahl"),
  KIND_DATE("date", "Datum"),
  KIND_YES_NO("yes or no", "Ja oder nein"),

  VERDICT_ACCEPT("accepted", "angenommen"),
  VERDICT_ACCEPT_IN_PART("accepted in part", "teilweise angenommen"),
  VERDICT_REJECT("sent back", "zurückgegeben"),
  VERDICT_REOPEN("reopened", "wieder geöffnet"),

  CODE_UNREADABLE("unreadable", "unleserlich"),
  CODE_INCOMPLETE("incomplete", "unvollständig"),
  CODE_WRONG_DOCUMENT("wrong document", "falsches Dokument"),
  CODE_WRONG_PERIOD("wrong period", "falscher Zeitraum"),
  CODE_OUTDATED("outdated", "veraltet"),
  CODE_OTHER("other", "Sonstiges"),

  FILE_NONE("not reviewed", "nicht geprüft"),
  FILE_KEPT("kept", "behalten"),
  FILE_ACCEPTED("accepted", "angenommen"),
  FILE_REJECTED("sent back", "zurückgegeben"),

  AS_STAFF("staff", "Team"),
  AS_CLIENT("client", "Kunde"),
  AS_CONTACT("contact", "Kontakt"),
  AS_MEMBER("member of the portal", "Mitglied des Portals"),
  AS_OPERATOR("operator", "Betreiber"),
  AS_PORTAL("portal", "Portal");

  private final String english;
  private final String german;

  Word(String english, String german) {
    this.english = english;
    this.german = german;
  }

  String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case GERMAN -> german;
    };
  }

  static Word of(ItemStatus status) {
    return switch (status) {
      case DRAFT -> DRAFT;
      case OPEN -> OPEN;
      case SUBMITTED -> SUBMITTED;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case ACCEPTED -> ACCEPTED;
      case CANCELLED -> CANCELLED;
    };
  }

  static Word of(ItemTemplate.Kind kind) {
    return switch (kind) {
      case DOCUMENT -> KIND_DOCUMENT;
      case TEXT -> KIND_TEXT;
      case CHOICE -> KIND_CHOICE;
      case DATE -> KIND_DATE;
      case YES_NO -> KIND_YES_NO;
    };
  }

  static Word of(Review.Verdict verdict) {
    return switch (verdict) {
      case ACCEPT -> VERDICT_ACCEPT;
      case ACCEPT_IN_PART -> VERDICT_ACCEPT_IN_PART;
      case REJECT -> VERDICT_REJECT;
      case REOPEN -> VERDICT_REOPEN;
    };
  }

  static Word of(Review.Code code) {
    return switch (code) {
      case UNREADABLE -> CODE_UNREADABLE;
      case INCOMPLETE -> CODE_INCOMPLETE;
      case WRONG_DOCUMENT -> CODE_WRONG_DOCUMENT;
      case WRONG_PERIOD -> CODE_WRONG_PERIOD;
      case OUTDATED -> CODE_OUTDATED;
      case OTHER -> CODE_OTHER;
    };
  }

  static Word of(ItemFile.Verdict verdict) {
    return switch (verdict) {
      case NONE -> FILE_NONE;
      case KEPT -> FILE_KEPT;
      case ACCEPTED -> FILE_ACCEPTED;
      case REJECTED -> FILE_REJECTED;
    };
  }

  static Word of(Actor.As as) {
    return switch (as) {
      case STAFF -> AS_STAFF;
      case CLIENT -> AS_CLIENT;
      case CONTACT -> AS_CONTACT;
      case MEMBER -> AS_MEMBER;
      case OPERATOR -> AS_OPERATOR;
      case PORTAL -> AS_PORTAL;
    };
  }
}
