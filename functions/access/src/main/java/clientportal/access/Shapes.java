package clientportal.access;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Shapes of values in request bodies of several features. */
public final class Shapes {
  private static final Pattern DATE = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");

  /** A date of the calendar. */
  public static final Shape<LocalDate> DAY =
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

  /** An email address that mails can be sent to and people can sign in with. */
  public static final Shape<EmailAddress> EMAIL_ADDRESS =
      json -> {
        String text = Shape.string(json);
        try {
          return new EmailAddress(text);
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(
              text.isEmpty() || text.length() > EmailAddress.LONGEST
                  ? Fault.Code.LENGTH
                  : Fault.Code.FORMAT,
              "must be an email address, ASCII before the @, at most 128 characters with the domain"
                  + " in ASCII");
        }
      };

  /** The id of a document type. */
  public static final Shape<DocumentTypeId> DOCUMENT_TYPE_ID =
      json -> {
        try {
          return new DocumentTypeId(Shape.string(json));
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of a document type");
        }
      };

  /** The id of a folder. */
  public static final Shape<FolderId> FOLDER_ID = id(FolderId::new, "a folder");

  /** The id of a document. */
  public static final Shape<DocumentId> DOCUMENT_ID = id(DocumentId::new, "a document");

  private static <T> Shape<T> id(Function<String, T> read, String what) {
    return json -> {
      try {
        return read.apply(Shape.string(json));
      } catch (IllegalArgumentException _) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, "must be the id of " + what);
      }
    };
  }

  /** Who is asked for something, or is to do something. */
  public static final Shape<Recipient.Party> PARTY =
      json ->
          Recipient.parse(Shape.string(json))
              .filter(Recipient.Party.class::isInstance)
              .map(Recipient.Party.class::cast)
              .orElseThrow(() ->
                  new Shape.Mismatch(
                      Fault.Code.FORMAT,
                      "must be client, a contact's id or member: and a member's id"));

  private Shapes() {}
}
