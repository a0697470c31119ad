package clientportal.notifications;

import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.RequestItem;
import clientportal.delivery.Notice;
import clientportal.delivery.NoticeType;
import clientportal.delivery.Subject;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The uploads of a digest whose documents answer items of engagements. They are no lines of their
 * own once the digest says that their item was submitted, or staff have reviewed it since.
 *
 * @param answered which item each of them answers now
 */
record AnsweringUploads(Map<Notice, AnsweredItem> answered) {
  AnsweringUploads {
    answered = Map.copyOf(answered);
  }

  /**
   * Returns those among the notices.
   *
   * @param subjects read with the keys of the notices
   */
  static AnsweringUploads among(List<Notice> notices, Items subjects) {
    Map<Notice, AnsweredItem> answered = new HashMap<>();
    for (Notice notice : notices) {
      if (notice.type() == NoticeType.DOCUMENT_UPLOADED
          && notice.subject() instanceof Subject.OfDocument document) {
        document.answers(subjects).ifPresent(item -> answered.put(notice, item));
      }
    }
    return new AnsweringUploads(answered);
  }

  /** Returns the keys of the items that they answer. */
  Stream<Key> keys() {
    return answered.keySet().stream()
        .flatMap(upload -> path(upload).stream())
        .map(RequestKeys::requestItem);
  }

  /** Returns the item that a notice says a document was uploaded for, if it does. */
  Optional<RequestItemPath> path(Notice notice) {
    return Optional.ofNullable(answered.get(notice))
        .flatMap(item -> notice.client().map(item::path));
  }

  /**
   * Tells whether an upload came before its item, as it is now, was reviewed.
   *
   * @param item at {@link #path}
   */
  boolean isReviewed(Notice upload, RequestItem item) {
    return item.reviews().stream()
        .anyMatch(
            review -> isOfRound(upload, review.round()) && !review.by().at().isBefore(upload.at()));
  }

  /** Tells whether an upload belongs to the present round of its item. */
  boolean isOfPresentRound(Notice upload, RequestItem item) {
    return isOfRound(upload, item.state().round());
  }

  private boolean isOfRound(Notice upload, int round) {
    return Optional.ofNullable(answered.get(upload))
        .filter(item -> item.round() == round)
        .isPresent();
  }

  /** Returns how many documents that were uploaded belong to the present round of some items. */
  int files(Collection<RequestItem> items) {
    return Math.toIntExact(
        items.stream()
            .flatMap(item ->
                answered.keySet().stream()
                    .filter(upload -> path(upload).equals(Optional.of(item.path())))
                    .filter(upload -> isOfPresentRound(upload, item)))
            .map(Notice::subject)
            .distinct()
            .count());
  }
}
