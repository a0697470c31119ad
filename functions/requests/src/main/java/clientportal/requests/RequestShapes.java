package clientportal.requests;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Shapes of values in the bodies of requests. */
final class RequestShapes {
  private static final Pattern DATE = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

  /** A date of the calendar. */
  static final Shape<LocalDate> DAY =
      json -> {
        String text = Shape.string(json);
        try {
          if (DATE.matcher(text).matches()) {
            return LocalDate.parse(text);
          }
        } catch (DateTimeParseException _) {
          // no such day: the same fault as a wrong syntax
        }
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be a date such as 2026-03-14");
      };

  /** The id of an item. */
  static final Shape<ItemId> ITEM_ID =
      json ->
          ItemId.parse(Shape.string(json))
              .orElseThrow(
                  () -> new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of an item"));

  /** The id of a checklist. */
  static final Shape<ChecklistId> CHECKLIST_ID =
      json -> {
        try {
          return new ChecklistId(Shape.string(json));
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of a checklist");
        }
      };

  /** The id of a folder. */
  static final Shape<FolderId> FOLDER_ID = id(FolderId::new, "a folder");

  /** The id of a document. */
  static final Shape<DocumentId> DOCUMENT_ID = id(DocumentId::new, "a document");

  private static <T> Shape<T> id(Function<String, T> read, String what) {
    return json -> {
      try {
        return read.apply(Shape.string(json));
      } catch (IllegalArgumentException _) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of " + what);
      }
    };
  }

  /** Who is asked for something. */
  static final Shape<Recipient.Party> ASSIGNEE =
      json ->
          Recipient.parse(Shape.string(json))
              .filter(Recipient.Party.class::isInstance)
              .map(Recipient.Party.class::cast)
              .orElseThrow(
                  () -> new Shape.Mismatch(Fault.Code.FORMAT, "must be client or a contact's id"));

  private RequestShapes() {}
}
