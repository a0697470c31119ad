package clientportal.sharing;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.platform.http.Fault;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of {@code setFolderShares}: the whole set. */
record NewShares(List<NewShare> recipients) {

  /** How many recipients may be chosen; beyond them there is {@code all-authorized}. */
  private static final int MOST_CHOSEN = 40;

  private static final Set<String> LEVELS =
      Arrays.stream(AccessLevel.values()).map(AccessLevel::text).collect(Collectors.toSet());

  /** One recipient of the set. */
  record NewShare(Recipient recipient, AccessLevel access, Optional<Instant> expiresAt) {

    /** A recipient who is named again keeps the time of the share. */
    private Grant after(Grants before, Instant now) {
      Instant sharedAt = before.to(recipient).map(Grant::sharedAt).orElse(now);
      return new Grant(recipient, access, sharedAt, expiresAt);
    }
  }

  /** Returns the grants that this set makes of those in force. */
  Grants after(Grants inForce, Instant now) {
    return new Grants(recipients.stream().map(share -> share.after(inForce, now)).toList());
  }

  static NewShares read(Input input, Instant now) {
    Set<Recipient> named = new HashSet<>();
    Field<List<NewShare>> recipients =
        input.objects("recipients", MOST_CHOSEN + 1, share -> readShare(share, named, now));
    if (named.stream().filter(Recipient.Party.class::isInstance).count() > MOST_CHOSEN) {
      input.fault(
          "recipients",
          Fault.Code.LENGTH,
          "must have at most " + MOST_CHOSEN + " chosen recipients");
    }
    return input.build(() -> new NewShares(recipients.get()));
  }

  private static NewShare readShare(Input input, Set<Recipient> named, Instant now) {
    Field<Recipient> recipient = input.required("recipient", recipientNotIn(named));
    Field<String> access = input.required("access", Shape.oneOf(LEVELS));
    Field<Optional<Instant>> expiresAt = input.optional("expiresAt", Rfc3339.after(now));
    return input.build(
        () -> new NewShare(recipient.get(), AccessLevel.of(access.get()), expiresAt.get()));
  }

  private static Shape<Recipient> recipientNotIn(Set<Recipient> named) {
    return json -> {
      Recipient recipient =
          Recipient.parse(Shape.string(json))
              .orElseThrow(() ->
                  new Shape.Mismatch(
                      Fault.Code.FORMAT, "must be client, all-authorized or a contact's id"));
      if (!named.add(recipient)) {
        throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
      }
      return recipient;
    };
  }
}
