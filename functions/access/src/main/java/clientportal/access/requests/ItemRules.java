package clientportal.access.requests;

import clientportal.access.records.By;
import clientportal.access.records.ItemState;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Answer;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemOutcome.Changed;
import clientportal.access.requests.ItemOutcome.Gone;
import clientportal.access.requests.ItemOutcome.Refused;
import clientportal.access.requests.ItemOutcome.Same;
import clientportal.access.requests.ItemOutcome.TooOften;
import java.util.Optional;

/**
 * The life cycle of an item: what each action does in each state. Who may do it was decided before,
 * and the engagement must be open. A call that finds its own result changes nothing.
 */
public final class ItemRules {
  private static final ItemOutcome SAME = new Same();

  private ItemRules() {}

  /** Does something to an item. */
  public static ItemOutcome apply(RequestItem item, ItemAction action, By by) {
    return switch (action) {
      case ItemAction.Ask _ -> ask(item, by);
      case ItemAction.Upload _ -> upload(item);
      case ItemAction.Arrive(int round) -> arrive(item, round, by);
      case ItemAction.Answer(Optional<String> text) -> answer(item, text, by);
      case ItemAction.Submit _ -> submit(item, by);
      case ItemAction.MarkNotApplicable(String reason) -> markNotApplicable(item, reason, by);
      case ItemAction.Withdraw _ -> withdraw(item);
      case ItemAction.Accept _ -> accept(item, by);
      case ItemAction.AcceptInPart(Review.Code code, String reason) ->
          acceptInPart(item, sentBack(item, Review.Verdict.ACCEPT_IN_PART, code, reason, by));
      case ItemAction.Reject(Review.Code code, String reason) ->
          reject(item, sentBack(item, Review.Verdict.REJECT, code, reason, by));
      case ItemAction.Reopen(String reason) -> reopen(item, reason, by);
      case ItemAction.Cancel _ -> cancel(item);
    };
  }

  private static ItemOutcome ask(RequestItem item, By by) {
    return switch (item.status()) {
      case DRAFT -> changed(item, item.state().asked(by.at()));
      case OPEN -> SAME;
      case SUBMITTED, ACCEPTED -> refused("It has been answered. Reject or reopen it instead.");
      case NOT_APPLICABLE, CANCELLED -> refused("It is settled. Reopen it instead.");
    };
  }

  private static ItemOutcome upload(RequestItem item) {
    if (item.wanted().isQuestion()) {
      return refused("It is a question. Answer it instead.");
    }
    return switch (item.status()) {
      case OPEN, SUBMITTED -> SAME;
      case DRAFT -> refused("Send the request first.");
      case NOT_APPLICABLE -> refused("Say first that it applies: withdraw or reopen it.");
      case ACCEPTED, CANCELLED -> refused("It is settled. It must be reopened first.");
    };
  }

  /** Refuses a file that comes too late; it stays in the folder, and the item where it is. */
  private static ItemOutcome arrive(RequestItem item, int round, By by) {
    if (round != item.state().round()) {
      return refused("It is in another round.");
    }
    return switch (item.status()) {
      case OPEN ->
          item.state().isStarted()
              ? SAME
              : changed(item, item.state().withStarted(Optional.of(by.at())));
      case SUBMITTED -> SAME;
      case DRAFT, NOT_APPLICABLE, ACCEPTED, CANCELLED -> refused("It has moved on.");
    };
  }

  private static ItemOutcome answer(RequestItem item, Optional<String> text, By by) {
    if (!item.wanted().isQuestion()) {
      return refused("It is not a question. Upload a file instead.");
    }
    boolean same = item.answer().map(Answer::text).equals(text);
    return switch (item.status()) {
      case OPEN ->
          same
              ? SAME
              : new Changed(
                  item.withAnswer(text.map(each -> new Answer(item.state().round(), each, by))));
      case SUBMITTED ->
          same ? SAME : refused("It has been submitted. Withdraw it before you change the answer.");
      case DRAFT -> refused("Send the request first.");
      case NOT_APPLICABLE -> refused("Say first that it applies: withdraw or reopen it.");
      case ACCEPTED, CANCELLED -> refused("It is settled. It must be reopened first.");
    };
  }

  private static ItemOutcome submit(RequestItem item, By by) {
    return switch (item.status()) {
      case OPEN ->
          item.state().isStarted()
              ? changed(item, item.state().submitted(by))
              : refused("Nothing has arrived: upload a file or answer the question first.");
      case SUBMITTED -> SAME;
      case DRAFT -> refused("Send the request first.");
      case NOT_APPLICABLE -> refused("Say first that it applies: withdraw it.");
      case ACCEPTED, CANCELLED -> refused("It is settled. It must be reopened first.");
    };
  }

  private static ItemOutcome markNotApplicable(RequestItem item, String reason, By by) {
    return switch (item.status()) {
      case OPEN ->
          item.state().isStarted()
              ? refused("Something has arrived: detach the files or take the answer back first.")
              : changed(item, item.state().notApplicable(reason, by));
      case NOT_APPLICABLE -> SAME;
      case DRAFT -> refused("Send the request first.");
      case SUBMITTED -> refused("It has been submitted. Withdraw it first.");
      case ACCEPTED, CANCELLED -> refused("It is settled. It must be reopened first.");
    };
  }

  private static ItemOutcome withdraw(RequestItem item) {
    return switch (item.status()) {
      case SUBMITTED -> changed(item, item.state().opened());
      case NOT_APPLICABLE ->
          isConfirmed(item)
              ? refused("It has been confirmed. It must be reopened first.")
              : changed(item, item.state().opened());
      case OPEN -> refused("Nothing was submitted that could be withdrawn.");
      case DRAFT -> refused("Send the request first.");
      case ACCEPTED, CANCELLED -> refused("It is settled. It must be reopened first.");
    };
  }

  private static ItemOutcome accept(RequestItem item, By by) {
    ItemState state = item.state();
    return switch (item.status()) {
      case OPEN ->
          state.isStarted()
              ? new Changed(item.reviewed(accepted(item, by), state.accepted()))
              : refused("Nothing has arrived. Cancel it if you do not need it.");
      case SUBMITTED -> new Changed(item.reviewed(accepted(item, by), state.accepted()));
      case NOT_APPLICABLE ->
          isConfirmed(item)
              ? SAME
              : new Changed(item.reviewed(accepted(item, by), state.confirmed()));
      case ACCEPTED -> SAME;
      case DRAFT -> refused("Send the request first.");
      case CANCELLED -> refused("It is cancelled. Reopen it instead.");
    };
  }

  private static ItemOutcome acceptInPart(RequestItem item, Review review) {
    return switch (item.status()) {
      case OPEN ->
          item.state().isStarted()
              ? again(item, review, item.state().nextRound())
              : refused("Nothing has arrived.");
      case SUBMITTED -> again(item, review, item.state().nextRound());
      case DRAFT -> refused("Send the request first.");
      case NOT_APPLICABLE -> refused("Nothing has arrived. Accept or reject the reason.");
      case ACCEPTED, CANCELLED -> refused("It is settled. Reopen it instead.");
    };
  }

  private static ItemOutcome reject(RequestItem item, Review review) {
    return switch (item.status()) {
      case OPEN ->
          item.state().isStarted()
              ? again(item, review, item.state().nextRound())
              : refused("Nothing has arrived.");
      case SUBMITTED -> again(item, review, item.state().nextRound());
      case NOT_APPLICABLE -> again(item, review, item.state().opened());
      case DRAFT -> refused("Send the request first.");
      case ACCEPTED, CANCELLED -> refused("It is settled. Reopen it instead.");
    };
  }

  private static ItemOutcome reopen(RequestItem item, String reason, By by) {
    Review review =
        new Review(
            item.state().round(), Review.Verdict.REOPEN, Optional.empty(), Optional.of(reason), by);
    return switch (item.status()) {
      case NOT_APPLICABLE, CANCELLED -> again(item, review, item.state().opened());
      case ACCEPTED -> again(item, review, item.state().nextRound());
      case DRAFT -> refused("Send the request first.");
      case OPEN -> refused("It is open.");
      case SUBMITTED -> refused("It has been submitted. Reject it instead.");
    };
  }

  private static ItemOutcome cancel(RequestItem item) {
    return switch (item.status()) {
      case DRAFT -> new Gone();
      case OPEN, SUBMITTED -> changed(item, item.state().cancelled());
      case CANCELLED -> SAME;
      case NOT_APPLICABLE, ACCEPTED -> refused("It is settled. Reopen it first.");
    };
  }

  private static boolean isConfirmed(RequestItem item) {
    return item.state().notApplicable().filter(ItemState.NotApplicable::confirmed).isPresent();
  }

  private static Review accepted(RequestItem item, By by) {
    return new Review(
        item.state().round(), Review.Verdict.ACCEPT, Optional.empty(), Optional.empty(), by);
  }

  private static Review sentBack(
      RequestItem item, Review.Verdict verdict, Review.Code code, String reason, By by) {
    return new Review(item.state().round(), verdict, Optional.of(code), Optional.of(reason), by);
  }

  private static ItemOutcome again(RequestItem item, Review review, ItemState then) {
    return item.isReturnedTooOften()
        ? new TooOften(
            "It was sent back %d times, which is the most.".formatted(RequestItem.MOST_RETURNS))
        : new Changed(item.reviewed(review, then));
  }

  private static ItemOutcome changed(RequestItem item, ItemState then) {
    return new Changed(item.with(then));
  }

  private static ItemOutcome refused(String instead) {
    return new Refused(instead);
  }
}
