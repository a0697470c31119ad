package clientportal.firms;

import clientportal.access.Shapes;
import clientportal.access.decision.SecondFactor;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.Language;
import clientportal.access.records.Firm;
import clientportal.platform.http.Change;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of {@code updateFirm}; a removed setting returns to its default. */
record FirmPatch(Optional<String> name, Change<SettingsPatch> settings) {

  /** Changes to the settings. */
  record SettingsPatch(
      Change<Long> digestMinutes,
      Change<String> selfRegistration,
      Change<ZoneId> timeZone,
      Change<Language> language,
      Change<Boolean> passwordClasses,
      Change<SecondFactor> secondFactor,
      Change<NoteNoticesPatch> notes,
      Change<EmailAddress> replyTo) {
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
      return input.build(() ->
          new SettingsPatch(
              digestMinutes.get(),
              registration.get(),
              timeZone.get(),
              language.get(),
              classes.get(),
              secondFactor.get(),
              Change.flat(notices.get()),
              replyTo.get()));
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
          replyTo.applyTo(before.replyTo()));
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
