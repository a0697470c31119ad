package clientportal.accounts;

import clientportal.access.records.Token;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.Optional;

/**
 * The body of {@code verifyAccount} and {@code resetPassword}: the token of the mail with the key
 * of the browser that asked for it, or with the code that stands in the mail.
 */
record PresentedProof(
    String token, Optional<String> browserKey, Optional<String> code, Optional<String> password) {

  private static final int LONGEST_PASSWORD = 256;

  static PresentedProof read(Input input) {
    return read(input, input.optional("password", Shape.opaque(LONGEST_PASSWORD)));
  }

  /** Reads the body of {@code resetPassword}, in which a password must stand. */
  static PresentedProof readWithPassword(Input input) {
    Field<Optional<String>> password = input.optional("password", Shape.opaque(LONGEST_PASSWORD));
    if (!input.has("password")) {
      input.fault("password", Fault.Code.REQUIRED, "is required");
    }
    return read(input, password);
  }

  private static PresentedProof read(Input input, Field<Optional<String>> password) {
    Field<String> token = input.required("token", Shape.opaque(PresentedToken.LONGEST));
    Field<Optional<String>> browserKey =
        input.optional("browserKey", Shape.opaque(PresentedToken.LONGEST));
    Field<Optional<String>> code = input.optional("code", Shape.opaque(PresentedToken.LONGEST));
    if (!input.has("browserKey") && !input.has("code")) {
      input.fault("browserKey", Fault.Code.REQUIRED, "is required, or code in its place");
    } else if (input.has("browserKey") && input.has("code")) {
      input.fault("code", Fault.Code.UNKNOWN, "is not used together with browserKey");
    }
    return input.build(
        () -> new PresentedProof(token.get(), browserKey.get(), code.get(), password.get()));
  }

  /** Tells whether this proves what the token was sent for. */
  boolean proves(Token.Proof proof) {
    return browserKey.map(proof::isBrowserKey).orElse(false)
        || code.map(typed -> proof.isCode(token, typed.replaceAll("\\s", ""))).orElse(false);
  }

  /** Hides the secrets where the record is printed. */
  @Override
  public String toString() {
    return "PresentedProof";
  }
}
