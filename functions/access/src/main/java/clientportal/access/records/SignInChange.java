package clientportal.access.records;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Secrets;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of a person's sign-in at the user pool, which takes part in no transaction. It begins in
 * the table, together with what must be known of it even if the function dies at the next call.
 * Until it ends, no other request changes the sign-in.
 *
 * @param id of the change, the same when it is repeated after a failure
 * @param claim of the request that makes it
 */
public record SignInChange(PersonId person, String id, String claim) {
  /** The name by which calls to the user pool carry the claim in their user agent. */
  public static final String AGENT = "sign-in-change";

  /** As long as a report of CloudTrail can arrive late. */
  private static final Duration CALLS_REMEMBERED = Duration.ofDays(15);

  private static final Pattern MARK = Pattern.compile("\\b" + AGENT + "/([A-Za-z0-9_-]+)");

  private static final String CLAIMED_BY = "claimedBy";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  /**
   * Returns the key of the change that made a call to the user pool, if its user agent names one.
   * There is an item only if it did: nobody else can know the claim before the call.
   */
  public static Optional<Key> keyOf(PersonId person, String userAgent) {
    return MARK.matcher(userAgent)
        .results()
        .findFirst()
        .map(mark -> TableKeys.signInChange(person, mark.group(1)));
  }

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
  public List<Write> begin(Instant now, Duration time) {
    return List.of(claim(now, time), remember(now));
  }

  private Write claim(Instant now, Duration time) {
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

  /** Has the calls that this change makes known as its own, before the first of them. */
  private Write remember(Instant now) {
    return Write.put(
        Fields.of()
            .with(Item.EXPIRES_AT_EPOCH, now.plus(CALLS_REMEMBERED).getEpochSecond())
            .at(TableKeys.signInChange(person, claim)));
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
