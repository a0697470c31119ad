package clientportal.access;

import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;

/** Shapes of values in request bodies of several features. */
public final class Shapes {
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

  private Shapes() {}
}
