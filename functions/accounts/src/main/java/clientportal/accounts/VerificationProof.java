package clientportal.accounts;

import clientportal.access.PasswordLength;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The body of {@code verifyAccount} and {@code resetPassword}: the token of the mail, with the key
 * of the browser that requested it or with the code of the mail.
 *
 * @param recoveryCode sent instead of a code of the authenticator app; the reset then turns the app
 *     off
 */
record VerificationProof(
    String token,
    Optional<String> browserKey,
    Optional<String> code,
    Optional<String> password,
    Optional<String> recoveryCode) {

  /** What the user pool takes: {@code ^[\S]+.*[\S]+$}; blanks of any script count as blanks. */
  private static final Pattern PASSWORD = Pattern.compile("(?U)(?!.*\\p{Cs})\\S(.*\\S)?");

  private static final Shape<String> PASSWORD_SHAPE =
      json -> {
        String password = Shape.opaque(PasswordLength.LONGEST).read(json);
        if (!PASSWORD.matcher(password).matches()) {
          throw new Shape.Mismatch(
              Fault.Code.FORMAT, "must not begin or end with a blank, or have a line break");
        }
        return password;
      };

  static VerificationProof read(Input input) {
    return read(input, input.optional("password", PASSWORD_SHAPE), Optional::empty);
  }

  /** Reads the body of {@code resetPassword}, which must have a password. */
  static VerificationProof readWithPassword(Input input) {
    Field<Optional<String>> password = input.optional("password", PASSWORD_SHAPE);
    if (!input.has("password")) {
      input.fault("password", Fault.Code.REQUIRED, "is required");
    }
    Field<Optional<String>> recoveryCode =
        input.optional("recoveryCode", Shape.opaque(InvitationToken.LONGEST));
    return read(input, password, recoveryCode::get);
  }

  private static VerificationProof read(
      Input input, Field<Optional<String>> password, Supplier<Optional<String>> recoveryCode) {
    Field<String> token = input.required("token", Shape.opaque(InvitationToken.LONGEST));
    Field<Optional<String>> browserKey =
        input.optional("browserKey", Shape.opaque(InvitationToken.LONGEST));
    Field<Optional<String>> code = input.optional("code", Shape.opaque(InvitationToken.LONGEST));
    if (!input.has("browserKey") && !input.has("code")) {
      input.fault("browserKey", Fault.Code.REQUIRED, "is required, or code in its place");
    } else if (input.has("browserKey") && input.has("code")) {
      input.fault("code", Fault.Code.UNKNOWN, "is not used together with browserKey");
    }
    return input.build(() ->
        new VerificationProof(
            token.get(), browserKey.get(), code.get(), password.get(), recoveryCode.get()));
  }

  /**
   * Returns the token that this proves. A wrong try is counted before anything else is known.
   *
   * @throws ProblemException {@code token-not-valid}, the same whatever is wrong with the token
   */
  Token verify(Table table, Instant now) {
    String hash = Hashes.sha256(token);
    Write.Update count =
        digits()
            .map(typed -> Token.countCode(token, typed))
            .orElseGet(() -> Token.countBrowserKey(hash, browserKey.orElseThrow()));
    if (table.update(count).isPresent()) {
      throw notValid();
    }
    return table
        .find(TableKeys.token(hash))
        .map(Token::fromItem)
        .filter(sent -> sent.isLive(now) && !sent.isExhausted())
        .filter(sent -> sent.proof().filter(this::proves).isPresent())
        .orElseThrow(VerificationProof::notValid);
  }

  private boolean proves(Token.Proof proof) {
    return browserKey.filter(proof::isBrowserKey).isPresent()
        || digits().filter(typed -> proof.isCode(token, typed)).isPresent();
  }

  private Optional<String> digits() {
    return code.map(typed -> typed.replaceAll("\\s", ""));
  }

  static ProblemException notValid() {
    return new ProblemException(
        ProblemType.TOKEN_NOT_VALID,
        "It is unknown, used, too old or was tried too often. Ask for a new mail.");
  }

  /** Hides the secrets where the record is printed. */
  @Override
  public String toString() {
    return "VerificationProof";
  }
}
