package clientportal.access;

import clientportal.access.ids.PersonId;
import clientportal.platform.http.Request;

/** Reads who calls. What they may do in a firm is for {@link Access} to say. */
public final class Caller {
  private Caller() {}

  /** Returns the signed-in person, by the {@code sub} of the access token. */
  public static PersonId of(Request request) {
    return new PersonId(request.subject());
  }
}
