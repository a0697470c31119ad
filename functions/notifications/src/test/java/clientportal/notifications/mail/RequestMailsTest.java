package clientportal.notifications.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.Language;
import clientportal.access.records.RequestItem.Review;
import clientportal.delivery.Author;
import clientportal.delivery.NoticeType;
import clientportal.delivery.RequestChange;
import clientportal.notifications.mail.ClientInvitationMail.Asked;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import clientportal.notifications.mail.RequestedItems.Due;
import clientportal.notifications.mail.RequestedItems.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mails say of requests, in both languages, of one item and of several. */
final class RequestMailsTest {
  private static final Instant AT = Instant.parse("2026-03-01T09:05:00Z");
  private static final Reader READER = new Reader("Carla Client");
  private static final Due DUE = new Due(LocalDate.parse("2026-03-14"), false);

  private static final String LINK = "https://portal.test/berg-tax/clients/c1/engagements/e1";

  /** Items of which each was sent back with another code. */
  static RequestedItems items(RequestChange change, int documents, int answers, String name) {
    boolean again = change == RequestChange.ASKED_AGAIN;
    return new RequestedItems(
        change,
        documents,
        answers,
        Optional.of(DUE),
        IntStream.range(0, Math.min(documents + answers, 10))
            .mapToObj(i -> named(name, again, i))
            .toList(),
        10);
  }

  private static Named named(String name, boolean again, int i) {
    Review.Code[] codes = Review.Code.values();
    return new Named(
        name,
        again ? Optional.of(codes[i % codes.length]) : Optional.empty(),
        again ? Optional.of("2 / 3?") : Optional.empty());
  }

  private static NoticeType type(RequestChange change) {
    return Arrays.stream(NoticeType.values())
        .filter(type -> RequestChange.of(type).equals(Optional.of(change)))
        .findFirst()
        .orElseThrow();
  }

  private static Line line(RequestedItems items, String engagement) {
    return new Line(
        type(items.change()),
        engagement,
        null,
        null,
        Author.person(items.change().isForStaff() ? "Carla" : "Anna Berg"),
        AT,
        LINK,
        items);
  }

  /** A line of every change, about one document, several, and more than are named. */
  static List<Line> lines(String name) {
    return Arrays.stream(RequestChange.values())
        .flatMap(change ->
            Stream.of(
                items(change, 1, 0, name), items(change, 2, 1, name), items(change, 0, 12, name)))
        .map(items -> line(items, name))
        .toList();
  }

  static boolean isForStaff(Line line) {
    return requireNonNull(line.requested()).change().isForStaff();
  }

  /** Invitations that name one request, and more than they have room for. */
  static Stream<ClientInvitationMail> invitations(String name) {
    Asked one = new Asked(name, items(RequestChange.ASKED, 1, 0, name));
    Asked many = new Asked(name, items(RequestChange.ASKED, 3, 2, name));
    return Stream.of(List.of(one), List.of(many), List.of(one, many, many, many, many, many, many))
        .map(asked ->
            new ClientInvitationMail(
                Letterhead.of(name), "https://portal.test/s/invitation#t", null, asked));
  }

  private static Mail mail(Language language, Line... lines) {
    return Mails.in(language)
        .digest(
            READER,
            new DigestMail(
                isForStaff(lines[0]) ? Addressee.STAFF : Addressee.CLIENT,
                Letterhead.of("Berg Tax"),
                ZoneId.of("Europe/Berlin"),
                "https://portal.test/berg-tax",
                List.of(new ClientNews("Carla", List.of(lines)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ASKED|10|0|Berg Tax asks you for 10 documents for “Loan”, by 14 March
          ASKED|1|0|Berg Tax asks you for “Passport” for “Loan”, by 14 March
          ASKED|1|2|Berg Tax asks you for 1 document and 2 answers for “Loan”, by 14 March
          ASKED_AGAIN|1|0|Berg Tax asks you again for “Passport” for “Loan”, by 14 March
          ASKED_AGAIN|0|3|Berg Tax asks you again for 3 answers for “Loan”, by 14 March
          ACCEPTED|4|0|Berg Tax has accepted everything for “Loan”
          CANCELLED|1|0|Berg Tax no longer needs “Passport” for “Loan”
          CANCELLED|2|0|Berg Tax no longer needs 2 documents for “Loan”
          ENDED|2|0|Berg Tax has cancelled “Loan”
          SUBMITTED|5|0|Carla submitted 5 documents for “Loan”
          SUBMITTED|1|0|Carla submitted “Passport” for “Loan”
          NOT_APPLICABLE|1|0|Carla says that “Passport” for “Loan” does not apply
          NOT_APPLICABLE|2|0|Carla says that 2 documents for “Loan” do not apply
          WITHDRAWN|1|0|Carla took back “Passport” for “Loan”
          """)
  void subject_inEnglish_saysWhoWantsWhat(
      RequestChange change, int documents, int answers, String subject) {
    Line line = line(items(change, documents, answers, "Passport"), "Loan");

    assertThat(mail(Language.ENGLISH, line).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ASKED|10|0|Berg Tax bittet Sie um 10 Dokumente für „Loan“, bis zum 14. März
          ASKED|1|0|Berg Tax bittet Sie um „Passport“ für „Loan“, bis zum 14. März
          ASKED|1|2|Berg Tax bittet Sie um 1 Dokument und 2 Antworten für „Loan“, bis zum 14. März
          ASKED_AGAIN|1|0|Berg Tax bittet Sie noch einmal um „Passport“ für „Loan“, bis zum 14. März
          ASKED_AGAIN|0|3|Berg Tax bittet Sie noch einmal um 3 Antworten für „Loan“, bis zum 14. März
          ACCEPTED|4|0|Berg Tax hat alles für „Loan“ angenommen
          CANCELLED|1|0|Berg Tax benötigt „Passport“ für „Loan“ nicht mehr
          CANCELLED|2|0|Berg Tax benötigt 2 Dokumente für „Loan“ nicht mehr
          ENDED|2|0|Berg Tax hat „Loan“ abgebrochen
          SUBMITTED|5|0|Carla hat 5 Dokumente für „Loan“ eingereicht
          SUBMITTED|1|0|Carla hat „Passport“ für „Loan“ eingereicht
          NOT_APPLICABLE|1|0|Laut Carla trifft „Passport“ für „Loan“ nicht zu
          NOT_APPLICABLE|2|0|Laut Carla treffen 2 Dokumente für „Loan“ nicht zu
          WITHDRAWN|1|0|Carla hat „Passport“ für „Loan“ zurückgenommen
          """)
  void subject_inGerman_saysWhoWantsWhat(
      RequestChange change, int documents, int answers, String subject) {
    Line line = line(items(change, documents, answers, "Passport"), "Loan");

    assertThat(mail(Language.GERMAN, line).subject()).isEqualTo(subject);
  }

  @Test
  void aRequestOfTenDocuments_isOneLine_withItsDueDate() {
    Line line = line(items(RequestChange.ASKED, 10, 0, "Passport"), "Kredit 2026");

    assertThat(mail(Language.ENGLISH, line).text())
        .isEqualTo(
            """
            Hello Carla Client,

            Please send documents

            10 documents for “Kredit 2026”, by 14 March
            Needed from you
            by Anna Berg, 1 March 2026, 10:05
            https://portal.test/berg-tax/clients/c1/engagements/e1

            Times are given in Berlin time.

            Sent by the client portal of Berg Tax
            """);
    assertThat(mail(Language.GERMAN, line).text())
        .isEqualTo(
            """
            Guten Tag Carla Client,

            Bitte senden Sie Dokumente

            10 Dokumente für „Kredit 2026“, bis zum 14. März
            Von Ihnen benötigt
            von Anna Berg, 1. März 2026, 10:05 Uhr
            https://portal.test/berg-tax/clients/c1/engagements/e1

            Alle Zeiten in Berliner Zeit.

            Gesendet vom Kundenportal von Berg Tax
            """);
  }

  @Test
  void whatIsSubmitted_isCounted_withItsFilesWhereThereAreMoreOfThem() {
    Line line = line(items(RequestChange.SUBMITTED, 5, 2, "Passport").withFiles(7), "Loan");
    Mail english = mail(Language.ENGLISH, line);
    Mail german = mail(Language.GERMAN, line);

    assertThat(english.subject())
        .isEqualTo("Carla submitted 5 documents (7 files) and 2 answers for “Loan”");
    assertThat(english.text())
        .contains(
            """
            5 documents (7 files) and 2 answers for “Loan”
            Submitted, and ready for your review
            """);
    assertThat(german.subject())
        .isEqualTo("Carla hat 5 Dokumente (7 Dateien) und 2 Antworten für „Loan“ eingereicht");
    assertThat(german.text())
        .contains(
            "5 Dokumente (7 Dateien) und 2 Antworten für „Loan“\nEingereicht, bitte prüfen\n");
    Line few = line(items(RequestChange.SUBMITTED, 5, 0, "Passport").withFiles(5), "Loan");
    assertThat(mail(Language.ENGLISH, few).subject())
        .isEqualTo("Carla submitted 5 documents for “Loan”");
  }

  @Test
  void aRejection_saysWhichItemAndWhy() {
    Line one = line(items(RequestChange.ASKED_AGAIN, 1, 0, "Passport"), "Loan");
    assertThat(mail(Language.ENGLISH, one).text())
        .contains("Needed again for “Loan”, by 14 March\nPassport: not readable. “2 / 3?”\n");
    assertThat(mail(Language.GERMAN, one).text())
        .contains(
            """
            Für „Loan“ noch einmal benötigt, bis zum 14. März
            Passport: nicht lesbar. „2 / 3?“
            """);
    assertThat(mail(Language.ENGLISH, one).html())
        .contains("<strong><bdi>Passport</bdi></strong>: not readable. “<bdi>2 / 3?</bdi>”");

    Line many = line(items(RequestChange.ASKED_AGAIN, 12, 0, "Passport"), "Loan");
    assertThat(mail(Language.ENGLISH, many).text())
        .contains(
            "Passport: incomplete. “",
            "Passport: the wrong document. “",
            "Passport: the wrong period. “",
            "Passport: out of date. “",
            "Passport: “2",
            "And 2 more");
    assertThat(mail(Language.GERMAN, many).text())
        .contains(
            "Passport: unvollständig. „",
            "Passport: das falsche Dokument. „",
            "Passport: der falsche Zeitraum. „",
            "Passport: nicht mehr aktuell. „",
            "Passport: „2",
            "Und 2 weitere");
  }

  @Test
  void aQuestion_isNotFollowedByAColon() {
    Line line = line(items(RequestChange.ASKED_AGAIN, 0, 6, "Why?"), "Loan");

    assertThat(mail(Language.ENGLISH, line).text())
        .contains("Why? – not readable. “2 / 3?”", "Why? – “2 / 3?”")
        .doesNotContain("?:");
    assertThat(mail(Language.GERMAN, line).text())
        .contains("Why? – nicht lesbar. „2 / 3?“", "Why? – „2 / 3?“");
  }

  @Test
  void aLongReason_isCut_andADueDateOfAnotherYearHasIt() {
    RequestedItems items =
        new RequestedItems(
            RequestChange.ASKED_AGAIN,
            1,
            0,
            Optional.of(new Due(LocalDate.parse("2027-01-02"), true)),
            List.of(new Named("Passport", Optional.empty(), Optional.of("a".repeat(1000)))),
            0);

    assertThat(mail(Language.ENGLISH, line(items, "Loan")).text())
        .contains("by 2 January 2027\nPassport: “" + "a".repeat(299) + "…”");
    assertThat(mail(Language.GERMAN, line(items, "Loan")).text())
        .contains("bis zum 2. Januar 2027");
  }

  @Test
  void severalLines_areCounted_besideWhatElseIsNew() {
    Line asked = line(items(RequestChange.ASKED, 7, 0, "Passport"), "Loan");
    Line other = line(items(RequestChange.ASKED, 3, 1, "Passport"), "Taxes");
    Line accepted = line(items(RequestChange.ACCEPTED, 1, 0, "Passport"), "Home");
    Line ended = line(items(RequestChange.ENDED, 1, 0, "Passport"), "Car");
    Line folder =
        new Line(NoticeType.FOLDER_SHARED, "Taxes", null, null, Author.person("Anna"), AT, LINK);

    assertThat(mail(Language.ENGLISH, asked, other, accepted, ended, folder).subject())
        .isEqualTo(
            "10 documents and 1 answer requested, 1 request accepted, 1 request cancelled,"
                + " 1 new folder from Berg Tax");
    assertThat(mail(Language.GERMAN, asked, other, accepted, accepted, folder).subject())
        .isEqualTo(
            "10 Dokumente und 1 Antwort angefordert, 2 Anforderungen angenommen,"
                + " 1 neuer Ordner von Berg Tax");
    assertThat(mail(Language.ENGLISH, asked, folder).text()).contains("News from your portal");
  }

  @Test
  void anInvitation_namesWhatIsAsked() {
    ClientInvitationMail one =
        new ClientInvitationMail(
            Letterhead.of("Berg Tax"),
            "https://portal.test/berg#t",
            null,
            List.of(new Asked("Loan", items(RequestChange.ASKED, 10, 0, "Passport"))));
    Mail english = Mails.in(Language.ENGLISH).invitation(READER, one);
    Mail german = Mails.in(Language.GERMAN).invitation(READER, one);

    assertThat(english.subject()).isEqualTo("Berg Tax asks you for 10 documents for “Loan”");
    assertThat(english.text())
        .contains("Needed from you: 10 documents for “Loan”, by 14 March", "send Berg Tax what");
    assertThat(german.subject()).isEqualTo("Berg Tax bittet Sie um 10 Dokumente für „Loan“");
    assertThat(german.text())
        .contains("Von Ihnen benötigt: 10 Dokumente für „Loan“, bis zum 14. März");
    Mail many =
        Mails.in(Language.ENGLISH).invitation(READER, invitations("Loan").toList().getLast());
    assertThat(many.subject()).isEqualTo("Loan asks you for 19 documents and 12 answers");
    assertThat(many.text()).contains("Needed from you: Loan for “Loan”, by 14 March", "And 2 more");
  }
}
