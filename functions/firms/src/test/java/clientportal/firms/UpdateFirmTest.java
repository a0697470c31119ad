package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.decision.SecondFactor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.FirmUpdated;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.Language;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MailTimes.QuietHours;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.ReminderSettings;
import clientportal.access.ids.Reminders;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Administrators;
import clientportal.access.records.Firm;
import clientportal.access.records.Firm.NoteNotices;
import clientportal.access.records.Site;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateFirmTest {
  private final TestFirm firm = new TestFirm();
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final UpdateFirmHandler handler = handler(firm.table);

  UpdateFirmTest() {
    firm.table.write(Site.first(firm.firm).create());
  }

  private UpdateFirmHandler handler(Table table) {
    return new UpdateFirmHandler(new UpdateFirm(firm.access(), table, firm.ids));
  }

  private Exchange patch(PersonId caller, String json) {
    return Exchange.of("PATCH", new FirmPath(firm.id).toString())
        .as(caller.value())
        .path("firmId", firm.id)
        .header("content-type", "application/merge-patch+json")
        .json(json);
  }

  private Firm stored() {
    Key key = TableKeys.firm(firm.id);
    return Firm.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  @Test
  void textsReplaceMailsAboutNotes_untilTheSettingOrAnObjectAroundItIsRemoved() {
    String off = "{\"settings\": {\"notices\": {\"notes\": {\"email\": false, \"sms\": true}}}}";
    for (String on :
        List.of(
            "{\"settings\": {\"notices\": {\"notes\": {\"email\": null, \"sms\": null}}}}",
            "{\"settings\": {\"notices\": {\"notes\": null}}}",
            "{\"settings\": {\"notices\": null}}",
            "{\"settings\": null}")) {
      patch(administrator, off).send(handler);
      for (String same :
          List.of(
              "{\"settings\": {\"notices\": {\"notes\": {}}}}",
              "{\"settings\": {\"notices\": {}}}")) {
        assertThat(patch(administrator, same).send(handler).status()).isEqualTo(200);
        assertThat(stored().settings().notes()).as(same).isEqualTo(new NoteNotices(false, true));
      }
      patch(administrator, on).send(handler);
      assertThat(stored().settings().notes()).as(on).isEqualTo(new NoteNotices(true, false));
    }
    assertThat(
            patch(
                    administrator,
                    "{\"settings\": {\"notices\": {\"x\": 1, \"notes\": {\"email\": 1, \"sms\":"
                        + " \"1\"}}}}")
                .send(handler)
                .get("errors")
                .toString())
        .contains(
            "/settings/notices/x", "/settings/notices/notes/email", "/settings/notices/notes/sms");
  }

  @Test
  void anAdministrator_changesNameAndSettings_andAbsentFieldsStayTheSame() {
    Exchange.Answer answer =
        patch(
                administrator,
                """
                {"name": "Meyer AG", "settings": {"digestMinutes": 1440, "timeZone": "Asia/Tokyo",
                "language": "de", "passwordClasses": true, "secondFactor": "staff",
                "notices": {"notes": {"email": false, "sms": true}},
                "replyTo": " office@stra\u00dfe.example "}}\
                """)
            .send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(answer.get("name")).isEqualTo("Meyer AG");
    assertThat(answer.get("slug")).isEqualTo("meyer");
    assertThat(answer.get("settings"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("digestMinutes", 1440L),
                Map.entry("selfRegistration", "create"),
                Map.entry("timeZone", "Asia/Tokyo"),
                Map.entry("language", "de"),
                Map.entry("passwordClasses", true),
                Map.entry("secondFactor", "staff"),
                Map.entry("notices", Map.of("notes", Map.of("email", false, "sms", true))),
                Map.entry("replyTo", "office@xn--strae-oqa.example"),
                Map.entry("quietDays", List.of()),
                Map.entry(
                    "reminders",
                    Map.of(
                        "firstAfterDays",
                        3L,
                        "everyDays",
                        4L,
                        "beforeDueDays",
                        List.of(7L, 1L),
                        "atMost",
                        10L)),
                Map.entry("remindAt", "09:00"),
                Map.entry("deliveries", Map.of()),
                Map.entry("requiredForStaff", List.of())));
    assertThat(stored().settings().digestMinutes()).isEqualTo(1440);
    assertThat(firm.table.partition("FIRM#" + firm.id + "#EVENTS"))
        .singleElement()
        .extracting(item -> Event.fromItem(item).data())
        .isEqualTo(
            new FirmUpdated(
                firm.id,
                "Meyer AG",
                1440,
                "create",
                ZoneId.of("Asia/Tokyo"),
                Language.GERMAN,
                true,
                SecondFactor.STAFF,
                false,
                true,
                Optional.of(new EmailAddress("office@xn--strae-oqa.example")),
                MailTimes.ANY,
                ReminderSettings.DEFAULT,
                Deliveries.DEFAULT));
  }

  @Test
  void whatIsMailed_isChangedTypeByType_andNullMailsItAgain() {
    Exchange.Answer answer =
        patch(
                administrator,
                """
                {"settings": {"deliveries": {"document-shared": "portal-only",
                 "folder-shared": "portal-only", "note-shared": "mail"},
                 "requiredForStaff": ["registration-received", "document-uploaded"]}}\
                """)
            .send(handler);
    assertThat(answer.get("settings", "deliveries"))
        .isEqualTo(Map.of("document-shared", "portal-only", "folder-shared", "portal-only"));
    assertThat(answer.get("settings", "requiredForStaff"))
        .isEqualTo(List.of("document-uploaded", "registration-received"));
    Deliveries deliveries =
        new Deliveries(
            List.of("folder-shared", "document-shared"),
            List.of("registration-received", "document-uploaded"));
    assertThat(stored().settings().deliveries()).isEqualTo(deliveries);
    assertThat(firm.table.partition("FIRM#" + firm.id + "#EVENTS"))
        .singleElement()
        .satisfies(item ->
            assertThat(((FirmUpdated) Event.fromItem(item).data()).deliveries())
                .isEqualTo(deliveries));

    patch(
            administrator,
            "{\"settings\": {\"deliveries\": {\"folder-shared\": null}, \"requiredForStaff\": []}}")
        .send(handler);
    assertThat(stored().settings().deliveries())
        .isEqualTo(new Deliveries(List.of("document-shared"), List.of()));
    patch(administrator, "{\"settings\": {\"deliveries\": null}}").send(handler);
    assertThat(stored().settings()).isEqualTo(Firm.Settings.DEFAULT);
  }

  @Test
  void noticesThatTheOtherSideGets_andWhatIsNoNotice_areNotAmongTheTypes() {
    Map<Key, Item> before = firm.table.everything();

    assertThat(
            faults(
                """
                {"settings": {"deliveries": {"document-uploaded": "portal-only", "invitation": "mail",
                 "document-shared": "sms", "upload-rejected": "mail"},
                 "requiredForStaff": ["document-shared", "upload-rejected", "upload-rejected"]}}\
                """))
        .containsExactlyInAnyOrder(
            "/settings/deliveries/document-uploaded unknown",
            "/settings/deliveries/invitation unknown",
            "/settings/deliveries/document-shared enum",
            "/settings/requiredForStaff/0 enum",
            "/settings/requiredForStaff/2 duplicate");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void reminders_areChangedInParts_andNullGivesTheDefaultAgain() {
    Exchange.Answer answer =
        patch(
                administrator,
                """
                {"settings": {"reminders": {"everyDays": 7, "beforeDueDays": []},
                 "remindAt": "17:30"}}\
                """)
            .send(handler);
    assertThat(answer.get("settings", "remindAt")).isEqualTo("17:30");
    assertThat(answer.get("settings", "reminders"))
        .isEqualTo(
            Map.of(
                "firstAfterDays", 3L, "everyDays", 7L, "beforeDueDays", List.of(), "atMost", 10L));
    assertThat(stored().settings().reminders())
        .isEqualTo(new ReminderSettings(new Reminders(3, 7, List.of(), 10), LocalTime.of(17, 30)));

    patch(administrator, "{\"settings\": {\"reminders\": null}}").send(handler);
    assertThat(stored().settings().reminders())
        .isEqualTo(new ReminderSettings(Reminders.DEFAULT, LocalTime.of(17, 30)));
    patch(administrator, "{\"settings\": {\"remindAt\": null}}").send(handler);
    assertThat(stored().settings().reminders()).isEqualTo(ReminderSettings.DEFAULT);

    assertThat(faults("{\"settings\": {\"remindAt\": \"9:00\", \"reminders\": {\"atMost\": 31}}}"))
        .containsExactlyInAnyOrder("/settings/remindAt format", "/settings/reminders/atMost range");
  }

  @Test
  void theTimesOfMails_areSetAndRemovedOneByOne() {
    QuietHours night = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0));
    List<DayOfWeek> weekend = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    Exchange.Answer answer =
        patch(
                administrator,
                """
                {"settings": {"quietHours": {"from": "20:00", "to": "07:00"},
                 "quietDays": ["sunday", "saturday"], "mailsPerDay": 3}}\
                """)
            .send(handler);

    assertThat(answer.get("settings", "quietHours"))
        .isEqualTo(Map.of("from", "20:00", "to", "07:00"));
    assertThat(answer.get("settings", "quietDays")).isEqualTo(List.of("saturday", "sunday"));
    assertThat(answer.get("settings", "mailsPerDay")).isEqualTo(3L);
    MailTimes all = new MailTimes(Optional.of(night), weekend, Optional.of(3L));
    assertThat(stored().settings().mailTimes()).isEqualTo(all);
    assertThat(firm.table.partition("FIRM#" + firm.id + "#EVENTS"))
        .singleElement()
        .satisfies(item ->
            assertThat(((FirmUpdated) Event.fromItem(item).data()).mailTimes()).isEqualTo(all));

    patch(administrator, "{\"settings\": {\"quietDays\": [\"saturday\", \"sunday\"]}}")
        .send(handler);
    assertThat(stored().revision()).isEqualTo(2);
    patch(administrator, "{\"settings\": {\"quietHours\": null}}").send(handler);
    assertThat(stored().settings().mailTimes())
        .isEqualTo(new MailTimes(Optional.empty(), weekend, Optional.of(3L)));
    patch(administrator, "{\"settings\": {\"quietDays\": null}}").send(handler);
    assertThat(stored().settings().mailTimes())
        .isEqualTo(new MailTimes(Optional.empty(), List.of(), Optional.of(3L)));
    patch(administrator, "{\"settings\": {\"mailsPerDay\": null}}").send(handler);
    assertThat(stored().settings()).isEqualTo(Firm.Settings.DEFAULT);
  }

  @Test
  void allFaultsOfTheTimesOfMails_areReportedAtOnce() {
    Map<Key, Item> before = firm.table.everything();

    assertThat(
            faults(
                """
                {"settings": {"quietHours": {"from": "24:00", "x": 1},
                 "quietDays": ["sunday", "Monday", 7, "sunday"], "mailsPerDay": 51}}\
                """))
        .containsExactlyInAnyOrder(
            "/settings/quietHours/from format",
            "/settings/quietHours/to required",
            "/settings/quietHours/x unknown",
            "/settings/quietDays/1 enum",
            "/settings/quietDays/2 type",
            "/settings/quietDays/3 duplicate",
            "/settings/mailsPerDay range");
    assertThat(
            faults(
                """
                {"settings": {"quietHours": {"from": "08:00", "to": "07:01"}, "mailsPerDay": 0,
                 "quietDays": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                 "sunday"]}}\
                """))
        .containsExactlyInAnyOrder(
            "/settings/quietHours/to range",
            "/settings/mailsPerDay range",
            "/settings/quietDays length");
    assertThat(
            faults("{\"settings\": {\"quietHours\": {\"from\": \"8:00\", \"to\": \"08:00:00\"}}}"))
        .containsExactlyInAnyOrder(
            "/settings/quietHours/from format", "/settings/quietHours/to format");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  private List<String> faults(String json) {
    Exchange.Answer answer = patch(administrator, json).send(handler);
    assertThat(answer.status()).isEqualTo(400);
    return ((List<?>) answer.get("errors"))
        .stream()
            .map(
                fault -> ((Map<?, ?>) fault).get("pointer") + " " + ((Map<?, ?>) fault).get("code"))
            .toList();
  }

  @Test
  void theFirstSite_isCalledLikeTheFirm_andAnotherKeepsItsName() {
    Site other = new Site(firm.id, "payroll", "Payroll", TestFirm.NOW);
    firm.table.write(other.create());
    SiteSettings settings = SiteSettings.initial("Taxes");
    firm.table.write(List.of(Site.first(firm.firm).with(settings).saveSettings()));

    patch(administrator, "{\"name\": \"Meyer AG\"}").send(handler);

    assertThat(site(firm.firm.slug())).isEqualTo(Site.first(stored()).with(settings));
    assertThat(site(firm.firm.slug()).name()).isEqualTo("Meyer AG");
    assertThat(site("payroll")).isEqualTo(other);
  }

  private Site site(String slug) {
    Key key = TableKeys.firmSite(firm.id, slug);
    return Site.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  @Test
  void aRemovedSetting_returnsToItsDefault() {
    patch(
            administrator,
            """
            {"settings": {"digestMinutes": 0, "selfRegistration": "off", "timeZone": "Asia/Tokyo",
              "language": "de", "replyTo": "office@meyer.test"}}\
            """)
        .send(handler);

    assertThat(stored().settings().replyTo()).isPresent();
    assertThat(stored().settings().language()).isEqualTo(Language.GERMAN);

    patch(
            administrator,
            "{\"settings\": {\"digestMinutes\": null, \"language\": null, \"replyTo\": null}}")
        .send(handler);
    assertThat(stored().settings().replyTo()).isEmpty();
    assertThat(stored().settings().language()).isEqualTo(Language.ENGLISH);
    assertThat(stored().settings().digestMinutes()).isEqualTo(5);
    assertThat(stored().settings().selfRegistration()).isEqualTo("off");

    patch(administrator, "{\"settings\": null}").send(handler);
    assertThat(stored().settings()).isEqualTo(Firm.Settings.DEFAULT);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        patch(
                administrator,
                """
                {"name": null, "slug": "other", "settings": {"digestMinutes": 1441,
                 "selfRegistration": "on", "timeZone": "+02:00", "language": "fr", "x": 1}}\
                """)
            .send(handler);

    assertThat(answer.status()).isEqualTo(400);
    assertThat((List<?>) answer.get("errors"))
        .map(fault -> ((Map<?, ?>) fault).get("pointer") + " " + ((Map<?, ?>) fault).get("code"))
        .containsExactlyInAnyOrder(
            "/name type",
            "/slug unknown",
            "/settings/digestMinutes range",
            "/settings/selfRegistration enum",
            "/settings/timeZone format",
            "/settings/language enum",
            "/settings/x unknown");
    for (String zone : List.of("Mars/Base", "", "GMT+2", "europe/madrid", "CET+1")) {
      assertThat(
              patch(administrator, "{\"settings\": {\"timeZone\": \"%s\"}}".formatted(zone))
                  .send(handler)
                  .status())
          .isEqualTo(400);
    }
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void onlyAdministratorsOfTheFirm_changeIt_andOthersAreRefusedBeforeTheBodyIsRead() {
    PersonId staff = firm.staff(Role.STAFF, true);
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(staff, "not json").send(handler).problem()).isEqualTo("permission-required");
    assertThat(patch(outsider, "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(patch(administrator, "not json").send(handler).problem())
        .isEqualTo("malformed-json");
    assertThat(
            patch(administrator, "{\"name\": \"X\"}")
                .header("if-match", "\"7\"")
                .send(handler)
                .problem())
        .isEqualTo("precondition-failed");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void savingTheSameValuesAgain_writesNothing() {
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(administrator, "{}").send(handler).status()).isEqualTo(200);
    assertThat(
            patch(administrator, "{\"settings\": {\"digestMinutes\": 5}}").send(handler).headers())
        .containsEntry("etag", "\"1\"");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anAdministratorAddedConcurrently_isStillCounted() {
    StaffMember added = firm.staffMember(Role.ADMINISTRATOR, false, Optional.of(TestFirm.person()));
    Table race =
        new CallSchedule()
            .beforeFirstWrite(() -> ((Table) firm.table).write(Administrators.add(added)))
            .around(firm.table);

    assertThat(patch(administrator, "{\"name\": \"X\"}").send(handler(race)).status())
        .isEqualTo(200);

    assertThat(stored().administrators()).isEqualTo(2);
    assertThat(stored().name()).isEqualTo("X");
  }
}
