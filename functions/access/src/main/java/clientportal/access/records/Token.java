package clientportal.access.records;

import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Hashes;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that was sent in a mail; only its hash is stored, never the token itself.
 *
 * @param hash of the token, in hexadecimal
 * @param purpose what the token was sent for
 * @param email the address to which it was sent
 * @param proof of a verification: what must be presented with the token; an invitation has none, it
 *     only starts verifications
 * @param tries the number of wrong tries of a verification
 */
public record Token(
    String hash,
    Purpose purpose,
    EmailAddress email,
    Instant expiresAt,
    Optional<Proof> proof,
    long tries) {

  /** How long an invitation is valid to start verifications. */
  public static final Duration INVITATION = Duration.ofDays(7);

  /** How long a verification is valid, from the request for it. */
  public static final Duration VERIFICATION = Duration.ofMinutes(30);

  /** How long a token's item is kept after its end. */
  static final Duration KEPT = Duration.ofDays(1);

  /** The most wrong tries of a verification. */
  public static final long TRIES = 5;

  private static final String TRIED = "tries";
  private static final String BROWSER_KEY_HASH = "browserKeyHash";
  private static final String CODE_HASH = "codeHash";

  /**
   * What must be presented with a verification token: either the key of the browser that requested
   * it, or the code in the mail.
   *
   * @param browserKeyHash of the browser's key
   * @param codeHash of the code together with its token
   */
  public record Proof(String browserKeyHash, String codeHash) {

    /** Tells whether this is the key of the browser that requested the verification. */
    public boolean isBrowserKey(String browserKey) {
      return Hashes.equal(browserKeyHash, Hashes.sha256(browserKey));
    }

    /** Tells whether this is the code of the mail with this token. */
    public boolean isCode(String token, String code) {
      return Hashes.equal(codeHash, hashOfCode(token, code));
    }
  }

  /** Returns the hash of a code together with its token. */
  public static String hashOfCode(String token, String code) {
    return Hashes.sha256(token + "\n" + code);
  }

  public static Token invitation(String token, Holder holder, EmailAddress email, Instant now) {
    return new Token(
        Hashes.sha256(token),
        new Purpose.ForAccount(holder),
        email,
        now.plus(INVITATION),
        Optional.empty(),
        0);
  }

  /** Creates a verification that expires 30 minutes after it was requested. */
  public static Token verification(
      String token,
      String code,
      String browserKeyHash,
      Purpose purpose,
      EmailAddress email,
      Instant askedAt) {
    return new Token(
        Hashes.sha256(token),
        purpose,
        email,
        askedAt.plus(VERIFICATION),
        Optional.of(new Proof(browserKeyHash, hashOfCode(token, code))),
        0);
  }

  /** Returns the holder of the account, if the token is for an account. */
  public Optional<Holder> holder() {
    return purpose instanceof Purpose.ForAccount(Holder holder)
        ? Optional.of(holder)
        : Optional.empty();
  }

  public boolean isLive(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Tells whether a verification was tried too often. */
  public boolean isExhausted() {
    return tries >= TRIES;
  }

  public Item toItem() {
    return Fields.of()
        .withAll(purpose.toFields())
        .with("email", email.value())
        .with("expiresAt", expiresAt)
        .with(Item.EXPIRES_AT_EPOCH, expiresAt.plus(KEPT).getEpochSecond())
        .with(BROWSER_KEY_HASH, proof.map(Proof::browserKeyHash))
        .with(CODE_HASH, proof.map(Proof::codeHash))
        .with(TRIED, proof.map(_ -> tries))
        .at(TableKeys.token(hash));
  }

  public static Token fromItem(Item item) {
    Fields fields = item.fields();
    return new Token(
        TableKeys.tokenHashOf(item.key()),
        Purpose.fromFields(fields),
        new EmailAddress(fields.text("email")),
        fields.instant("expiresAt"),
        fields.optionalText(BROWSER_KEY_HASH).map(key -> new Proof(key, fields.text(CODE_HASH))),
        fields.number(TRIED, 0));
  }

  public Write create() {
    return Write.create(toItem());
  }

  /** Counts the try of a verification if the browser's key is wrong, like {@link #countCode}. */
  public static Write.Update countBrowserKey(String hash, String browserKey) {
    return count(hash, Condition.different(BROWSER_KEY_HASH, Hashes.sha256(browserKey)));
  }

  /**
   * Counts the try of a verification if the code is wrong. The table compares and counts at once,
   * so that concurrent tries all count, and the right code never does, however often the work that
   * follows fails. The condition fails for the right code, and if the token is unknown, used, tried
   * too often or not a verification.
   */
  public static Write.Update countCode(String token, String code) {
    return count(Hashes.sha256(token), Condition.different(CODE_HASH, hashOfCode(token, code)));
  }

  private static Write.Update count(String hash, Condition wrong) {
    return Write.update(TableKeys.token(hash))
        .add(TRIED, 1)
        .when(Condition.present().and(Condition.less(TRIED, TRIES)).and(wrong));
  }

  /** Uses the token; only one transaction can. */
  public Write use() {
    return new Write.Delete(TableKeys.token(hash), Condition.present());
  }
}
