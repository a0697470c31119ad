package clientportal.access.records;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The end of a person's sessions. The user pool refuses to renew a session that has ended, but the
 * access token that is out goes on for minutes; so the person's item has the instant before which
 * no session may have begun, and each request compares it with its token.
 */
public final class Sessions {
  private static final String VALID_FROM = "sessionsValidFrom";

  private Sessions() {}

  /**
   * Ends all sessions that have begun. Tokens say in whole seconds when their session began, so a
   * session of the same second stays valid: it may be the first one after a reset.
   *
   * @param person must exist
   */
  public static Write end(PersonId person, Instant now) {
    return Write.update(TableKeys.person(person))
        .set(Fields.of().with(VALID_FROM, now.truncatedTo(ChronoUnit.SECONDS)).build())
        .when(Condition.present());
  }

  /**
   * Requires that a session has not been ended.
   *
   * @param person the item of the person, if there is one
   * @throws ProblemException {@code session-ended}
   */
  public static void requireValid(Instant began, Optional<Item> person) {
    boolean ended =
        person
            .flatMap(item -> item.fields().optionalInstant(VALID_FROM))
            .filter(began::isBefore)
            .isPresent();
    if (ended) {
      throw new ProblemException(ProblemType.SESSION_ENDED, "Sign in again.");
    }
  }
}
