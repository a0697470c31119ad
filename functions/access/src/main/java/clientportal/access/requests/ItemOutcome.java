package clientportal.access.requests;

import clientportal.access.records.RequestItem;

/** What comes of an action on one item. */
public sealed interface ItemOutcome {

  /** The item is another one now. */
  record Changed(RequestItem item) implements ItemOutcome {}

  /** The draft is gone. */
  record Gone() implements ItemOutcome {}

  /** It is so already. */
  record Same() implements ItemOutcome {}

  /**
   * It cannot be done where the item stands.
   *
   * @param instead what to do instead
   */
  record Refused(String instead) implements ItemOutcome {}

  /** It was done as often as it can be. */
  record TooOften(String detail) implements ItemOutcome {}
}
