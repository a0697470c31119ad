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
  private static final String RENEWAL_DUE = "renewalDue";

  /** The attribute that names the change of the sign-in that was begun last. */
  static final String CHANGE = "signInChange";

  private Sessions() {}

  /**
   * Ends all sessions that have begun. Tokens say in whole seconds when their session began, so a
   * session of the same second stays valid: it may be the first one after a reset.
   *
   * @param person must exist
   */
  public static Write end(PersonId person, Instant now) {
    return ending(person, now).when(Condition.present());
  }

  static Write.UpdateBuilder ending(PersonId person, Instant now) {
    return Write.update(TableKeys.person(person))
        .set(Fields.of().with(VALID_FROM, now.truncatedTo(ChronoUnit.SECONDS)).build());
  }

  /**
   * Has the person's sign-in renewed at the next proof of the mailbox: what was set up before,
   * perhaps by somebody else, is not to give access again.
   *
   * @param person must exist
   */
  public static Write renewAtNextProof(PersonId person) {
    return Write.update(TableKeys.person(person))
        .set(Fields.of().with(RENEWAL_DUE, true).build())
        .when(Condition.present());
  }

  /** Tells whether the sign-in is to be renewed now that the mailbox is proved. */
  public static boolean isRenewalDue(Item person) {
    return person.fields().flag(RENEWAL_DUE);
  }

  /** Ends all sessions that have begun, because the sign-in was renewed. */
  public static Write renewed(PersonId person, Instant now) {
    return renewing(person, now).when(Condition.present());
  }

  static Write.UpdateBuilder renewing(PersonId person, Instant now) {
    return ending(person, now).remove(RENEWAL_DUE).remove(CHANGE);
  }

  /**
   * Requires that a session has not been ended.
   *
   * @param person the item of the person, if there is one
   * @throws ProblemException {@code session-ended}
   */
  public static void requireValid(Instant began, Optional<Item> person) {
    if (!isValid(began, person)) {
      throw ended();
    }
  }

  /** Tells whether no session that began then has been ended. */
  public static boolean isValid(Instant began, Optional<Item> person) {
    return person
        .flatMap(item -> item.fields().optionalInstant(VALID_FROM))
        .filter(began::isBefore)
        .isEmpty();
  }

  /** The session has ended: one answer, whatever ended it. */
  public static ProblemException ended() {
    return new ProblemException(ProblemType.SESSION_ENDED, "Sign in again.");
  }
}
