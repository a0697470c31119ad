package clientportal.notifications.mail;

import clientportal.access.records.RequestItem.Review;
import clientportal.delivery.RequestChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Items of an engagement that a mail is about.
 *
 * @param documents how many of them are documents
 * @param answers how many of them are questions
 * @param files how many files that came with the same digest answer them
 * @param due when the first of them is due, if it is
 * @param named the first of them, in their order
 * @param reminders how often their assignee was reminded of them
 */
public record RequestedItems(
    RequestChange change,
    int documents,
    int answers,
    int files,
    Optional<Due> due,
    List<Named> named,
    int reminders) {

  /**
   * A due date.
   *
   * @param withYear whether the year is another one than the present
   */
  public record Due(LocalDate on, boolean withYear) {}

  /**
   * One item.
   *
   * @param code why it was sent back, in a word
   * @param reason why, as staff put it
   */
  public record Named(String name, Optional<Review.Code> code, Optional<String> reason) {}

  public RequestedItems {
    named = List.copyOf(named);
  }

  public RequestedItems(
      RequestChange change,
      int documents,
      int answers,
      Optional<Due> due,
      List<Named> named,
      int reminders) {
    this(change, documents, answers, 0, due, named, reminders);
  }

  /** Returns them with the number of files that answer them. */
  public RequestedItems withFiles(int number) {
    return new RequestedItems(change, documents, answers, number, due, named, reminders);
  }

  int size() {
    return documents + answers;
  }

  /** Returns how many are not named. */
  int more() {
    return size() - named.size();
  }

  /** Returns the name of the only item; empty if there are several. */
  Optional<String> only() {
    return size() == 1 ? named.stream().map(Named::name).findFirst() : Optional.empty();
  }
}
