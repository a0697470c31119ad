package clientportal.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.delivery.Author;
import clientportal.delivery.NoticeType;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mail in every language, and what is particular to German. */
final class LanguagesTest {
  private static final Mails GERMAN = Mails.in(Language.GERMAN);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant AT = Instant.parse("2026-03-01T09:05:00Z");
  private static final Reader READER = new Reader("Carla Client");

  /** Returns the sentences and labels of a mail, without names, links and codes. */
  private static Set<String> said(Mail mail) {
    return Arrays.stream((mail.subject() + "\n" + mail.text()).split("\n|(?<=[.:!?]) "))
        .map(line -> line.replaceAll("<script>.*?'Söhne'|https?:\\S+|[0-9]|a@b\\.example", ""))
        .map(line -> line.replaceAll("[^\\p{L} ]", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void noSentenceOfAMail_isTheSameInTwoLanguages() {
    List<Mail> english = MailsTest.everyMail(Language.ENGLISH).toList();
    List<Mail> german = MailsTest.everyMail(Language.GERMAN).toList();

    assertThat(german).hasSameSizeAs(english).hasSizeGreaterThan(40);
    IntStream.range(0, english.size())
        .forEach(i ->
            assertThat(said(german.get(i)))
                .hasSizeGreaterThan(2)
                .doesNotContainAnyElementsOf(said(english.get(i))));
  }

  @ParameterizedTest
  @EnumSource
  void everyMail_namesItsLanguage_andHasTheSameInTextAndHtml(Language language) {
    assertThat(MailsTest.everyMail(language))
        .allSatisfy(mail -> {
          assertThat(mail.html()).contains("<html lang=\"" + language.tag() + "\"");
          String html = plain(mail.html());
          assertThat(mail.text().lines().map(LanguagesTest::plain))
              .filteredOn(line -> !line.startsWith("https://"))
              .allSatisfy(line -> assertThat(html).contains(line));
        });
  }

  /** What is left of a text without markup and without what text and HTML write in two ways. */
  private static String plain(String text) {
    return text.replaceAll("(?s)<style>.*</style>|</?[a-z!][^>]*>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("<script>|</script>", "")
        .replaceAll("^[0-9]\\. |^== | ==$|:$", "");
  }

  @Test
  void theLanguageOfTheMachine_makesNoDifference() {
    List<Mail> before = MailsTest.everyMail(Language.GERMAN).toList();
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(MailsTest.everyMail(Language.GERMAN).toList()).isEqualTo(before);
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void aGermanInvitation() {
    Mail mail =
        GERMAN.invitation(
            READER,
            new ClientInvitationMail(
                Letterhead.of("Berg Tax"), "https://portal.test/berg#t", "Steuern 2025"));

    assertThat(mail.subject()).isEqualTo("Berg Tax hat „Steuern 2025“ für Sie freigegeben");
    assertThat(mail.text())
        .isEqualTo(
            """
            Guten Tag Carla Client,

            Berg Tax hat im Kundenportal ein Konto für Sie angelegt.

            Für Sie freigegeben: Steuern 2025

            Dort können Sie lesen und herunterladen, was Berg Tax für Sie freigibt. Wo Sie die \
            Berechtigung dazu haben, können Sie auch Dokumente hochladen.

            Einladung annehmen:
            https://portal.test/berg#t

            So geht es weiter:
            1. Öffnen Sie den Link oben. Wir senden Ihnen dann eine zweite E-Mail, mit der Sie \
            Ihre E-Mail-Adresse bestätigen. Diese E-Mail ist 30 Minuten gültig.
            2. Öffnen Sie den Link in der zweiten E-Mail.
            3. Wählen Sie ein Passwort, wenn Sie möchten: Sie können sich auch mit einem Code \
            anmelden, den wir Ihnen jedes Mal per E-Mail senden.

            Die Einladung ist 7 Tage gültig. Wenn Sie Berg Tax nicht kennen, ignorieren Sie diese \
            E-Mail. Es geschieht dann nichts.

            Gesendet vom Kundenportal von Berg Tax
            """);
    assertThat(mail.html())
        .contains("<p style=\"margin:0 0 16px;\">Guten Tag <bdi>Carla Client</bdi>,</p>")
        .contains("<strong><bdi>Berg Tax</bdi></strong> hat", "30&nbsp;Minuten");
  }

  @Test
  void aGermanDigest() {
    Line added = line(NoticeType.DOCUMENT_ADDED, "Steuern 2025", "Rechnung.pdf");
    Mail mail = GERMAN.digest(READER, digest(Addressee.CONTACT, added));

    assertThat(mail.subject()).isEqualTo("Berg Tax hat „Rechnung.pdf“ in „Steuern 2025“ gelegt");
    assertThat(mail.text())
        .isEqualTo(
            """
            Guten Tag Carla Client,

            Neu in Ihrem Portal

            == Carla ==

            Rechnung.pdf
            Dokument hinzugefügt, im Ordner Steuern 2025
            von Anna Berg, 1. März 2026, 10:05 Uhr
            https://portal.test/d

            Alle Zeiten in Berliner Zeit.

            Gesendet vom Kundenportal von Berg Tax
            """);
  }

  private static Line line(NoticeType what, String folder, String document) {
    return new Line(
        what, folder, document, null, Author.person("Anna Berg"), AT, "https://portal.test/d");
  }

  private static DigestMail digest(Addressee addressee, Line... lines) {
    return new DigestMail(
        addressee,
        Letterhead.of("Berg Tax"),
        BERLIN,
        "https://portal.test",
        List.of(new ClientNews("Carla", List.of(lines))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLIENT | DOCUMENT_ADDED DOCUMENT_SHARED   | 2 neue Dokumente von Berg Tax
          CLIENT | DOCUMENT_ADDED UPLOAD_REJECTED   | 1 neues Dokument von Berg Tax, 1 Datei nicht angenommen
          STAFF  | UPLOAD_REJECTED UPLOAD_REJECTED  | 2 Dateien nicht angenommen
          STAFF  | DOCUMENT_WITHDRAWN SECOND_FACTOR_RESET | 1 Dokument zurückgezogen, 1 Hinweis zu Konten
          STAFF  | DOCUMENT_WITHDRAWN DOCUMENT_WITHDRAWN | 2 Dokumente zurückgezogen
          STAFF  | REGISTRATION_RECEIVED REGISTRATION_COMPLETED | 2 Hinweise zu Konten
          STAFF  | DOCUMENT_UPLOADED DOCUMENT_UPLOADED | 2 neue Dokumente von Carla
          CLIENT | FOLDER_SHARED FOLDER_SHARED      | 2 neue Ordner von Berg Tax
          CLIENT | FOLDER_SHARED UPLOAD_REJECTED    | 1 neuer Ordner von Berg Tax, 1 Datei nicht angenommen
          CLIENT | FOLDER_SHARED DOCUMENT_SHARED    | 2 neue Ordner und Dokumente von Berg Tax
          CLIENT | NOTE_SHARED NOTE_SHARED          | 2 neue Notizen von Berg Tax
          CLIENT | NOTE_SHARED GROUP_NOTE_SHARED    | 2 neue Notizen von Berg Tax
          CLIENT | NOTE_SHARED UPLOAD_REJECTED      | 1 neue Notiz von Berg Tax, 1 Datei nicht angenommen
          CLIENT | NOTE_SHARED DOCUMENT_ADDED       | 2 neue Dokumente und Notizen von Berg Tax
          CLIENT | NOTE_SHARED FOLDER_SHARED        | 2 neue Einträge von Berg Tax
          """)
  void numbers_agreeWithTheirNouns(Addressee addressee, String kinds, String subject) {
    Line[] lines =
        Arrays.stream(kinds.split(" "))
            .map(what -> line(NoticeType.valueOf(what), "Steuern", "a.pdf"))
            .toArray(Line[]::new);

    assertThat(GERMAN.digest(READER, digest(addressee, lines)).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @EnumSource
  void everyMonth_hasAGermanName(Month month) {
    Instant at = AT.atZone(BERLIN).withMonth(month.getValue()).toInstant();
    Line line =
        new Line(
            NoticeType.UPLOAD_REJECTED,
            "Steuern",
            "a.pdf",
            RejectionCode.SCAN_FAILED,
            Author.PORTAL,
            at,
            "https://portal.test/d");

    String name = month.getDisplayName(java.time.format.TextStyle.FULL, Locale.GERMAN);
    assertThat(GERMAN.digest(READER, digest(Addressee.CLIENT, line)).text().lines())
        .contains("von dem Portal, 1. " + name + " 2026, 10:05 Uhr");
  }
}
