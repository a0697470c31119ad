package clientportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.records.Firm;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MailingTest {
  private static final FirmId FIRM = new FirmId("01arz3ndektsv4rrffq69g5faa");
  private static final Holder STAFF =
      new Holder.Staff(FIRM, new StaffId("01arz3ndektsv4rrffq69g5fab"));
  private static final Holder CLIENT =
      new Holder.Party(
          new ClientPath(FIRM, new ClientId("01arz3ndektsv4rrffq69g5fac")), Recipient.CLIENT);
  private static final Holder MEMBER =
      new Holder.Member(FIRM, new MemberId("01arz3ndektsv4rrffq69g5fad"));

  private static Firm.Settings settings(Deliveries deliveries, Firm.NoteNotices notes) {
    Firm.Settings defaults = Firm.Settings.DEFAULT;
    return new Firm.Settings(
        defaults.digestMinutes(),
        defaults.selfRegistration(),
        ZoneId.of("Europe/Madrid"),
        defaults.language(),
        defaults.passwordClasses(),
        defaults.secondFactor(),
        notes,
        defaults.replyTo(),
        defaults.mailTimes(),
        defaults.reminders(),
        deliveries);
  }

  private static Mailing mailing(Holder addressee, NoticeMails staff, Deliveries deliveries) {
    return new Mailing(settings(deliveries, Firm.Settings.DEFAULT.notes()), addressee, staff);
  }

  @ParameterizedTest
  @EnumSource(NoticeType.class)
  void eachType_isForSomebody(NoticeType type) {
    assertThat(type.isForReaders() || type.isForStaff()).isTrue();
  }

  @Test
  void whatIsPortalOnly_isMailedToNoReader_andToStaffAllTheSame() {
    Deliveries deliveries =
        new Deliveries(List.of("document-shared", "upload-rejected"), List.of());

    for (Holder reader : List.of(CLIENT, MEMBER)) {
      assertThat(Arrays.stream(NoticeType.values()))
          .filteredOn(type -> !mailing(reader, NoticeMails.EACH, deliveries).includes(type))
          .containsExactly(NoticeType.DOCUMENT_SHARED, NoticeType.UPLOAD_REJECTED);
    }
    assertThat(mailing(STAFF, NoticeMails.EACH, deliveries).includes(NoticeType.UPLOAD_REJECTED))
        .isTrue();
  }

  @Test
  void aFirmThatSendsNeitherMailsNorTextsAboutNotes_hasThemInThePortalAlone() {
    for (boolean mails : new boolean[] {false, true}) {
      for (boolean texts : new boolean[] {false, true}) {
        Firm.NoteNotices notes = new Firm.NoteNotices(mails, texts);
        Mailing mailing =
            new Mailing(settings(Deliveries.DEFAULT, notes), CLIENT, NoticeMails.EACH);
        assertThat(mailing.includes(NoticeType.NOTE_SHARED)).isEqualTo(mails || texts);
        assertThat(mailing.includes(NoticeType.GROUP_NOTE_SHARED)).isEqualTo(mails || texts);
        assertThat(mailing.includes(NoticeType.FOLDER_SHARED)).isTrue();
      }
    }
  }

  @Test
  void staffWhoWantNoMails_getWhatTheFirmRequires() {
    Deliveries deliveries = new Deliveries(List.of(), List.of("document-uploaded"));

    assertThat(Arrays.stream(NoticeType.values()))
        .filteredOn(type -> mailing(STAFF, NoticeMails.NONE, deliveries).includes(type))
        .containsExactly(NoticeType.DOCUMENT_UPLOADED);
    for (NoticeMails choice : List.of(NoticeMails.EACH, NoticeMails.DAILY)) {
      assertThat(Arrays.stream(NoticeType.values()))
          .allMatch(type -> mailing(STAFF, choice, deliveries).includes(type));
    }
  }

  /** The clock goes from 02:00 to 03:00 on 29 March, and from 03:00 to 02:00 on 25 October. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T07:59:59+01:00, 2026-03-02T08:00+01:00",
    "2026-03-02T08:00+01:00, 2026-03-03T08:00+01:00",
    "2026-03-02T23:30+01:00, 2026-03-03T08:00+01:00",
    "2026-03-28T09:00+01:00, 2026-03-29T08:00+02:00",
    "2026-10-24T09:00+02:00, 2026-10-25T08:00+01:00",
  })
  void aDailyDigest_isDueInTheMorningOfTheFirm(String at, String due) {
    assertThat(dueAt(NoticeMails.DAILY, NoticeType.ITEMS_SUBMITTED, at)).isEqualTo(instant(due));
  }

  @Test
  void whatTheFirmRequires_isNotDelayed() {
    String at = "2026-03-02T12:00+01:00";
    for (NoticeMails choice : NoticeMails.values()) {
      assertThat(dueAt(choice, NoticeType.DOCUMENT_UPLOADED, at))
          .isEqualTo(instant("2026-03-02T12:05+01:00"));
    }
    assertThat(dueAt(NoticeMails.EACH, NoticeType.ITEMS_SUBMITTED, at))
        .isEqualTo(instant("2026-03-02T12:05+01:00"));
  }

  private static Instant dueAt(NoticeMails choice, NoticeType type, String at) {
    Deliveries deliveries = new Deliveries(List.of(), List.of("document-uploaded"));
    return mailing(STAFF, choice, deliveries).dueAt(type, instant(at));
  }

  private static Instant instant(String time) {
    return ZonedDateTime.parse(time).toInstant();
  }
}
