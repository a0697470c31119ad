package clientportal.accounts;

import clientportal.access.Token;
import clientportal.platform.http.Fault;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.util.Optional;

/**
 * The body of {@code verifyAccount}: the token of the mail with the key of the browser that asked
 * for it, or with the code that stands in the mail.
 */
record PresentedProof(
    String token, Optional<String> browserKey, Optional<String> code, Optional<String> password) {

  static PresentedProof read(Input input) {
    Field<String> token = input.required("token", Shape.opaque(PresentedToken.LONGEST));
    Field<Optional<String>> browserKey =
        input.optional("browserKey", Shape.opaque(PresentedToken.LONGEST));
    Field<Optional<String>> code = input.optional("code", Shape.opaque(PresentedToken.LONGEST));
    Field<Optional<String>> password = input.optional("password", Shape.opaque(256));
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
