package clientportal.requests;

import clientportal.access.Shapes;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.ItemId;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.WholeEngagement.Step;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of {@code reviewItems}: what staff say about each of several items. */
record NewReviews(List<NewReview> all) {
  static final String POINTER = "/reviews/%d/itemId";

  /** The most files that are kept at once. */
  static final int MOST_KEPT = 20;

  /**
   * What staff say about an item.
   *
   * @param keep the files that need not come again, if it is accepted in part
   */
  record NewReview(Step step, List<DocumentId> keep) {}

  private static final Shape<String> VERDICT =
      Shape.oneOf(Set.of("accept", "accept-in-part", "reject"));
  private static final Shape<String> CODES =
      Shape.oneOf(
          Arrays.stream(Review.Code.values())
              .map(Review.Code::text)
              .collect(Collectors.toUnmodifiableSet()));

  static NewReviews read(Input input) {
    Set<ItemId> named = new HashSet<>();
    Field<List<NewReview>> reviews =
        input.objects("reviews", RequestItem.MOST, review -> readReview(review, named));
    if (!reviews.isFaulty() && reviews.get().isEmpty()) {
      input.fault("reviews", Fault.Code.LENGTH, "must have at least one review");
    }
    if (!reviews.isFaulty()) {
      int kept = reviews.get().stream().mapToInt(review -> review.keep().size()).sum();
      if (kept > MOST_KEPT || kept + reviews.get().size() > RequestItem.MOST) {
        input.fault(
            "reviews",
            Fault.Code.LENGTH,
            "must keep at most %d files, and have at most %d items and files"
                .formatted(MOST_KEPT, RequestItem.MOST));
      }
    }
    return input.build(() -> new NewReviews(reviews.get()));
  }

  private static NewReview readReview(Input input, Set<ItemId> named) {
    Field<ItemId> item = input.required("itemId", RequestShapes.ITEM_ID);
    if (!item.isFaulty() && !named.add(item.get())) {
      input.fault("itemId", Fault.Code.DUPLICATE, "is named before");
    }
    Field<String> verdict = input.required("verdict", VERDICT);
    if (!verdict.isFaulty() && verdict.get().equals("accept")) {
      return input.build(
          () -> new NewReview(new Step(item.get(), new ItemAction.Accept()), List.of()));
    }
    Field<String> code = input.required("code", CODES);
    Field<String> reason = input.required("reason", NewReason.REASON);
    boolean inPart = !verdict.isFaulty() && verdict.get().equals("accept-in-part");
    Field<List<DocumentId>> keep = inPart ? keep(input) : Field.of(List.of());
    return input.build(
        () -> new NewReview(new Step(item.get(), sendBack(verdict, code, reason)), keep.get()));
  }

  private static Field<List<DocumentId>> keep(Input input) {
    if (!input.has("keep")) {
      return Field.of(List.of());
    }
    Field<List<DocumentId>> keep = input.values("keep", MOST_KEPT, Shapes.DOCUMENT_ID);
    if (!keep.isFaulty() && Set.copyOf(keep.get()).size() < keep.get().size()) {
      input.fault("keep", Fault.Code.DUPLICATE, "names a file twice");
    }
    return keep;
  }

  private static ItemAction sendBack(
      Field<String> verdict, Field<String> code, Field<String> reason) {
    Optional<Review.Code> parsed = Review.Code.parse(code.get());
    Review.Code why = parsed.orElse(Review.Code.OTHER);
    return verdict.get().equals("reject")
        ? new ItemAction.Reject(why, reason.get())
        : new ItemAction.AcceptInPart(why, reason.get());
  }

  List<ItemId> ids() {
    return all.stream().map(review -> review.step().item()).toList();
  }

  List<Step> steps() {
    return all.stream().map(NewReview::step).toList();
  }
}
