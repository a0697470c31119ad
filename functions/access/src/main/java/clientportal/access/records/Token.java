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
 * What we know of a token that was sent: never the token, only its hash.
 *
 * @param hash of the token, in hexadecimal
 * @param purpose what it was sent for
 * @param email where it was sent to
 * @param proof of a verification: what else must be presented with it; an invitation has none, it
 *     only starts verifications
 * @param tries how often a verification was tried
 */
public record Token(
    String hash,
    Purpose purpose,
    EmailAddress email,
    Instant expiresAt,
    Optional<Proof> proof,
    long tries) {

  /** How long an invitation may start verifications. */
  public static final Duration INVITATION = Duration.ofDays(7);

  /** How long a verification may be used, from the request that asked for it. */
  public static final Duration VERIFICATION = Duration.ofMinutes(30);

  /** How often a verification may be tried. */
  public static final long TRIES = 5;

  private static final String TRIED = "tries";

  /**
   * What a verification is used with: the key of the browser that asked for it, or the code that a
   * person reads in the mail. Both are hashed together with the token.
   */
  public record Proof(String browserKeyHash, String codeHash) {

    /** Tells whether this is the key of the browser that asked. */
    public boolean isBrowserKey(String browserKey) {
      return Hashes.equal(browserKeyHash, Hashes.sha256(browserKey));
    }

    /** Tells whether this is the code of the mail that had this token. */
    public boolean isCode(String token, String code) {
      return Hashes.equal(codeHash, hashOfCode(token, code));
    }
  }

  /** Returns the hash of a code, which is worth nothing without its token. */
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

  /** Makes a verification that ends 30 minutes after it was asked for. */
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

  /** Returns whose account it is for, if it is for one. */
  public Optional<Holder> holder() {
    return purpose instanceof Purpose.ForAccount(Holder holder)
        ? Optional.of(holder)
        : Optional.empty();
  }

  public boolean isLive(Instant now) {
    return now.isBefore(expiresAt);
  }

  public Item toItem() {
    return Fields.of()
        .withAll(purpose.toFields())
        .with("email", email.value())
        .with("expiresAt", expiresAt)
        .with(Item.EXPIRES_AT_EPOCH, expiresAt.plus(Duration.ofDays(1)).getEpochSecond())
        .with("browserKeyHash", proof.map(Proof::browserKeyHash))
        .with("codeHash", proof.map(Proof::codeHash))
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
        fields.optionalText("browserKeyHash").map(key -> new Proof(key, fields.text("codeHash"))),
        fields.number(TRIED, 0));
  }

  public Write create() {
    return Write.create(toItem());
  }

  /**
   * Counts one more try of a verification, before it is looked at, so that no race allows more. The
   * condition fails for a token that is unknown, used up, tried too often or no verification.
   */
  public static Write.Update countTry(String hash) {
    return Write.update(TableKeys.token(hash))
        .add(TRIED, 1)
        .when(Condition.present().and(Condition.less(TRIED, TRIES)));
  }

  /** Uses the token up; only one transaction can. */
  public Write use() {
    return new Write.Delete(TableKeys.token(hash), Condition.present());
  }
}
