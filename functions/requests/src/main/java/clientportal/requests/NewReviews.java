package clientportal.requests;

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
record NewReviews(List<Step> reviews) {
  static final String POINTER = "/reviews/%d/itemId";

  private static final Shape<String> VERDICT =
      Shape.oneOf(Set.of("accept", "accept-in-part", "reject"));
  private static final Shape<String> CODES =
      Shape.oneOf(
          Arrays.stream(Review.Code.values())
              .map(Review.Code::text)
              .collect(Collectors.toUnmodifiableSet()));

  static NewReviews read(Input input) {
    Set<ItemId> named = new HashSet<>();
    Field<List<Step>> reviews =
        input.objects("reviews", RequestItem.MOST, review -> readReview(review, named));
    if (!reviews.isFaulty() && reviews.get().isEmpty()) {
      input.fault("reviews", Fault.Code.LENGTH, "must have at least one review");
    }
    return input.build(() -> new NewReviews(reviews.get()));
  }

  private static Step readReview(Input input, Set<ItemId> named) {
    Field<ItemId> item = input.required("itemId", RequestShapes.ITEM_ID);
    if (!item.isFaulty() && !named.add(item.get())) {
      input.fault("itemId", Fault.Code.DUPLICATE, "is named before");
    }
    Field<String> verdict = input.required("verdict", VERDICT);
    if (!verdict.isFaulty() && verdict.get().equals("accept")) {
      return input.build(() -> new Step(item.get(), new ItemAction.Accept()));
    }
    Field<String> code = input.required("code", CODES);
    Field<String> reason = input.required("reason", NewReason.REASON);
    return input.build(() -> new Step(item.get(), sendBack(verdict, code, reason)));
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
    return reviews.stream().map(Step::item).toList();
  }
}
