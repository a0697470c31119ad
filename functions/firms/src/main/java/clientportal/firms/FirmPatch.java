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
      Change<Boolean> noteMails,
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
      Field<Change<Change<Boolean>>> notices =
          input.removableObject("notices", SettingsPatch::noteMails);
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

    private static Change<Boolean> noteMails(Input notices) {
      Field<Change<Change<Boolean>>> notes = notices.removableObject("notes", SettingsPatch::email);
      return notices.build(() -> Change.flat(notes.get()));
    }

    private static Change<Boolean> email(Input notes) {
      Field<Change<Boolean>> email = notes.removable("email", Shape.flag());
      return notes.build(email::get);
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
          noteMails.applyTo(before.noteMails(), defaults.noteMails()),
          replyTo.applyTo(before.replyTo()));
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
