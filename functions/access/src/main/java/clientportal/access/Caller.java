package clientportal.access;

import clientportal.access.ids.PersonId;
import clientportal.platform.http.Request;

/** Identifies the caller of a request; {@link Access} decides what they may do in a firm. */
public final class Caller {
  private Caller() {}

  /** Returns the signed-in person, from the {@code sub} of the access token. */
  public static PersonId of(Request request) {
    return new PersonId(request.subject());
  }
}
