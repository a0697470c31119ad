package clientportal.access.records;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Secrets;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;

/**
 * A change of a person's sign-in at the user pool, which takes part in no transaction. It begins in
 * the table, together with what must be known of it even if the function dies at the next call.
 * Until it ends, no other request changes the sign-in.
 *
 * @param id of the change, the same when it is repeated after a failure
 * @param claim of the request that makes it
 */
public record SignInChange(PersonId person, String id, String claim) {
  private static final String CLAIMED_BY = "claimedBy";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  /** Creates a change that each request makes anew. */
  public static SignInChange of(PersonId person) {
    String claim = Secrets.token();
    return new SignInChange(person, claim, claim);
  }

  /** Creates a change that several requests may try, until it ends. */
  public static SignInChange of(PersonId person, String id) {
    return new SignInChange(person, id, Secrets.token());
  }

  /**
   * Begins the change, and ends all sessions. The same claim may be made again, and another one
   * once {@code time} is over.
   */
  public Write begin(Instant now, Duration time) {
    return Sessions.ending(person, now)
        .set(
            Fields.of()
                .with(CLAIMED_BY, claim)
                .with(CLAIMED_UNTIL, now.plus(time).toEpochMilli())
                .with(Sessions.CHANGE, id)
                .build())
        .when(
            Condition.present()
                .and(
                    Condition.missing(CLAIMED_UNTIL)
                        .or(Condition.less(CLAIMED_UNTIL, now.toEpochMilli() + 1))
                        .or(Condition.equal(CLAIMED_BY, claim))));
  }

  /** Tells whether the change was begun before, by this request or an earlier one. */
  public boolean hasBegun(Item self) {
    return self.fields().optionalText(Sessions.CHANGE).filter(id::equals).isPresent();
  }

  /** Ends the change, and all sessions that have begun meanwhile. */
  public Write end(Instant now) {
    return Sessions.renewing(person, now)
        .remove(CLAIMED_BY)
        .remove(CLAIMED_UNTIL)
        .when(Condition.equal(CLAIMED_BY, claim));
  }

  /** Lets others change the sign-in. */
  public Write.Update release() {
    return Write.update(TableKeys.person(person))
        .remove(CLAIMED_BY)
        .remove(CLAIMED_UNTIL)
        .when(Condition.equal(CLAIMED_BY, claim));
  }
}
