package clientportal.access;

import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;

/** Shapes of values in request bodies of several features. */
public final class Shapes {
  /** An email address, kept as it was typed. */
  public static final Shape<EmailAddress> EMAIL_ADDRESS =
      json -> {
        String text = Shape.text(1, EmailAddress.LONGEST).read(json);
        try {
          return new EmailAddress(text);
        } catch (IllegalArgumentException _) {
          throw new Shape.Mismatch(Fault.Code.FORMAT, "must be an email address");
        }
      };

  private Shapes() {}
}
