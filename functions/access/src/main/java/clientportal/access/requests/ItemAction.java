package clientportal.access.requests;

import clientportal.access.decision.Action;
import clientportal.access.records.RequestItem.Review;
import java.util.Optional;

/** What may be done to an item of an engagement. */
public sealed interface ItemAction {

  /** Makes a draft visible to its assignee. */
  record Ask() implements ItemAction {}

  /** Declares a file for the item; nothing changes until it has arrived. */
  record Upload() implements ItemAction {}

  /** A file has arrived that was declared in a round. */
  record Arrive(int round) implements ItemAction {}

  /** Answers a question, or takes the answer back if there is none. */
  record Answer(Optional<String> text) implements ItemAction {}

  /** Says that everything is there. */
  record Submit() implements ItemAction {}

  /** Says that there is no such thing. */
  record MarkNotApplicable(String reason) implements ItemAction {}

  /** Takes back what was submitted, or that there is no such thing. */
  record Withdraw() implements ItemAction {}

  /** Accepts what was submitted, or that there is no such thing. */
  record Accept() implements ItemAction {}

  /** Keeps a part, and asks for the rest. */
  record AcceptInPart(Review.Code code, String reason) implements ItemAction {}

  /** Asks for it again. */
  record Reject(Review.Code code, String reason) implements ItemAction {}

  /** Asks again for what is settled. */
  record Reopen(String reason) implements ItemAction {}

  /** Asks no more for it; a draft is gone. */
  record Cancel() implements ItemAction {}

  /** Tells whether it puts a text into the item that is kept there. */
  default boolean addsText() {
    return switch (this) {
      case Answer(Optional<String> text) -> text.isPresent();
      case MarkNotApplicable _, AcceptInPart _, Reject _, Reopen _ -> true;
      case Ask _, Upload _, Arrive _, Submit _, Withdraw _, Accept _, Cancel _ -> false;
    };
  }

  /** Returns what a caller must be allowed to do to the item. */
  default Action needed() {
    return switch (this) {
      case Ask _, Accept _, AcceptInPart _, Reject _ -> Action.REQUEST;
      case Upload _, Arrive _, Answer _ -> Action.ANSWER;
      case Submit _, MarkNotApplicable _, Withdraw _ -> Action.SUBMIT;
      case Reopen _, Cancel _ -> Action.CHANGE;
    };
  }
}
