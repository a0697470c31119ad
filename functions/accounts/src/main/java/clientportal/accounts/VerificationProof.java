package clientportal.accounts;

import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of {@code verifyAccount} and {@code resetPassword}: the token of the mail, with the key
 * of the browser that requested it or with the code of the mail.
 */
record VerificationProof(
    String token, Optional<String> browserKey, Optional<String> code, Optional<String> password) {

  private static final int LONGEST_PASSWORD = 256;

  static VerificationProof read(Input input) {
    return read(input, input.optional("password", Shape.opaque(LONGEST_PASSWORD)));
  }

  /** Reads the body of {@code resetPassword}, which must have a password. */
  static VerificationProof readWithPassword(Input input) {
    Field<Optional<String>> password = input.optional("password", Shape.opaque(LONGEST_PASSWORD));
    if (!input.has("password")) {
      input.fault("password", Fault.Code.REQUIRED, "is required");
    }
    return read(input, password);
  }

  private static VerificationProof read(Input input, Field<Optional<String>> password) {
    Field<String> token = input.required("token", Shape.opaque(InvitationToken.LONGEST));
    Field<Optional<String>> browserKey =
        input.optional("browserKey", Shape.opaque(InvitationToken.LONGEST));
    Field<Optional<String>> code = input.optional("code", Shape.opaque(InvitationToken.LONGEST));
    if (!input.has("browserKey") && !input.has("code")) {
      input.fault("browserKey", Fault.Code.REQUIRED, "is required, or code in its place");
    } else if (input.has("browserKey") && input.has("code")) {
      input.fault("code", Fault.Code.UNKNOWN, "is not used together with browserKey");
    }
    return input.build(
        () -> new VerificationProof(token.get(), browserKey.get(), code.get(), password.get()));
  }

  /**
   * Returns the token that this proves. The try is counted first.
   *
   * @throws ProblemException {@code token-not-valid}, the same whatever is wrong with the token
   */
  Token verify(Table table, Instant now) {
    return table
        .update(Token.countTry(Hashes.sha256(token)))
        .map(Token::fromItem)
        .filter(sent -> sent.isLive(now))
        .filter(sent -> sent.proof().filter(this::proves).isPresent())
        .orElseThrow(VerificationProof::notValid);
  }

  private boolean proves(Token.Proof proof) {
    return browserKey.filter(proof::isBrowserKey).isPresent()
        || code.filter(typed -> proof.isCode(token, typed.replaceAll("\\s", ""))).isPresent();
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
