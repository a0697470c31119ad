package clientportal.accounts;

import clientportal.access.records.Registration.Resolution;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.List;
import java.util.Optional;

/** The body of {@code resolveRegistration}. */
final class ResolutionBody {
  /** Longer than any id of the portal. */
  private static final int LONGEST = 64;

  private ResolutionBody() {}

  static Resolution read(Input input) {
    Field<Optional<String>> client = input.optional("clientId", Shape.opaque(LONGEST));
    Field<Optional<String>> contact = input.optional("contactId", Shape.opaque(LONGEST));
    Field<Optional<Resolution>> reject = input.optional("reject", ResolutionBody::rejected);
    if (input.has("reject")) {
      for (String other : List.of("clientId", "contactId")) {
        if (input.has(other)) {
          input.fault(other, Fault.Code.UNKNOWN, "is not used together with reject");
        }
      }
    } else if (!input.has("clientId")) {
      input.fault("clientId", Fault.Code.REQUIRED, "is required, or reject in its place");
    }
    return input.build(() ->
        reject
            .get()
            .orElseGet(() -> new Resolution.Linked(client.get().orElseThrow(), contact.get())));
  }

  private static Resolution rejected(Object json) throws Shape.Mismatch {
    if (!Shape.flag().read(json)) {
      throw new Shape.Mismatch(Fault.Code.ENUM, "must be true");
    }
    return new Resolution.Rejected();
  }
}
