package clientportal.access.shares;

import clientportal.access.Rfc3339;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body that sets the shares of a folder, document or note: all recipients. */
public record NewShares(List<NewShare> recipients) {

  /** The maximum number of recipients besides {@code all-authorized}. */
  static final int MOST_CHOSEN = 40;

  private static final Set<String> LEVELS =
      Arrays.stream(AccessLevel.values()).map(AccessLevel::text).collect(Collectors.toSet());

  private static final Set<String> VIEW = Set.of(AccessLevel.VIEW.text());

  /** One recipient of the set. */
  public record NewShare(Recipient recipient, AccessLevel access, Optional<Instant> expiresAt) {

    /** A recipient who already has a grant keeps its time. */
    private Grant after(Grants before, Instant now) {
      Instant sharedAt = before.to(recipient).map(Grant::sharedAt).orElse(now);
      return new Grant(recipient, access, sharedAt, expiresAt);
    }

    /**
     * Tells whether the item needs a grant of its own: it has the same one already, or the folder's
     * grant gives less access or ends earlier.
     */
    private boolean isOwn(Grants before, Grants inherited) {
      boolean same =
          before.to(recipient).stream()
              .anyMatch(had -> had.access() == access && had.expiresAt().equals(expiresAt));
      return same || inherited.to(recipient).filter(this::isWithin).isEmpty();
    }

    private boolean isWithin(Grant grant) {
      Instant end = grant.expiresAt().orElse(Instant.MAX);
      return grant.access().compareTo(access) >= 0 && !expiresAt.orElse(Instant.MAX).isAfter(end);
    }
  }

  /**
   * Returns the grants after this change of those in force.
   *
   * @param inherited the grants in force of a document's folder
   */
  public Grants after(Grants inForce, Grants inherited, Instant now) {
    return new Grants(
        recipients.stream()
            .filter(share -> share.isOwn(inForce, inherited))
            .map(share -> share.after(inForce, now))
            .toList());
  }

  boolean names(Recipient recipient) {
    return recipients.stream().anyMatch(share -> share.recipient().equals(recipient));
  }

  Stream<Recipient.Contact> contacts() {
    return recipients.stream()
        .map(NewShare::recipient)
        .filter(Recipient.Contact.class::isInstance)
        .map(Recipient.Contact.class::cast);
  }

  Stream<Recipient.Member> members() {
    return recipients.stream()
        .map(NewShare::recipient)
        .filter(Recipient.Member.class::isInstance)
        .map(Recipient.Member.class::cast);
  }

  /** The access levels that a recipient may get; the recipient is empty if it is not valid. */
  @FunctionalInterface
  public interface Levels {
    Levels ANY = _ -> LEVELS;

    /** Nobody can upload into a note. */
    Levels VIEW_ONLY = _ -> VIEW;

    Set<String> of(Optional<Recipient> recipient);

    /**
     * Nobody can upload into a document: {@code view-upload} is only permitted to recipients who
     * have it through the folder.
     */
    public static Levels ofDocument(Grants inherited) {
      return recipient ->
          recipient
              .flatMap(inherited::to)
              .filter(grant -> grant.access() == AccessLevel.VIEW_UPLOAD)
              .map(_ -> LEVELS)
              .orElse(VIEW);
    }
  }

  /** A set without recipients. */
  public static final NewShares NONE = new NewShares(List.of());

  public static NewShares read(Input input, Levels levels, Instant now) {
    Set<Recipient> named = new HashSet<>();
    Field<List<NewShare>> recipients =
        input.objects("recipients", MOST_CHOSEN + 1, share -> readShare(share, named, levels, now));
    if (named.stream().filter(Recipient.Party.class::isInstance).count() > MOST_CHOSEN) {
      input.fault(
          "recipients",
          Fault.Code.LENGTH,
          "must have at most " + MOST_CHOSEN + " chosen recipients");
    }
    return input.build(() -> new NewShares(recipients.get()));
  }

  private static NewShare readShare(Input input, Set<Recipient> named, Levels levels, Instant now) {
    Field<Recipient> recipient = input.required("recipient", NewShares::recipient);
    if (!recipient.isFaulty() && !named.add(recipient.get())) {
      input.fault("recipient", Fault.Code.DUPLICATE, "is named before");
    }
    Set<String> permitted =
        levels.of(recipient.isFaulty() ? Optional.empty() : Optional.of(recipient.get()));
    Field<String> access = input.required("access", Shape.oneOf(permitted));
    Field<Optional<Instant>> expiresAt = input.optional("expiresAt", Rfc3339.after(now));
    return input.build(
        () -> new NewShare(recipient.get(), AccessLevel.of(access.get()), expiresAt.get()));
  }

  private static Recipient recipient(Object json) throws Shape.Mismatch {
    return Recipient.parse(Shape.string(json))
        .orElseThrow(() ->
            new Shape.Mismatch(
                Fault.Code.FORMAT,
                "must be client, all-authorized, a contact's id or member: and a member's id"));
  }
}
