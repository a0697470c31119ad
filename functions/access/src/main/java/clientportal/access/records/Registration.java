package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The registration of a person who verified an address and waits for staff to say which client or
 * contact they are; an address has at most one that is pending.
 *
 * @param name as the person entered it; it is not verified
 * @param email the verified address
 * @param site the slug of the site where the person registered
 * @param candidates the firm's clients and contacts who had the address at that time
 */
public record Registration(
    FirmId firm,
    RegistrationId id,
    PersonId person,
    String name,
    EmailAddress email,
    String site,
    Instant registeredAt,
    List<Candidate> candidates,
    Optional<Resolution> resolution,
    long revision) {

  /** The most candidates that staff are shown; beyond them staff search by name. */
  private static final int CANDIDATES = 10;

  /** How long a resolved registration is kept, so that repeated requests find it. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  public Registration {
    candidates = List.copyOf(candidates);
  }

  /** How staff resolved the registration. */
  public sealed interface Resolution {

    /** The person is this client, or this contact of the client. */
    record Linked(String clientId, Optional<String> contactId) implements Resolution {}

    /** The person gets no access. */
    record Rejected() implements Resolution {}

    /** Returns the resolution as it is stored in items and events. */
    default Fields toFields() {
      return switch (this) {
        case Linked(String client, Optional<String> contact) ->
            Fields.of().with("clientId", client).with("contactId", contact).build();
        case Rejected() -> Fields.of().with("reject", true).build();
      };
    }

    private static Resolution fromFields(Fields fields) {
      return fields.flag("reject")
          ? new Rejected()
          : new Linked(fields.text("clientId"), fields.optionalText("contactId"));
    }
  }

  /** Returns the keys of the items that {@link #named} needs. */
  public List<Key> candidateKeys() {
    return candidates.stream().map(candidate -> TableKeys.holder(candidate.holder(firm))).toList();
  }

  /** Returns the registration with the names that the candidates have now. */
  public Registration named(Items items) {
    return new Registration(
        firm,
        id,
        person,
        name,
        email,
        site,
        registeredAt,
        candidates.stream().map(is -> Candidate.of(is.holder(firm), items).orElse(is)).toList(),
        resolution,
        revision);
  }

  /**
   * A client or contact who may be the person.
   *
   * @param name that they had when the registration was stored, or have now
   */
  public record Candidate(String clientId, Optional<String> contactId, String name) {

    /** Returns the clients and contacts with the address, at most as many as are shown. */
    public static List<Candidate> of(AddressOwners address, Items items) {
      return address.parties().stream()
          .flatMap(party -> of(party, items).stream())
          .limit(CANDIDATES)
          .toList();
    }

    private static Optional<Candidate> of(Holder.Party holder, Items items) {
      String client = holder.client().client().value();
      Optional<Item> item = items.at(TableKeys.holder(holder));
      return switch (holder.party()) {
        case Recipient.Client _ ->
            item.map(read -> new Candidate(client, Optional.empty(), Client.fromItem(read).name()));
        case Recipient.Contact contact ->
            item.map(read ->
                new Candidate(client, Optional.of(contact.text()), Contact.fromItem(read).name()));
      };
    }

    private Holder.Party holder(FirmId firm) {
      return new Holder.Party(
          new ClientPath(firm, new ClientId(clientId)),
          contactId.map(Recipient::ofClient).orElse(Recipient.CLIENT));
    }

    private Fields toFields() {
      return Fields.of()
          .with("clientId", clientId)
          .with("contactId", contactId)
          .with("name", name)
          .build();
    }

    private static Candidate fromFields(Fields fields) {
      return new Candidate(
          fields.text("clientId"), fields.optionalText("contactId"), fields.text("name"));
    }
  }

  /** Writes the pending registration; from revision 2 it replaces the one before. */
  public List<Write> await() {
    Item item = fields().at(TableKeys.pendingRegistration(firm, id));
    Fields named = Fields.of().with("registrationId", id.value()).build();
    return revision == 1
        ? List.of(
            Write.create(item),
            Write.create(new Item(TableKeys.registrationEmail(firm, email), named)))
        : List.of(Write.replace(item, revision - 1));
  }

  /** Resolves the registration; of several concurrent calls only one succeeds. */
  public List<Write> resolve(Resolution outcome, Instant now) {
    Key pending = TableKeys.pendingRegistration(firm, id);
    Item resolved =
        fields()
            .with("resolution", outcome.toFields())
            .with(Item.EXPIRES_AT_EPOCH, now.plus(REMEMBERED).getEpochSecond())
            .at(TableKeys.resolvedRegistration(firm, id));
    return List.of(
        new Write.Delete(pending, Condition.revision(revision)),
        Write.delete(TableKeys.registrationEmail(firm, email)),
        Write.create(resolved));
  }

  /** Removes the pending registration of a person who got the account without staff's decision. */
  public List<Write> withdraw() {
    return List.of(
        new Write.Delete(TableKeys.pendingRegistration(firm, id), Condition.revision(revision)),
        Write.delete(TableKeys.registrationEmail(firm, email)));
  }

  public Registration resolved(Resolution outcome) {
    return new Registration(
        firm,
        id,
        person,
        name,
        email,
        site,
        registeredAt,
        candidates,
        Optional.of(outcome),
        revision);
  }

  private Fields.Builder fields() {
    return Fields.of()
        .with("personId", person.value())
        .with("name", name)
        .with("email", email.value())
        .with("site", site)
        .with("registeredAt", registeredAt)
        .withMaps("candidates", candidates.stream().map(Candidate::toFields).toList())
        .with(Item.REVISION, revision);
  }

  public static Registration fromItem(Item item) {
    Fields fields = item.fields();
    return new Registration(
        TableKeys.firmOf(item.key()),
        TableKeys.registrationOf(item.key()),
        new PersonId(fields.text("personId")),
        fields.text("name"),
        new EmailAddress(fields.text("email")),
        fields.text("site"),
        fields.instant("registeredAt"),
        fields.maps("candidates").stream().map(Candidate::fromFields).toList(),
        fields.optionalMap("resolution").map(Resolution::fromFields),
        fields.number(Item.REVISION));
  }
}
