package clientportal.access.events;

import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SecondFactor;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.Absence;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.Language;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.ReminderSettings;
import clientportal.access.ids.Reminders;
import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.Ids;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sample events of every type, for tests. They are created from the components of the records, so a
 * new event needs a value here only if it has a component of a new type.
 */
public final class EventSamples {
  public static final Instant AT = Instant.parse("2026-03-01T09:30:00.250Z");

  private static final Ids IDS = new Ids(Clock.systemUTC());
  private static final FirmId FIRM = new FirmId(IDS.next());
  private static final ClientPath CLIENT = new ClientPath(FIRM, new ClientId(IDS.next()));
  private static final ContactId CONTACT = new ContactId(IDS.next());
  private static final StaffId STAFF = new StaffId(IDS.next());
  private static final EmailAddress EMAIL = new EmailAddress("Carla@Größe.test");
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
          List.of(TO_CONTACT, Recipient.CLIENT),
          true);

  private static final DocumentTypeId TYPE = new DocumentTypeId(IDS.next());

  private static final EventData.NamedNote NOTE =
      new EventData.NamedNote(new NotePath(CLIENT, new NoteId(IDS.next())), "Call of Monday");

  private static final EventData.NamedGroupNote GROUP_NOTE =
      new EventData.NamedGroupNote(new GroupNotePath(FIRM, new NoteId(IDS.next())), "Holidays");
  private static final EventData.NamedParticipation PARTICIPATION =
      new EventData.NamedParticipation(
          new ParticipantPath(CLIENT, new NoteId(IDS.next())), "Holidays");

  private static final EventData.NamedChecklist CHECKLIST =
      new EventData.NamedChecklist(
          new ChecklistPath(FIRM, new ChecklistId(IDS.next())), "Tax return");

  private static final Holder.Member MEMBER_OF_PORTALS =
      new Holder.Member(FIRM, new MemberId(IDS.next()));

  private static final EventData.NamedPortal PORTAL =
      new EventData.NamedPortal(
          new PortalPath(FIRM, new PortalId(IDS.next())), "Family Okafor", "payroll");

  private static final EventData.NamedEngagement ENGAGEMENT =
      new EventData.NamedEngagement(
          new EngagementPath(CLIENT, new EngagementId(IDS.next())), "Loan");

  /** A staff member who acts. */
  public static final Actor ADA =
      new Actor(
          Optional.of(new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e01")),
          Actor.As.STAFF,
          STAFF.value(),
          "Ada");

  /** Sample values of record components, by the type of the component. */
  private static final Map<String, List<?>> VALUES = new HashMap<>();

  static {
    values("java.lang.String", "Meyer & Søn", "second");
    values("int", 1, 4);
    values("long", 0L, 5L);
    values("boolean", true, false);
    values("java.time.Instant", AT);
    values("java.time.ZoneId", ZoneId.of("Asia/Tokyo"));
    values(FirmId.class.getName(), FIRM);
    values(ClientPath.class.getName(), CLIENT);
    values(ContactId.class.getName(), CONTACT);
    values(StaffId.class.getName(), STAFF);
    values(
        optional(Absence.class.getName()),
        Optional.empty(),
        Optional.of(new Absence(AT, AT.plusSeconds(60), STAFF)));
    values(PersonId.class.getName(), new PersonId("0b5f9d0e-51a1-4c7e-9a53-0c2f6a1d7e02"));
    values(RegistrationId.class.getName(), REGISTRATION);
    values(EmailAddress.class.getName(), EMAIL);
    values(Holder.class.getName(), MEMBER, PARTY, MEMBER_OF_PORTALS);
    values(Holder.Staff.class.getName(), MEMBER);
    values(Holder.Party.class.getName(), PARTY, new Holder.Party(CLIENT, TO_CONTACT));
    values(Actor.class.getName(), ADA, Actor.PORTAL);
    values(RejectionCode.class.getName(), (Object[]) RejectionCode.values());
    values(SecondFactor.class.getName(), (Object[]) SecondFactor.values());
    values(Language.class.getName(), (Object[]) Language.values());
    values(
        MailTimes.class.getName(),
        MailTimes.ANY,
        new MailTimes(
            Optional.of(new MailTimes.QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 5))),
            List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Optional.of(3L)),
        new MailTimes(Optional.empty(), List.of(DayOfWeek.FRIDAY), Optional.empty()));
    values(
        SiteSettings.class.getName(),
        SiteSettings.initial("Meyer & Søn"),
        new SiteSettings(
            "Meyer, Steuern",
            Optional.of("Guten Tag.\nHier finden Sie alles."),
            Optional.of("https://meyer.test/privacy"),
            Optional.of("#0b5fff"),
            List.of(SignInWay.PASSKEY)));
    values(
        optional(LogoVersion.class.getName()),
        Optional.of(new LogoVersion(IDS.next())),
        Optional.empty());
    values(
        ReminderSettings.class.getName(),
        ReminderSettings.DEFAULT,
        new ReminderSettings(new Reminders(0, 30, List.of(2), 1), LocalTime.of(17, 30)));
    values(EventData.NamedFolder.class.getName(), FOLDER);
    values(EventData.NamedDocument.class.getName(), DOCUMENT);
    values(
        list(EventData.NamedType.class.getName()),
        List.of(
            new EventData.NamedType(TYPE, "Invoice", false),
            new EventData.NamedType(new DocumentTypeId(IDS.next()), "Letter", true)),
        List.of());
    values(
        SharePolicy.class.getName(),
        SharePolicy.ALL,
        SharePolicy.of(SharePolicy.Mode.ALL_BUT, List.of(TYPE.value(), "none")),
        SharePolicy.of(SharePolicy.Mode.ONLY, List.of(TYPE.value())));
    values(
        optional(EventData.Answering.class.getName()),
        Optional.of(
            new EventData.Answering(
                ENGAGEMENT.path().engagement(), new ItemId(IDS.next()), true, TO_CONTACT)),
        Optional.empty());
    values(
        optional(RequestItemPath.class.getName()),
        Optional.of(ENGAGEMENT.path().item(new ItemId(IDS.next()))),
        Optional.empty());
    values(optional(DocumentTypeId.class.getName()), Optional.of(TYPE), Optional.empty());
    values(EventData.NamedNote.class.getName(), NOTE);
    values(EventData.NamedGroupNote.class.getName(), GROUP_NOTE);
    values(EventData.NamedParticipation.class.getName(), PARTICIPATION);
    values(EventData.NamedChecklist.class.getName(), CHECKLIST);
    values(EventData.NamedPortal.class.getName(), PORTAL);
    values(MemberId.class.getName(), MEMBER_OF_PORTALS.member());
    values(list(MemberId.class.getName()), List.of(MEMBER_OF_PORTALS.member()), List.of());
    values(ClientId.class.getName(), CLIENT.client());
    values(PortalRole.class.getName(), (Object[]) PortalRole.values());
    values(Holder.Member.class.getName(), MEMBER_OF_PORTALS);
    values(Holder.Reader.class.getName(), PARTY, MEMBER_OF_PORTALS);
    values(EventData.NamedEngagement.class.getName(), ENGAGEMENT);
    values(ItemId.class.getName(), new ItemId(IDS.next()));
    values(Recipient.Party.class.getName(), TO_CONTACT, Recipient.CLIENT);
    values(
        list(ItemId.class.getName()),
        List.of(new ItemId(IDS.next()), new ItemId(IDS.next())),
        List.of(new ItemId(IDS.next())));
    values(list(ClientId.class.getName()), List.of(CLIENT.client()), List.of());
    values(EventData.Recipients.class.getName(), RECIPIENTS);
    values(optional("java.lang.Boolean"), Optional.of(true), Optional.of(false), Optional.empty());
    values(optional(EmailAddress.class.getName()), Optional.of(EMAIL), Optional.empty());
    values(
        Deliveries.class.getName(),
        Deliveries.DEFAULT,
        new Deliveries(List.of("folder-shared"), List.of("document-uploaded")));
    values(optional(NoticeMails.class.getName()), Optional.of(NoticeMails.DAILY), Optional.empty());
    values(optional(Role.class.getName()), Optional.of(Role.ADMINISTRATOR), Optional.empty());
    values(optional(Holder.Party.class.getName()), Optional.of(PARTY), Optional.empty());
    values(list("java.lang.String"), List.of("name", "phone"), List.of());
    values(list(StaffId.class.getName()), List.of(STAFF), List.of());
    values(list(Recipient.class.getName()), AUDIENCE, List.of(TO_CONTACT));
    values(list(Recipient.Party.class.getName()), List.of(TO_CONTACT), List.of());
  }

  private static void values(String type, Object... values) {
    VALUES.put(type, List.of(values));
  }

  private static String optional(String type) {
    return "java.util.Optional<" + type + ">";
  }

  private static String list(String type) {
    return "java.util.List<" + type + ">";
  }

  private EventSamples() {}

  /** Returns events of every type that together have every sample value of each component. */
  public static Stream<EventData> all() {
    return types(EventData.class).flatMap(EventSamples::samples);
  }

  private static Stream<EventData> samples(Class<?> type) {
    List<List<?>> values =
        Arrays.stream(type.getRecordComponents())
            .<List<?>>map(component -> valuesOf(component.getGenericType().getTypeName()))
            .toList();
    int count = values.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, count)
        .mapToObj(sample ->
            construct(type, values.stream().map(each -> each.get(sample % each.size())).toArray()));
  }

  private static List<?> valuesOf(String type) {
    return Optional.<List<?>>ofNullable(VALUES.get(type))
        .orElseThrow(() -> new IllegalStateException("no sample value for " + type));
  }

  private static EventData construct(Class<?> type, Object[] components) {
    try {
      return (EventData) type.getDeclaredConstructors()[0].newInstance(components);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Returns an event of a type. */
  public static EventData sample(Class<?> type) {
    return all().filter(type::isInstance).findFirst().orElseThrow();
  }

  /** Returns the event with this data. */
  public static Event of(EventData data) {
    return new Recorder(IDS, ADA, AT).of(data);
  }

  /** Returns the event types that a sealed type permits, directly or indirectly. */
  public static Stream<Class<?>> types(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSamples::types).distinct();
  }
}
