package clientportal.documents;

import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.Optional;
import java.util.function.Function;

/** The item of an engagement that a document is declared for, as the body names it. */
record ItemToAnswer(EngagementId engagement, ItemId item) {

  /** Reads it from the declaration of a new document. */
  static Field<Optional<ItemToAnswer>> in(Input body) {
    return body.optionalObject("answers", ItemToAnswer::read);
  }

  /**
   * Reads it alone, whatever else the body has: a fault there must not hide from those who may
   * upload here that they may.
   */
  static Optional<ItemToAnswer> only(Input body) {
    Field<Optional<ItemToAnswer>> answers = in(body);
    return answers.isFaulty() ? Optional.empty() : answers.get();
  }

  private static ItemToAnswer read(Input input) {
    Field<EngagementId> engagement =
        input.required("engagementId", json -> id(json, EngagementId::new, "an engagement"));
    Field<ItemId> item = input.required("itemId", json -> id(json, ItemId::new, "an item"));
    return input.build(() -> new ItemToAnswer(engagement.get(), item.get()));
  }

  private static <T> T id(Object json, Function<String, T> read, String what)
      throws Shape.Mismatch {
    String text = Shape.string(json);
    try {
      return read.apply(text);
    } catch (IllegalArgumentException _) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of " + what);
    }
  }

  RequestItemPath path(ClientPath client) {
    return new EngagementPath(client, engagement).item(item);
  }
}
