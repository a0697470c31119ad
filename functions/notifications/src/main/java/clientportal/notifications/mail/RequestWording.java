package clientportal.notifications.mail;

import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.ClientInvitationMail.Asked;
import clientportal.notifications.mail.DigestMail.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What mails say about what is asked for in engagements, in one language. */
abstract sealed class RequestWording permits EnglishRequests, GermanRequests {
  private static final Pattern NUMBER = Pattern.compile("(\\d+) ");

  /** The most code points of a reason: the portal has the whole. */
  private static final int REASON_LENGTH = 300;

  abstract String documents(int number);

  abstract String files(int number);

  abstract String answers(int number);

  abstract String and();

  /** Returns by when, after a comma; nothing if there is no due date. */
  abstract String by(RequestedItems items);

  /** Returns the title of a line, which leads to the engagement. */
  abstract Sentence title(Line line, RequestedItems items);

  /** Returns what the reader is to know of the items besides, if there is anything. */
  abstract List<Sentence> lead(RequestedItems items);

  /** Returns the name of an item, and why it was sent back. */
  abstract Sentence item(RequestedItems.Named item);

  /** Returns how many are not named. */
  abstract Sentence more(int number);

  /**
   * Returns the subject of a digest with one line.
   *
   * @param author of the line, as the language names them
   */
  abstract String subject(DigestMail digest, RequestedItems items, String author);

  abstract String heading(RequestedItems items);

  /** Returns a part of the subject of a digest with several lines. */
  abstract String part(RequestChange change, int lines, String counted);

  /** Returns the subject of an invitation. */
  abstract String subject(String firmName, List<Asked> asked);

  /** Returns what is asked for in an engagement, for an invitation. */
  abstract Sentence asked(Asked asked);

  /** Returns how many documents and answers there are. */
  String counted(int documents, int answers) {
    return counted(documents, "", answers);
  }

  /** Returns how many items there are, and how many files if there are more than documents. */
  String counted(RequestedItems items) {
    boolean several = items.files() > items.documents();
    return counted(
        items.documents(), several ? " (" + files(items.files()) + ")" : "", items.answers());
  }

  private String counted(int documents, String files, int answers) {
    if (documents == 0) {
      return answers(answers);
    }
    String counted = documents(documents) + files;
    return answers == 0 ? counted : counted + " " + and() + " " + answers(answers);
  }

  /** Returns the lines below the title. */
  List<Sentence> details(RequestedItems items) {
    List<Sentence> details = new ArrayList<>(lead(items));
    boolean named =
        switch (items.change()) {
          case ASKED_AGAIN, CANCELLED, ENDED, REMINDED, UNANSWERED, NOT_APPLICABLE, WITHDRAWN ->
              true;
          case ASKED, SUBMITTED -> items.size() == 1;
          case ACCEPTED -> false;
        };
    if (named) {
      items.named().stream().map(this::item).forEach(details::add);
      if (items.more() > 0) {
        details.add(more(items.more()));
      }
    }
    return details;
  }

  /** Returns the parts of the subject of a digest with several lines. */
  Stream<String> parts(DigestMail digest) {
    return Arrays.stream(RequestChange.values())
        .filter(change -> digest.requested(change).findAny().isPresent())
        .map(change ->
            part(
                change,
                Math.toIntExact(digest.requested(change).count()),
                counted(
                    digest.requested(change).mapToInt(RequestedItems::documents).sum(),
                    digest.requested(change).mapToInt(RequestedItems::answers).sum())));
  }

  /** Returns how many documents and answers there are in all. */
  String countedAll(List<Asked> asked) {
    return counted(
        asked.stream().mapToInt(each -> each.items().documents()).sum(),
        asked.stream().mapToInt(each -> each.items().answers()).sum());
  }

  /** Returns a due date, as {@link #by} has it, for a sentence: no line breaks in it. */
  String unbroken(RequestedItems items) {
    String by = by(items);
    return by.isEmpty() ? by : ", " + by.substring(2).replace(' ', '~');
  }

  /** Returns how many items there are, for a sentence: no number ends a line. */
  String unbrokenCount(RequestedItems items) {
    return NUMBER.matcher(counted(items)).replaceAll("$1~");
  }

  /** Returns what stands between the name of an item and what is said of it. */
  static String separator(RequestedItems.Named item) {
    return item.name().endsWith("?") ? " – " : ": ";
  }

  static String reason(String text) {
    return MailText.cut(text, REASON_LENGTH);
  }
}
