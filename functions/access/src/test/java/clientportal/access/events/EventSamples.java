package clientportal.access.events;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.platform.Hashes;
import clientportal.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of every type, for tests, with each variant of their data. */
public final class EventSamples {
  public static final Instant AT = Instant.parse("2026-03-01T09:30:00.250Z");

  private static final Ids IDS = new Ids(Clock.systemUTC());
  private static final FirmId FIRM = new FirmId(IDS.next());
  private static final ClientPath CLIENT = new ClientPath(FIRM, new ClientId(IDS.next()));
  private static final ContactId CONTACT = new ContactId(IDS.next());
  private static final StaffId STAFF = new StaffId(IDS.next());
  private static final EmailAddress EMAIL = new EmailAddress("Carla@Größe.test");
  private static final String HASH = Hashes.sha256("secret");
  private static final Holder.Staff MEMBER = new Holder.Staff(FIRM, STAFF);
  private static final Holder.Party PARTY = new Holder.Party(CLIENT, Recipient.CLIENT);
  private static final RegistrationId REGISTRATION = new RegistrationId(IDS.next());
  private static final EventData.NamedFolder FOLDER =
      new EventData.NamedFolder(
          new FolderPath(CLIENT, new FolderId(IDS.next())), "Steuern 2025 – Größe");
  private static final EventData.NamedDocument DOCUMENT =
      new EventData.NamedDocument(FOLDER, new DocumentId(IDS.next()), "Bilanz.pdf");
  private static final Recipient.Contact TO_CONTACT = new Recipient.Contact(CONTACT);
  private static final List<Recipient> AUDIENCE =
      List.of(Recipient.CLIENT, TO_CONTACT, Recipient.ALL_AUTHORIZED);
  private static final EventData.Recipients RECIPIENTS =
      new EventData.Recipients(
          AUDIENCE,
          List.of(TO_CONTACT),
          List.of(Recipient.ALL_AUTHORIZED),
          List.of(Recipient.CLIENT),
          List.of(TO_CONTACT, Recipient.CLIENT));

  /** Somebody who acts. */
  public static final Actor ADA =
      new Actor(
          Optional.of(new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e01")),
          Actor.As.STAFF,
          STAFF.value(),
          "Ada");

  private static final List<EventData> ALL =
      List.of(
          new EventData.FirmCreated(FIRM, "Meyer & Søn", "meyer"),
          new EventData.FirmUpdated(FIRM, "Meyer AG", 0, "off", ZoneId.of("Asia/Tokyo")),
          new EventData.SiteCreated(FIRM, "second", "Second"),
          new EventData.StaffInvited(MEMBER, "Sam"),
          new EventData.StaffUpdated(
              FIRM, STAFF, Optional.of(Role.ADMINISTRATOR), Optional.of(false), Optional.of(true)),
          new EventData.StaffUpdated(
              FIRM, STAFF, Optional.empty(), Optional.empty(), Optional.empty()),
          new EventData.ClientCreated(CLIENT, "Carla", "individual", FOLDER),
          new EventData.ClientUpdated(CLIENT, List.of("name", "phone")),
          new EventData.TeamChanged(CLIENT, List.of(STAFF), List.of()),
          new EventData.ContactCreated(CLIENT, CONTACT, "Colin", "brother", true),
          new EventData.ContactUpdated(CLIENT, CONTACT, List.of("webPortal"), false),
          new EventData.AccountInvited(PARTY),
          new EventData.AccountInvited(new Holder.Party(CLIENT, TO_CONTACT)),
          new EventData.AccountActivated(MEMBER),
          new EventData.AccountActivated(PARTY),
          new EventData.AccountBounced(MEMBER, "refused", ADA, AT),
          new EventData.AccountBounced(PARTY, "bounced", Actor.PORTAL, AT),
          new EventData.AccountRevoked(PARTY),
          new EventData.AddressChanged(PARTY, EMAIL),
          new EventData.AccessTakenAway(PARTY, EMAIL),
          new EventData.VerificationRequested(HASH, HASH),
          new EventData.RegistrationRequested(FIRM, "second", "Rosa", EMAIL, HASH),
          new EventData.RegistrationReceived(FIRM, REGISTRATION),
          new EventData.RegistrationResolved(FIRM, REGISTRATION, Optional.of(PARTY)),
          new EventData.RegistrationResolved(FIRM, REGISTRATION, Optional.empty()),
          new EventData.PasswordResetRequested(EMAIL, HASH),
          new EventData.PasswordReset(EMAIL, new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e02")),
          new EventData.FolderCreated(FOLDER),
          new EventData.FolderRenamed(FOLDER, "Taxes"),
          new EventData.FolderArchived(FOLDER),
          new EventData.FolderRestored(FOLDER),
          new EventData.FolderShared(FOLDER, RECIPIENTS, AUDIENCE),
          new EventData.DocumentAdded(DOCUMENT, 1, AUDIENCE),
          new EventData.DocumentUploaded(DOCUMENT, 2, List.of(STAFF)),
          new EventData.DocumentUploaded(DOCUMENT, 3, List.of()),
          new EventData.DocumentRejected(DOCUMENT, 4),
          new EventData.DocumentRenamed(DOCUMENT, "a.pdf"),
          new EventData.DocumentArchived(DOCUMENT),
          new EventData.DocumentRestored(DOCUMENT),
          new EventData.DocumentShared(DOCUMENT, RECIPIENTS, List.of(TO_CONTACT)));

  private EventSamples() {}

  /** Returns the events, of every type. */
  public static Stream<EventData> all() {
    return ALL.stream();
  }

  /** Returns an event of a type. */
  public static EventData sample(Class<?> type) {
    return all().filter(type::isInstance).findFirst().orElseThrow();
  }

  /** Returns the event with this data. */
  public static Event of(EventData data) {
    return new Recorder(IDS, ADA, AT).of(data);
  }

  /** Returns the types of event below a sealed type: all records that it permits. */
  public static Stream<Class<?>> types(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSamples::types).distinct();
  }
}
