package clientportal.notifications.mail;

import static clientportal.notifications.mail.MailText.shortName;

import clientportal.access.records.RequestItem.Review;
import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.ClientInvitationMail.Asked;
import clientportal.notifications.mail.DigestMail.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What mails say about what is asked for, in English. */
final class EnglishRequests extends RequestWording {

  @Override
  String documents(int number) {
    return number == 1 ? "1 document" : number + " documents";
  }

  @Override
  String files(int number) {
    return number == 1 ? "1 file" : number + " files";
  }

  @Override
  String answers(int number) {
    return number == 1 ? "1 answer" : number + " answers";
  }

  @Override
  String and() {
    return "and";
  }

  @Override
  String by(RequestedItems items) {
    return items.due().map(due -> ", by " + date(due)).orElse("");
  }

  private static String date(RequestedItems.Due due) {
    LocalDate on = due.on();
    String date = on.getDayOfMonth() + " " + EnglishWording.month(on.getMonth());
    return due.withYear() ? date + " " + on.getYear() : date;
  }

  @Override
  Sentence title(Line line, RequestedItems items) {
    return Sentence.of(title(items), line.itemName());
  }

  private String title(RequestedItems items) {
    return switch (items.change()) {
      case ASKED -> unbrokenCount(items) + " for “{}”" + unbroken(items);
      case ASKED_AGAIN -> "Needed again for “{}”" + unbroken(items);
      case ACCEPTED -> "Everything for “{}” has been accepted";
      case CANCELLED -> "No longer needed for “{}”";
      case ENDED -> "“{}” has been cancelled";
      case REMINDED -> "Still needed for “{}”" + unbroken(items);
      case UNANSWERED -> "No answer after " + reminders(items) + " for “{}”";
      case SUBMITTED -> unbrokenCount(items) + " for “{}”";
      case NOT_APPLICABLE -> "Not applicable for “{}”";
      case WITHDRAWN -> "Taken back for “{}”";
    };
  }

  private static String reminders(RequestedItems items) {
    return items.reminders() == 1 ? "1 reminder" : items.reminders() + " reminders";
  }

  @Override
  List<Sentence> lead(RequestedItems items) {
    return switch (items.change()) {
      case ASKED ->
          List.of(Sentence.of(items.size() == 1 ? "Needed from you:" : "Needed from you"));
      case ACCEPTED -> List.of(Sentence.of("Nothing more is needed from you."));
      case ENDED -> List.of(Sentence.of("These are no longer needed from you:"));
      case SUBMITTED -> List.of(Sentence.of("Submitted, and ready for your review"));
      case ASKED_AGAIN, CANCELLED, REMINDED, UNANSWERED, NOT_APPLICABLE, WITHDRAWN -> List.of();
    };
  }

  @Override
  Sentence item(RequestedItems.Named item) {
    Optional<String> why = item.code().flatMap(EnglishRequests::why);
    String reason = item.reason().map(RequestWording::reason).orElse("");
    if (reason.isEmpty()) {
      return Sentence.of("*{}*" + why.map(text -> separator(item) + text).orElse(""), item.name());
    }
    return Sentence.of(
        "*{}*" + separator(item) + why.map(text -> text + ". ").orElse("") + "“{}”",
        item.name(),
        reason);
  }

  private static Optional<String> why(Review.Code code) {
    return switch (code) {
      case UNREADABLE -> Optional.of("not readable");
      case INCOMPLETE -> Optional.of("incomplete");
      case WRONG_DOCUMENT -> Optional.of("the wrong document");
      case WRONG_PERIOD -> Optional.of("the wrong period");
      case OUTDATED -> Optional.of("out of date");
      case OTHER -> Optional.empty();
    };
  }

  @Override
  Sentence more(int number) {
    return Sentence.of("And " + number + " more");
  }

  @Override
  String subject(DigestMail digest, RequestedItems items, String author) {
    String firm = shortName(digest.from().name());
    String by = shortName(author);
    String engagement = "“" + shortName(digest.first().itemName()) + "”";
    String whose = digest.otherClient().map(client -> " of " + shortName(client)).orElse("");
    String what = items.only().map(name -> "“" + shortName(name) + "”").orElse(counted(items));
    return switch (items.change()) {
      case ASKED -> firm + " asks you for " + what + " for " + engagement + by(items);
      case ASKED_AGAIN -> firm + " asks you again for " + what + " for " + engagement + by(items);
      case ACCEPTED -> firm + " has accepted everything for " + engagement;
      case CANCELLED -> firm + " no longer needs " + what + " for " + engagement;
      case ENDED -> firm + " has cancelled " + engagement;
      case REMINDED -> firm + " reminds you of " + what + " for " + engagement + by(items);
      case UNANSWERED ->
          "No answer after " + reminders(items) + ": " + what + " for " + engagement + whose;
      case SUBMITTED -> by + " submitted " + what + " for " + engagement + whose;
      case NOT_APPLICABLE ->
          by
              + (" says that " + what + " for " + engagement + whose)
              + (items.size() == 1 ? " does" : " do")
              + " not apply";
      case WITHDRAWN -> by + " took back " + what + " for " + engagement + whose;
    };
  }

  @Override
  String heading(RequestedItems items) {
    return switch (items.change()) {
      case ASKED -> items.documents() == 0 ? "Please answer" : "Please send documents";
      case ASKED_AGAIN -> items.documents() == 0 ? "Please answer again" : "Please send again";
      case ACCEPTED -> "Everything has been accepted";
      case CANCELLED, ENDED -> "No longer needed";
      case REMINDED -> "Still needed";
      case UNANSWERED -> "No answer from your client";
      case SUBMITTED -> "New from your client";
      case NOT_APPLICABLE, WITHDRAWN -> "News from your client";
    };
  }

  @Override
  String part(RequestChange change, int lines, String counted) {
    return switch (change) {
      case ASKED -> counted + " requested";
      case ASKED_AGAIN -> counted + " requested again";
      case ACCEPTED -> lines == 1 ? "1 request accepted" : lines + " requests accepted";
      case CANCELLED -> counted + " no longer needed";
      case ENDED -> lines == 1 ? "1 request cancelled" : lines + " requests cancelled";
      case REMINDED -> counted + " still needed";
      case UNANSWERED -> counted + " without an answer";
      case SUBMITTED -> counted + " submitted";
      case NOT_APPLICABLE -> counted + " not applicable";
      case WITHDRAWN -> counted + " taken back";
    };
  }

  @Override
  String subject(String firmName, List<Asked> asked) {
    Asked first = asked.getFirst();
    String what =
        asked.size() == 1
            ? first
                    .items()
                    .only()
                    .map(name -> "“" + shortName(name) + "”")
                    .orElse(counted(first.items()))
                + (" for “" + shortName(first.engagement()) + "”")
            : countedAll(asked);
    return shortName(firmName) + " asks you for " + what;
  }

  @Override
  Sentence asked(Asked asked) {
    return asked
        .items()
        .only()
        .map(name ->
            Sentence.of(
                "Needed from you: *{}* for “{}”" + unbroken(asked.items()),
                name,
                asked.engagement()))
        .orElseGet(() ->
            Sentence.of(
                "Needed from you: *"
                    + unbrokenCount(asked.items())
                    + "* for “{}”"
                    + unbroken(asked.items()),
                asked.engagement()));
  }
}
