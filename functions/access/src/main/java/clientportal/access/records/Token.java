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
 * @param tries the number of tries of a verification
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

  /** The most tries of a verification. */
  public static final long TRIES = 5;

  private static final String TRIED = "tries";

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
   * Counts a try of a verification before it is checked, so that concurrent tries count too. The
   * condition fails if the token is unknown, used, tried too often or not a verification.
   */
  public static Write.Update countTry(String hash) {
    return Write.update(TableKeys.token(hash))
        .add(TRIED, 1)
        .when(Condition.present().and(Condition.less(TRIED, TRIES)));
  }

  /** Uses the token; only one transaction can. */
  public Write use() {
    return new Write.Delete(TableKeys.token(hash), Condition.present());
  }
}
