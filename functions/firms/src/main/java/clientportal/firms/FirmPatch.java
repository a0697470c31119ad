package clientportal.firms;

import clientportal.access.RemindersPatch;
import clientportal.access.Shapes;
import clientportal.access.decision.SecondFactor;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.Language;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.ids.ReminderSettings;
import clientportal.access.records.Firm;
import clientportal.delivery.NoticeType;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The body of {@code updateFirm}; a removed setting returns to its default. */
record FirmPatch(Optional<String> name, Change<SettingsPatch> settings) {
  private static final Pattern TIME_PATTERN = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  private static final Shape<LocalTime> TIME =
      json -> {
        String text = Shape.string(json);
        if (!TIME_PATTERN.matcher(text).matches()) {
          throw new Shape.Mismatch(
              Fault.Code.FORMAT, "must be a time from 00:00 to 23:59, with two digits each");
        }
        return LocalTime.parse(text);
      };

  /** Changes to the settings. */
  record SettingsPatch(
      Change<Long> digestMinutes,
      Change<String> selfRegistration,
      Change<ZoneId> timeZone,
      Change<Language> language,
      Change<Boolean> passwordClasses,
      Change<SecondFactor> secondFactor,
      Change<NoteNoticesPatch> notes,
      Change<EmailAddress> replyTo,
      MailTimesPatch mailTimes,
      ReminderSettingsPatch reminders,
      DeliveriesPatch deliveries) {
    private static final Shape<Long> DIGEST_MINUTES = Shape.number(0, 1440);
    private static final Shape<String> SELF_REGISTRATION =
        Shape.oneOf(Set.of("create", "review", "off"));

    private static final Shape<String> SECOND_FACTORS =
        Shape.oneOf(
            Arrays.stream(SecondFactor.values())
                .map(SecondFactor::text)
                .collect(Collectors.toUnmodifiableSet()));

    private static final Shape<SecondFactor> SECOND_FACTOR =
        json -> SecondFactor.of(SECOND_FACTORS.read(json));

    private static final Shape<String> LANGUAGES =
        Shape.oneOf(
            Arrays.stream(Language.values())
                .map(Language::tag)
                .collect(Collectors.toUnmodifiableSet()));

    private static final Shape<Language> LANGUAGE = json -> Language.of(LANGUAGES.read(json));

    /** Offsets and abbreviations are refused: they do not say when summer time begins. */
    private static final Shape<ZoneId> TIME_ZONE =
        json -> {
          String name = Shape.string(json);
          if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Shape.Mismatch(
                Fault.Code.FORMAT, "must be a name of the IANA time zone database: Europe/Madrid");
          }
          return ZoneId.of(name);
        };

    private static SettingsPatch read(Input input) {
      Field<Change<Long>> digestMinutes = input.removable("digestMinutes", DIGEST_MINUTES);
      Field<Change<String>> registration = input.removable("selfRegistration", SELF_REGISTRATION);
      Field<Change<ZoneId>> timeZone = input.removable("timeZone", TIME_ZONE);
      Field<Change<Language>> language = input.removable("language", LANGUAGE);
      Field<Change<Boolean>> classes = input.removable("passwordClasses", Shape.flag());
      Field<Change<SecondFactor>> secondFactor = input.removable("secondFactor", SECOND_FACTOR);
      Field<Change<Change<NoteNoticesPatch>>> notices =
          input.removableObject("notices", SettingsPatch::notes);
      Field<Change<EmailAddress>> replyTo = input.removable("replyTo", Shapes.EMAIL_ADDRESS);
      Field<Change<QuietHours>> quietHours =
          input.removableObject("quietHours", MailTimesPatch::quietHours);
      Field<Change<List<DayOfWeek>>> quietDays =
          input.removableValues(
              "quietDays", MailTimes.MOST_QUIET_DAYS, MailTimesPatch.distinctDays());
      Field<Change<Long>> mailsPerDay =
          input.removable("mailsPerDay", MailTimesPatch.MAILS_PER_DAY);
      Field<Change<RemindersPatch>> reminders =
          input.removableObject("reminders", RemindersPatch::read);
      Field<Change<LocalTime>> remindAt = input.removable("remindAt", TIME);
      Field<Change<Map<NoticeType, Change<Boolean>>>> deliveries =
          input.removableObject("deliveries", DeliveriesPatch::portalOnly);
      Field<Change<List<NoticeType>>> required =
          input.removableValues(
              "requiredForStaff",
              NoticeType.values().length,
              DeliveriesPatch.distinctTypesForStaff());
      return input.build(() ->
          new SettingsPatch(
              digestMinutes.get(),
              registration.get(),
              timeZone.get(),
              language.get(),
              classes.get(),
              secondFactor.get(),
              Change.flat(notices.get()),
              replyTo.get(),
              new MailTimesPatch(quietHours.get(), quietDays.get(), mailsPerDay.get()),
              new ReminderSettingsPatch(reminders.get(), remindAt.get()),
              new DeliveriesPatch(deliveries.get(), required.get())));
    }

    private static Change<NoteNoticesPatch> notes(Input notices) {
      Field<Change<NoteNoticesPatch>> notes =
          notices.removableObject("notes", NoteNoticesPatch::read);
      return notices.build(notes::get);
    }

    private Firm.Settings applyTo(Firm.Settings before) {
      Firm.Settings defaults = Firm.Settings.DEFAULT;
      return new Firm.Settings(
          digestMinutes.applyTo(before.digestMinutes(), defaults.digestMinutes()),
          selfRegistration.applyTo(before.selfRegistration(), defaults.selfRegistration()),
          timeZone.applyTo(before.timeZone(), defaults.timeZone()),
          language.applyTo(before.language(), defaults.language()),
          passwordClasses.applyTo(before.passwordClasses(), defaults.passwordClasses()),
          secondFactor.applyTo(before.secondFactor(), defaults.secondFactor()),
          switch (notes) {
            case Change.Kept<NoteNoticesPatch> _ -> before.notes();
            case Change.Removed<NoteNoticesPatch> _ -> defaults.notes();
            case Change.Replaced<NoteNoticesPatch>(NoteNoticesPatch patch) ->
                patch.applyTo(before.notes());
          },
          replyTo.applyTo(before.replyTo()),
          mailTimes.applyTo(before.mailTimes()),
          reminders.applyTo(before.reminders()),
          deliveries.applyTo(before.deliveries()));
    }
  }

  /** Changes to when clients and contacts are sent digests. */
  record MailTimesPatch(
      Change<QuietHours> quietHours, Change<List<DayOfWeek>> quietDays, Change<Long> mailsPerDay) {
    private static final Shape<String> DAYS =
        Shape.oneOf(
            Arrays.stream(DayOfWeek.values())
                .map(MailTimes::text)
                .collect(Collectors.toUnmodifiableSet()));

    private static final Shape<Long> MAILS_PER_DAY = Shape.number(1, MailTimes.MOST_MAILS_PER_DAY);

    private static QuietHours quietHours(Input input) {
      Field<LocalTime> from = input.required("from", TIME);
      Field<LocalTime> to = input.required("to", TIME);
      if (!from.isFaulty() && !to.isFaulty() && !QuietHours.areAllowed(from.get(), to.get())) {
        input.fault("to", Fault.Code.RANGE, "must leave at least an hour of the day for mails");
      }
      return input.build(() -> new QuietHours(from.get(), to.get()));
    }

    private static Shape<DayOfWeek> distinctDays() {
      Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
      return json -> {
        DayOfWeek day = DayOfWeek.valueOf(DAYS.read(json).toUpperCase(Locale.ROOT));
        if (!seen.add(day)) {
          throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is in the list already");
        }
        return day;
      };
    }

    private MailTimes applyTo(MailTimes before) {
      return new MailTimes(
          quietHours.applyTo(before.quietHours()),
          quietDays.applyTo(before.quietDays(), MailTimes.ANY.quietDays()),
          mailsPerDay.applyTo(before.mailsPerDay()));
    }
  }

  /** Changes to how the assignees of engagements are reminded. */
  record ReminderSettingsPatch(Change<RemindersPatch> reminders, Change<LocalTime> at) {
    private ReminderSettings applyTo(ReminderSettings before) {
      ReminderSettings defaults = ReminderSettings.DEFAULT;
      return new ReminderSettings(
          switch (reminders) {
            case Change.Kept<RemindersPatch> _ -> before.reminders();
            case Change.Removed<RemindersPatch> _ -> defaults.reminders();
            case Change.Replaced<RemindersPatch>(RemindersPatch patch) ->
                patch.applyTo(before.reminders());
          },
          at.applyTo(before.at(), defaults.at()));
    }
  }

  /**
   * Changes to which notices are mailed.
   *
   * @param portalOnly whether notices of a type are in the portal alone
   */
  record DeliveriesPatch(
      Change<Map<NoticeType, Change<Boolean>>> portalOnly,
      Change<List<NoticeType>> requiredForStaff) {
    private static final String PORTAL_ONLY = "portal-only";
    private static final Shape<String> DELIVERIES = Shape.oneOf(Set.of("mail", PORTAL_ONLY));
    private static final Shape<Boolean> IS_PORTAL_ONLY =
        json -> DELIVERIES.read(json).equals(PORTAL_ONLY);

    private static final Shape<String> TYPES_FOR_STAFF =
        Shape.oneOf(
            Arrays.stream(NoticeType.values())
                .filter(NoticeType::isForStaff)
                .map(NoticeType::text)
                .collect(Collectors.toUnmodifiableSet()));

    private static Map<NoticeType, Change<Boolean>> portalOnly(Input input) {
      Map<NoticeType, Field<Change<Boolean>>> fields = new EnumMap<>(NoticeType.class);
      Arrays.stream(NoticeType.values())
          .filter(NoticeType::isForReaders)
          .forEach(type -> fields.put(type, input.removable(type.text(), IS_PORTAL_ONLY)));
      return input.build(() -> {
        Map<NoticeType, Change<Boolean>> changes = new EnumMap<>(NoticeType.class);
        fields.forEach((type, field) -> changes.put(type, field.get()));
        return changes;
      });
    }

    private static Shape<NoticeType> distinctTypesForStaff() {
      Set<NoticeType> seen = EnumSet.noneOf(NoticeType.class);
      return json -> {
        NoticeType type = NoticeType.of(TYPES_FOR_STAFF.read(json));
        if (!seen.add(type)) {
          throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is in the list already");
        }
        return type;
      };
    }

    private Deliveries applyTo(Deliveries before) {
      return new Deliveries(
          switch (portalOnly) {
            case Change.Kept<Map<NoticeType, Change<Boolean>>> _ -> before.portalOnly();
            case Change.Removed<Map<NoticeType, Change<Boolean>>> _ ->
                Deliveries.DEFAULT.portalOnly();
            case Change.Replaced<Map<NoticeType, Change<Boolean>>>(var changes) ->
                changes.entrySet().stream()
                    .filter(change -> isPortalOnly(change.getKey(), change.getValue(), before))
                    .map(change -> change.getKey().text())
                    .toList();
          },
          switch (requiredForStaff) {
            case Change.Kept<List<NoticeType>> _ -> before.requiredForStaff();
            case Change.Removed<List<NoticeType>> _ -> Deliveries.DEFAULT.requiredForStaff();
            case Change.Replaced<List<NoticeType>>(var types) ->
                types.stream().map(NoticeType::text).toList();
          });
    }

    private static boolean isPortalOnly(
        NoticeType type, Change<Boolean> change, Deliveries before) {
      return change.applyTo(before.portalOnly().contains(type.text()), false);
    }
  }

  /** Changes to how people are notified of notes. */
  record NoteNoticesPatch(Change<Boolean> email, Change<Boolean> sms) {
    private static NoteNoticesPatch read(Input input) {
      Field<Change<Boolean>> email = input.removable("email", Shape.flag());
      Field<Change<Boolean>> sms = input.removable("sms", Shape.flag());
      return input.build(() -> new NoteNoticesPatch(email.get(), sms.get()));
    }

    private Firm.NoteNotices applyTo(Firm.NoteNotices before) {
      Firm.NoteNotices defaults = Firm.Settings.DEFAULT.notes();
      return new Firm.NoteNotices(
          email.applyTo(before.mails(), defaults.mails()),
          sms.applyTo(before.texts(), defaults.texts()));
    }
  }

  static FirmPatch read(Input input) {
    Field<Optional<String>> name = input.optional("name", Shape.name(120));
    Field<Change<SettingsPatch>> settings = input.removableObject("settings", SettingsPatch::read);
    return input.build(() -> new FirmPatch(name.get(), settings.get()));
  }

  Firm applyTo(Firm firm) {
    Firm.Settings after =
        switch (settings) {
          case Change.Kept<SettingsPatch> _ -> firm.settings();
          case Change.Removed<SettingsPatch> _ -> Firm.Settings.DEFAULT;
          case Change.Replaced<SettingsPatch>(SettingsPatch patch) ->
              patch.applyTo(firm.settings());
        };
    return firm.withDetails(name.orElse(firm.name()), after);
  }
}
