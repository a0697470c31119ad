package clientportal.access;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Sessions;
import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;

/**
 * The caller of a request, as the access token says; {@link Access} decides what they may do in a
 * firm.
 *
 * @param signedInAt when the session of the token began, in whole seconds
 */
public record Caller(PersonId person, Instant signedInAt) {

  /** How long staff and operators work after a sign-in: a long day. */
  private static final Duration STAFF_SESSION = Duration.ofHours(12);

  /** Returns the signed-in person, from the {@code sub} and {@code auth_time} of the token. */
  public static Caller of(Request request) {
    return new Caller(new PersonId(request.subject()), request.signedInAt());
  }

  /**
   * Returns the caller for work that a person began and that is finished without them. It does not
   * matter whether they have signed out since.
   */
  public static Caller absent(PersonId person) {
    return new Caller(person, Instant.MAX);
  }

  /** Returns the key to read for {@link #requireSession}. */
  public Key sessionKey() {
    return TableKeys.person(person);
  }

  /**
   * Requires that the session has not been ended. Every use case that has a caller requires it
   * before anything else; {@link Access} does so for all that happens in a firm.
   *
   * @throws ProblemException {@code session-ended}
   */
  public void requireSession(Items items) {
    Sessions.requireValid(signedInAt, items.at(sessionKey()));
  }

  /**
   * Requires that the caller signed in today, before anything is done as staff or as an operator. A
   * renewed token keeps the instant of the sign-in.
   *
   * @throws ProblemException {@code session-ended}
   */
  public void requireRecentSignIn(Instant now) {
    if (signedInAt.isBefore(now.minus(STAFF_SESSION))) {
      throw Sessions.ended();
    }
  }
}
