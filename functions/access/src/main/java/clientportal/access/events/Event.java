package clientportal.access.events;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One fact that happened, written in the same transaction as the change.
 *
 * @param audience whom it is meant for: recipients ({@code client}, {@code all-authorized}, contact
 *     ids) or ids of staff members; empty where nobody is told
 * @param keptUntil when it is worth nothing any more; empty for what belongs to the audit trail
 */
public record Event(
    Key key,
    Type type,
    Instant at,
    Actor actor,
    Fields data,
    List<String> audience,
    Optional<Instant> keptUntil) {

  /** The attribute that every event has, and nothing else. */
  public static final String TYPE = "eventType";

  /** What happened; the name is also what subscriptions filter by. */
  public enum Type {
    FirmCreated,
    FirmUpdated,
    SiteCreated,
    StaffInvited,
    StaffUpdated,
    ClientCreated,
    ClientUpdated,
    TeamChanged,
    ContactCreated,
    ContactUpdated,
    AccountInvited,
    AccountActivated,
    AccountBounced,
    AccountRevoked,
    /** Another address is on file for who has an active account; it is to be proved first. */
    AddressChanged,
    /** A relationship lost the permission, and with it a person the access. */
    AccessTakenAway,
    VerificationRequested,
    RegistrationRequested,
    RegistrationReceived,
    RegistrationResolved,
    PasswordResetRequested,
    PasswordReset,
    FolderCreated,
    FolderRenamed,
    FolderArchived,
    FolderRestored,
    FolderShared,
    DocumentShared,
    DocumentAdded,
    DocumentUploaded,
    DocumentRejected,
    DocumentRenamed,
    DocumentArchived,
    DocumentRestored
  }

  public Event {
    audience = List.copyOf(audience);
  }

  /** Records an event of a firm. */
  public static Event ofFirm(
      FirmId firm, EventId id, Type type, Instant at, Actor actor, Fields data) {
    return new Event(
        TableKeys.firmEvent(firm, id),
        type,
        at,
        actor,
        with(firm, data),
        List.of(),
        Optional.empty());
  }

  /** Records an event of a client. */
  public static Event ofClient(
      ClientPath client,
      EventId id,
      Type type,
      Instant at,
      Actor actor,
      Fields data,
      List<String> audience) {
    Fields all =
        Fields.of()
            .withAll(with(client.firm(), data))
            .with("clientId", client.client().value())
            .build();
    return new Event(
        TableKeys.clientEvent(client, id), type, at, actor, all, audience, Optional.empty());
  }

  /** Records that a secret was presented. */
  public static Event ofToken(String tokenHash, EventId id, Type type, Instant at, Fields data) {
    return new Event(
        TableKeys.tokenEvent(tokenHash, id),
        type,
        at,
        Actor.PORTAL,
        data,
        List.of(),
        Optional.of(at.plus(Duration.ofDays(1))));
  }

  /** Records what was asked of, or happened to, whoever has an address. */
  public static Event ofAddress(
      EmailAddress email, EventId id, Type type, Instant at, Actor actor, Fields data) {
    return new Event(
        TableKeys.addressEvent(email, id),
        type,
        at,
        actor,
        data,
        List.of(),
        Optional.of(at.plus(Duration.ofDays(1))));
  }

  private static Fields with(FirmId firm, Fields data) {
    return Fields.of().with("firmId", firm.value()).withAll(data).build();
  }

  public EventId id() {
    return new EventId(key.sk());
  }

  /** Writes the event. */
  public Write create() {
    return Write.create(toItem());
  }

  public Item toItem() {
    return Fields.of()
        .with(TYPE, type.name())
        .with("at", at)
        .with("actor", actor.toFields())
        .with("data", data)
        .withTexts("audience", audience)
        .with(Item.EXPIRES_AT_EPOCH, keptUntil.map(Instant::getEpochSecond))
        .at(key);
  }

  public static Event fromItem(Item item) {
    Fields fields = item.fields();
    return new Event(
        item.key(),
        Type.valueOf(fields.text(TYPE)),
        fields.instant("at"),
        Actor.fromFields(fields.map("actor")),
        fields.map("data"),
        fields.texts("audience"),
        fields.has(Item.EXPIRES_AT_EPOCH)
            ? Optional.of(Instant.ofEpochSecond(fields.number(Item.EXPIRES_AT_EPOCH)))
            : Optional.empty());
  }
}
