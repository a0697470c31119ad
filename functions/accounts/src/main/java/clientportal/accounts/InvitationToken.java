package clientportal.accounts;

import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;

/** The body of {@code acceptInvitation}. */
record InvitationToken(String token) {

  /** Longer than any token of the portal. */
  static final int LONGEST = 256;

  static InvitationToken read(Input input) {
    Field<String> token = input.required("token", Shape.opaque(LONGEST));
    return input.build(() -> new InvitationToken(token.get()));
  }

  /** Hides the token where the record is printed. */
  @Override
  public String toString() {
    return "InvitationToken";
  }
}
