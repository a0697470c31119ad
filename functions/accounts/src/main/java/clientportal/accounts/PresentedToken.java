package clientportal.accounts;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code acceptInvitation}. */
record PresentedToken(String token) {

  /** Longer than any token of ours. */
  static final int LONGEST = 256;

  static PresentedToken read(Input input) {
    Field<String> token = input.required("token", Shape.opaque(LONGEST));
    return input.build(() -> new PresentedToken(token.get()));
  }

  /** Hides the token where the record is printed. */
  @Override
  public String toString() {
    return "PresentedToken";
  }
}
