package clientportal.access.records;

import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verification tokens of an address that are still valid for one purpose other than an account:
 * the last two that were sent. Using one ends both.
 *
 * @param hashes of the tokens, the newest last
 * @param revision 0 if no token was sent
 */
public record ValidTokens(Key key, List<String> hashes, long revision) {
  private static final String HASHES = "verifications";
  private static final String CLAIMED_BY = "claimedBy";
  private static final String CLAIMED_UNTIL = "claimedUntil";

  public ValidTokens {
    hashes = List.copyOf(hashes);
  }

  /** Reads the tokens from items that were read with the key. */
  public static ValidTokens of(Key key, Items items) {
    return items
        .at(key)
        .map(Item::fields)
        .map(fields -> new ValidTokens(key, fields.texts(HASHES), fields.number(Item.REVISION)))
        .orElseGet(() -> new ValidTokens(key, List.of(), 0));
  }

  /** Tells whether a token is valid. */
  public boolean has(Token token) {
    return hashes.contains(token.hash());
  }

  /** Adds the newest token; the oldest of three ends. */
  public Write add(Token token) {
    Item item =
        Fields.of()
            .withTexts(HASHES, add(hashes, token.hash()))
            .with(Item.REVISION, revision + 1)
            .with(Item.EXPIRES_AT_EPOCH, token.expiresAt().plus(Token.KEPT).getEpochSecond())
            .at(key);
    return revision == 0 ? Write.create(item) : Write.replace(item, revision);
  }

  /** Adds the newest hash to the end; only the last two stay valid. */
  static List<String> add(List<String> hashes, String newest) {
    return Stream.concat(hashes.stream().skip(Math.max(0, hashes.size() - 1)), Stream.of(newest))
        .toList();
  }

  /** Ends all tokens; of several concurrent uses only one succeeds. */
  public Write end() {
    return new Write.Delete(key, Condition.revision(revision));
  }

  /**
   * Claims the use of the tokens for work outside a transaction, such as setting a password. The
   * same claim may be made again, and another one once {@code time} is over.
   */
  public Write.Update claim(String claim, Instant now, Duration time) {
    return Write.update(key)
        .set(
            Fields.of()
                .with(CLAIMED_BY, claim)
                .with(CLAIMED_UNTIL, now.plus(time).toEpochMilli())
                .build())
        .when(
            Condition.revision(revision)
                .and(
                    Condition.missing(CLAIMED_UNTIL)
                        .or(Condition.less(CLAIMED_UNTIL, now.toEpochMilli() + 1))
                        .or(Condition.equal(CLAIMED_BY, claim))));
  }

  /** Ends all tokens whose use was claimed. */
  public Write end(String claim) {
    return new Write.Delete(
        key, Condition.revision(revision).and(Condition.equal(CLAIMED_BY, claim)));
  }

  /** Gives up the claim to the tokens at a key. */
  public static Write.Update release(Key key, String claim) {
    return Write.update(key)
        .remove(CLAIMED_BY)
        .remove(CLAIMED_UNTIL)
        .when(Condition.equal(CLAIMED_BY, claim));
  }
}
