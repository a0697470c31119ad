package clientportal.notifications.mail;

import static clientportal.notifications.mail.MailText.shortName;

import clientportal.access.records.RequestItem.Review;
import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.ClientInvitationMail.Asked;
import clientportal.notifications.mail.DigestMail.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What mails say about what is asked for, in German. */
final class GermanRequests extends RequestWording {

  @Override
  String documents(int number) {
    return number == 1 ? "1 Dokument" : number + " Dokumente";
  }

  @Override
  String files(int number) {
    return number == 1 ? "1 Datei" : number + " Dateien";
  }

  @Override
  String answers(int number) {
    return number == 1 ? "1 Antwort" : number + " Antworten";
  }

  @Override
  String and() {
    return "und";
  }

  @Override
  String by(RequestedItems items) {
    return items.due().map(due -> ", bis zum " + date(due)).orElse("");
  }

  private static String date(RequestedItems.Due due) {
    LocalDate on = due.on();
    String date = on.getDayOfMonth() + ". " + GermanWording.month(on.getMonth());
    return due.withYear() ? date + " " + on.getYear() : date;
  }

  @Override
  Sentence title(Line line, RequestedItems items) {
    return Sentence.of(title(items), line.itemName());
  }

  private String title(RequestedItems items) {
    return switch (items.change()) {
      case ASKED -> unbrokenCount(items) + " für „{}“" + unbroken(items);
      case ASKED_AGAIN -> "Für „{}“ noch einmal benötigt" + unbroken(items);
      case ACCEPTED -> "Alles für „{}“ ist angenommen";
      case CANCELLED -> "Für „{}“ nicht mehr benötigt";
      case ENDED -> "„{}“ wurde abgebrochen";
      case REMINDED -> "Für „{}“ noch benötigt" + unbroken(items);
      case UNANSWERED -> "Keine Antwort nach " + reminders(items) + " für „{}“";
      case SUBMITTED -> unbrokenCount(items) + " für „{}“";
      case NOT_APPLICABLE -> "Für „{}“ nicht zutreffend";
      case WITHDRAWN -> "Für „{}“ zurückgenommen";
    };
  }

  private static String reminders(RequestedItems items) {
    return items.reminders() == 1 ? "1 Erinnerung" : items.reminders() + " Erinnerungen";
  }

  @Override
  List<Sentence> lead(RequestedItems items) {
    return switch (items.change()) {
      case ASKED ->
          List.of(Sentence.of(items.size() == 1 ? "Von Ihnen benötigt:" : "Von Ihnen benötigt"));
      case ACCEPTED -> List.of(Sentence.of("Von Ihnen wird dafür nichts mehr benötigt."));
      case ENDED -> List.of(Sentence.of("Von Ihnen nicht mehr benötigt:"));
      case SUBMITTED -> List.of(Sentence.of("Eingereicht, bitte prüfen"));
      case ASKED_AGAIN, CANCELLED, REMINDED, UNANSWERED, NOT_APPLICABLE, WITHDRAWN -> List.of();
    };
  }

  @Override
  Sentence item(RequestedItems.Named item) {
    Optional<String> why = item.code().flatMap(GermanRequests::why);
    String reason = item.reason().map(RequestWording::reason).orElse("");
    if (reason.isEmpty()) {
      return Sentence.of("*{}*" + why.map(text -> separator(item) + text).orElse(""), item.name());
    }
    return Sentence.of(
        "*{}*" + separator(item) + why.map(text -> text + ". ").orElse("") + "„{}“",
        item.name(),
        reason);
  }

  private static Optional<String> why(Review.Code code) {
    return switch (code) {
      case UNREADABLE -> Optional.of("nicht lesbar");
      case INCOMPLETE -> Optional.of("unvollständig");
      case WRONG_DOCUMENT -> Optional.of("das falsche Dokument");
      case WRONG_PERIOD -> Optional.of("der falsche Zeitraum");
      case OUTDATED -> Optional.of("nicht mehr aktuell");
      case OTHER -> Optional.empty();
    };
  }

  @Override
  Sentence more(int number) {
    return Sentence.of(number == 1 ? "Und 1 weiteres" : "Und " + number + " weitere");
  }

  @Override
  String subject(DigestMail digest, RequestedItems items, String author) {
    String firm = shortName(digest.from().name());
    String by = shortName(author);
    String engagement = "„" + shortName(digest.first().itemName()) + "“";
    String whose = digest.otherClient().map(client -> " von " + shortName(client)).orElse("");
    String what = items.only().map(name -> "„" + shortName(name) + "“").orElse(counted(items));
    return switch (items.change()) {
      case ASKED -> firm + " bittet Sie um " + what + " für " + engagement + by(items);
      case ASKED_AGAIN ->
          firm + " bittet Sie noch einmal um " + what + " für " + engagement + by(items);
      case ACCEPTED -> firm + " hat alles für " + engagement + " angenommen";
      case CANCELLED -> firm + " benötigt " + what + " für " + engagement + " nicht mehr";
      case ENDED -> firm + " hat " + engagement + " abgebrochen";
      case REMINDED -> firm + " erinnert Sie an " + what + " für " + engagement + by(items);
      case UNANSWERED ->
          "Keine Antwort nach " + reminders(items) + ": " + what + " für " + engagement + whose;
      case SUBMITTED -> by + " hat " + what + " für " + engagement + whose + " eingereicht";
      case NOT_APPLICABLE ->
          ("Laut " + by)
              + (items.size() == 1 ? " trifft " : " treffen ")
              + (what + " für " + engagement + whose + " nicht zu");
      case WITHDRAWN -> by + " hat " + what + " für " + engagement + whose + " zurückgenommen";
    };
  }

  @Override
  String heading(RequestedItems items) {
    return switch (items.change()) {
      case ASKED -> items.documents() == 0 ? "Bitte antworten Sie" : "Bitte senden Sie Dokumente";
      case ASKED_AGAIN ->
          items.documents() == 0 ? "Bitte antworten Sie noch einmal" : "Bitte noch einmal senden";
      case ACCEPTED -> "Alles ist angenommen";
      case CANCELLED, ENDED -> "Nicht mehr benötigt";
      case REMINDED -> "Noch benötigt";
      case UNANSWERED -> "Keine Antwort von Ihrem Kunden";
      case SUBMITTED -> "Neu von Ihrem Kunden";
      case NOT_APPLICABLE, WITHDRAWN -> "Neues von Ihrem Kunden";
    };
  }

  @Override
  String part(RequestChange change, int lines, String counted) {
    return switch (change) {
      case ASKED -> counted + " angefordert";
      case ASKED_AGAIN -> counted + " noch einmal angefordert";
      case ACCEPTED -> requests(lines) + " angenommen";
      case CANCELLED -> counted + " nicht mehr benötigt";
      case ENDED -> requests(lines) + " abgebrochen";
      case REMINDED -> counted + " noch benötigt";
      case UNANSWERED -> counted + " ohne Antwort";
      case SUBMITTED -> counted + " eingereicht";
      case NOT_APPLICABLE -> counted + " nicht zutreffend";
      case WITHDRAWN -> counted + " zurückgenommen";
    };
  }

  private static String requests(int number) {
    return number == 1 ? "1 Anforderung" : number + " Anforderungen";
  }

  @Override
  String subject(String firmName, List<Asked> asked) {
    Asked first = asked.getFirst();
    String what =
        asked.size() == 1
            ? first
                    .items()
                    .only()
                    .map(name -> "„" + shortName(name) + "“")
                    .orElse(counted(first.items()))
                + (" für „" + shortName(first.engagement()) + "“")
            : countedAll(asked);
    return shortName(firmName) + " bittet Sie um " + what;
  }

  @Override
  Sentence asked(Asked asked) {
    return asked
        .items()
        .only()
        .map(name ->
            Sentence.of(
                "Von Ihnen benötigt: *{}* für „{}“" + unbroken(asked.items()),
                name,
                asked.engagement()))
        .orElseGet(() ->
            Sentence.of(
                "Von Ihnen benötigt: *"
                    + unbrokenCount(asked.items())
                    + "* für „{}“"
                    + unbroken(asked.items()),
                asked.engagement()));
  }
}
