package clientportal.access.records;

import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
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

  /** Requires that none was added or used since they were read. */
  public Write check() {
    return Write.check(key, Condition.revision(revision));
  }

  /** Ends all tokens; of several concurrent uses only one succeeds. */
  public Write end() {
    return new Write.Delete(key, Condition.revision(revision));
  }
}
