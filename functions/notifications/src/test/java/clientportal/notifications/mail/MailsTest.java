package clientportal.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.delivery.Author;
import clientportal.delivery.NoticeType;
import clientportal.notifications.mail.DigestMail.Addressee;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MailsTest {
  private static final String HOSTILE = "<script>alert(\"x\")</script> & 'Söhne'";
  private static final String ARABIC = "شركة المحاسبة";
  private static final Letterhead BERG = Letterhead.of("Berg Tax");
  private static final Letterhead FROM_HOSTILE = Letterhead.of(HOSTILE);
  private static final MailLinks LINKS =
      new MailLinks("https://portal.test", "https://staff.portal.test/");
  private static final String TOKEN = "q7xZ0_9-".repeat(6);
  private static final Instant AT = Instant.parse("2026-03-01T09:05:00.123Z");
  private static final Mails MAILS = Mails.in(Language.ENGLISH);
  private static final Wording ENGLISH = Wording.of(Language.ENGLISH);
  private static final Reader READER = new Reader("Carla Client");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void clientInvitation_saysWhoInvitesWhereHowLongAndWhatFollows() {
    Mail mail =
        MAILS.invitation(
            READER, new ClientInvitationMail(BERG, LINKS.invitation("berg-tax", TOKEN), null));

    assertThat(mail.subject()).isEqualTo("Berg Tax invites you to its client portal");
    String link = "https://portal.test/berg-tax/invitation#" + TOKEN;
    assertThat(mail.text().lines()).contains(link);
    assertThat(mail.text()).contains("Berg Tax", "7 days", "30 minutes", "password", "code");
    assertThat(mail.text()).doesNotContain("Shared with you");
    assertThat(mail.html()).contains("href=\"" + link + "\"", ">" + link + "<", "Berg Tax");
    assertThat(mail.html()).contains("7&nbsp;days", "30&nbsp;minutes", "password");
    assertThat(mail.html()).doesNotContain("Shared with you");
  }

  @Test
  void clientInvitation_causedByAShare_namesTheFolder() {
    Mail mail =
        MAILS.invitation(
            READER,
            new ClientInvitationMail(BERG, LINKS.invitation("berg-tax", TOKEN), "Returns 2025"));

    assertThat(mail.subject()).isEqualTo("Berg Tax shared “Returns 2025” with you");
    assertThat(mail.text().lines()).containsSequence("", "Shared with you: Returns 2025", "");
    assertThat(mail.html()).contains("Shared with you: <strong><bdi>Returns 2025</bdi>");
  }

  @Test
  void staffInvitation_leadsToTheStaffPages() {
    Mail mail =
        MAILS.invitation(READER, new StaffInvitationMail(BERG, LINKS.staffInvitation(TOKEN)));

    String link = "https://staff.portal.test/invitation#" + TOKEN;
    assertThat(mail.subject()).isEqualTo("Berg Tax invites you to its staff portal");
    assertThat(mail.text().lines()).contains(link);
    assertThat(mail.text()).contains("7 days", "30 minutes");
    assertThat(mail.html()).contains("href=\"" + link + "\"", ">" + link + "<");
  }

  @Test
  void verification_hasTheCodeAloneOnALine() {
    Mail mail =
        MAILS.verification(
            READER, new VerificationMail(BERG, LINKS.verification("berg-tax", TOKEN), "04711042"));

    String link = "https://portal.test/berg-tax/verify#" + TOKEN;
    assertThat(mail.subject()).isEqualTo("Verify your email address for Berg Tax");
    assertThat(mail.text().lines()).contains(link).containsOnlyOnce("04711042");
    assertThat(mail.text()).contains("30 minutes", "If you did not ask for this, ignore this mail");
    assertThat(mail.html()).contains("href=\"" + link + "\"", ">" + link + "<", ">04711042<");
    assertThat(LINKS.staffVerification(TOKEN))
        .isEqualTo("https://staff.portal.test/verify#" + TOKEN);
  }

  @Test
  void addressChanged_saysWhatHoldsUntilWhen_andWhomToContact() {
    Mail mail =
        MAILS.addressChanged(READER, new AddressChangedMail(BERG, "Carla", LINKS.site("berg-tax")));

    assertThat(mail.subject()).isEqualTo("Berg Tax has another email address for you");
    assertThat(mail.text().lines()).contains("https://portal.test/berg-tax");
    assertThat(mail.text())
        .contains("for the documents that it shares with Carla.", "contact Berg Tax at once");
    assertThat(mail.html())
        .contains("href=\"https://portal.test/berg-tax\"", "<bdi>Carla</bdi>", "Berg Tax");
  }

  @Test
  void accessEnded_saysWhoseAndWhomToAsk() {
    Mail mail = MAILS.accessEnded(READER, new AccessEndedMail(BERG, "Carla"));

    assertThat(mail.subject()).isEqualTo("Your access to the portal of Berg Tax has ended");
    assertThat(mail.text()).contains("that it shares with Carla", "ask Berg Tax");
    assertThat(mail.html()).contains("<bdi>Carla</bdi>", "<bdi>Berg Tax</bdi>");
  }

  @Test
  void aMember_isInvitedByAMailThatNamesThePortal() {
    Mail mail =
        MAILS.invitation(
            READER,
            new PortalInvitationMail(BERG, LINKS.invitation("berg-tax", TOKEN), "Family Okafor"));

    assertThat(mail.subject()).isEqualTo("Berg Tax invites you to the portal “Family Okafor”");
    assertThat(mail.text().lines())
        .contains("https://portal.test/berg-tax/invitation#" + TOKEN)
        .containsSequence("", "Your portal: Family Okafor", "");
    assertThat(mail.html()).contains("Your portal: <strong><bdi>Family Okafor</bdi>");
  }

  @Test
  void aMemberOfAPortal_isMailedWhatTheyCanNoLongerOpen() {
    assertThat(
            Arrays.stream(PortalAlertMail.Change.values())
                .map(change ->
                    MAILS.portalAlert(READER, new PortalAlertMail(BERG, "Family Okafor", change)))
                .map(Mail::subject))
        .containsExactly(
            "You can no longer open “Family Okafor”",
            "You can no longer open “Family Okafor”",
            "You see less of “Family Okafor” now");
    Mail removed =
        MAILS.portalAlert(
            READER, new PortalAlertMail(BERG, "Family Okafor", PortalAlertMail.Change.REMOVED));
    assertThat(removed.text())
        .contains("You can no longer open the portal Family Okafor of Berg Tax.", "ask Berg Tax");
    assertThat(removed.html())
        .contains("the portal <strong><bdi>Family Okafor</bdi></strong> of <bdi>Berg Tax</bdi>");
  }

  @Test
  void severalPortals_areCountedInTheSubject() {
    Mail mail =
        MAILS.digest(
            READER,
            readers(
                aboutPerson(NoticeType.PORTAL_OPENED),
                aboutPerson(NoticeType.PORTAL_ROLE_WIDENED),
                folder("Letters")));

    assertThat(mail.subject()).contains("1 new folder from ", "2 portals to open");
  }

  @Test
  void bounce_saysWhoWhereWhyAndWhatCanBeDone() {
    String link = LINKS.staffClient("f1", "c1");
    Mail mail =
        MAILS.bounce(
            READER,
            new BounceMail(
                BERG, "Colin", false, "Carla", "colin@example.com", BounceReason.BOUNCED, link));

    assertThat(mail.subject()).isEqualTo("Your invitation to Colin did not arrive");
    assertThat(mail.text().lines())
        .containsSequence(
            "colin@example.com",
            "",
            "It came back, because the mailbox does not exist or does not accept our mail.")
        .containsSequence(
            "",
            "What you can do:",
            "1. Ask the person for the right address, for example by phone.",
            "2. Enter the right address in the portal.",
            "3. Send the invitation again.",
            "",
            "Open the portal:",
            "https://staff.portal.test/firms/f1/clients/c1");
    assertThat(mail.text()).contains("You invited Colin, related to Carla, to");
    assertThat(mail.html())
        .contains("href=\"" + link + "\"", ">colin@example.com<", "<bdi>Colin</bdi>", "Carla")
        .contains(
            "It came back, because the mailbox does not exist or does not accept our mail.",
            "Send the invitation again.");
  }

  @Test
  void bounce_ofAStaffMember_saysHowToAddThemAnew() {
    for (BounceReason why : BounceReason.values()) {
      Mail mail =
          MAILS.bounce(
              READER,
              new BounceMail(BERG, "Sam", true, null, "s@example.com", why, LINKS.staff("f1")));

      assertThat(mail.text())
          .contains("You invited Sam to", "Add a new staff member with that address.");
      assertThat(mail.text()).doesNotContain("related");
      assertThat(mail.html()).doesNotContain("related");
    }
  }

  @Test
  void passwordReset_hasTheCodeAloneOnALine_andSaysWhatEnds() {
    Mail mail =
        MAILS.passwordReset(
            READER, new VerificationMail(BERG, LINKS.reset("berg-tax", TOKEN), "04711042"));

    String link = "https://portal.test/berg-tax/reset#" + TOKEN;
    assertThat(mail.subject()).isEqualTo("Set a new password for Berg Tax");
    assertThat(mail.text().lines()).contains(link).containsOnlyOnce("04711042");
    assertThat(mail.text()).contains("30 minutes", "every session", "your password stays");
    assertThat(mail.html()).contains("href=\"" + link + "\"", ">" + link + "<", ">04711042<");
    assertThat(LINKS.staffReset(TOKEN)).isEqualTo("https://staff.portal.test/reset#" + TOKEN);
  }

  @Test
  void hints_leadToTheSite_withoutAnyToken() {
    SignInHint hint = new SignInHint(BERG, LINKS.site("berg-tax"));
    Mail exists = MAILS.accountExists(READER, hint);
    Mail ready = MAILS.accessReady(READER, hint);
    Mail declined = MAILS.registrationDeclined(READER, hint);

    assertThat(exists.subject()).isEqualTo("You already have an account with Berg Tax");
    assertThat(ready.subject()).isEqualTo("Your access to Berg Tax is ready");
    assertThat(declined.subject()).isEqualTo("Your registration with Berg Tax");
    for (Mail mail : List.of(exists, ready)) {
      assertThat(mail.text().lines()).contains("https://portal.test/berg-tax");
      assertThat(mail.html()).contains("href=\"https://portal.test/berg-tax\"");
      assertThat(mail.text()).doesNotContain("#");
    }
    assertThat(declined.text()).contains("Berg Tax").doesNotContain("https://");
  }

  @Test
  void readerDigest_ofOneFolder_namesIt() {
    Mail mail = MAILS.digest(READER, readers(folder("Returns 2025")));

    assertThat(mail.subject()).isEqualTo("Berg Tax shared “Returns 2025” with you");
    assertThat(mail.text().lines())
        .containsSequence(
            "",
            "Returns 2025",
            "Folder shared with you",
            "by Anna Berg, 1 March 2026, 10:05",
            "https://portal.test/berg-tax/clients/c1/folders/d1")
        .contains("Times are given in Berlin time.")
        .doesNotContain("== Carla ==");
    assertThat(mail.html())
        .contains("href=\"https://portal.test/berg-tax/clients/c1/folders/d1\"")
        .contains("<bdi>Returns 2025</bdi>", "<bdi>Anna Berg</bdi>, 1 March 2026, 10:05");
  }

  @Test
  void readerDigest_ofOneAddedDocument_namesItAndItsFolder() {
    Mail mail = MAILS.digest(READER, readers(added("Invoice.pdf")));

    assertThat(mail.subject()).isEqualTo("Berg Tax added “Invoice.pdf” to “Returns 2025”");
    assertThat(mail.text().lines())
        .containsSequence(
            "Invoice.pdf",
            "Document added to the folder Returns 2025",
            "by Anna Berg, 1 March 2026, 10:05",
            "https://portal.test/berg-tax/clients/c1/folders/d1/documents/i1");
    assertThat(mail.html()).contains("Document added to the folder <bdi>Returns 2025</bdi>");
  }

  @Test
  void readerDigest_ofSeveral_countsThem() {
    assertThat(MAILS.digest(READER, readers(added("a"), added("b"))).subject())
        .isEqualTo("2 new documents from Berg Tax");
    assertThat(MAILS.digest(READER, readers(folder("a"), folder("b"))).subject())
        .isEqualTo("2 new folders from Berg Tax");
    assertThat(MAILS.digest(READER, readers(folder("a"), added("b"))).subject())
        .isEqualTo("2 new folders and documents from Berg Tax");
    assertThat(MAILS.digest(READER, readers(note("a"), note("b"))).subject())
        .isEqualTo("2 new notes from Berg Tax");
    assertThat(MAILS.digest(READER, readers(note("a"), added("b"))).subject())
        .isEqualTo("2 new documents and notes from Berg Tax");
    assertThat(MAILS.digest(READER, readers(note("a"), folder("b"), added("c"))).subject())
        .isEqualTo("3 new items from Berg Tax");
  }

  @Test
  void readerDigest_ofOneNote_namesItByItsTitle() {
    Mail mail = MAILS.digest(READER, readers(note("Call of Monday")));

    assertThat(mail.subject()).isEqualTo("Berg Tax shared “Call of Monday” with you");
    assertThat(mail.text().lines())
        .containsSequence(
            "Call of Monday", "Note shared with you", "by Anna Berg, 1 March 2026, 10:05");
  }

  @Test
  void staffDigest_groupsByClient() {
    Mail mail =
        MAILS.digest(
            READER,
            staff(
                new ClientNews("Carla", List.of(uploaded("a.pdf", "Carla"))),
                new ClientNews("Dora", List.of(uploaded("b.pdf", "Emil")))));

    assertThat(mail.subject()).isEqualTo("2 new documents from 2 clients");
    assertThat(mail.text().lines())
        .containsSubsequence(
            "== Carla ==",
            "a.pdf",
            "Document uploaded to the folder Client Uploads",
            "by Carla, 1 March 2026, 10:05",
            "https://staff.portal.test/firms/f1/clients/c1/folders/d1/documents/i1",
            "== Dora ==",
            "b.pdf",
            "by Emil, 1 March 2026, 10:05");
    assertThat(mail.html()).containsSubsequence("Carla", "a.pdf", "Dora", "b.pdf");
  }

  @Test
  void staffDigest_ofOne_namesItWhoAndForWhom() {
    Line byClient = uploaded("a.pdf", "Carla");
    assertThat(MAILS.digest(READER, staff(new ClientNews("Carla", List.of(byClient)))).subject())
        .isEqualTo("Carla uploaded “a.pdf”");
    assertThat(MAILS.digest(READER, staff(new ClientNews("Dora", List.of(byClient)))).subject())
        .isEqualTo("Carla uploaded “a.pdf” for Dora");
    assertThat(
            MAILS
                .digest(READER, staff(new ClientNews("Dora", List.of(byClient, byClient))))
                .subject())
        .isEqualTo("2 new documents from Dora");
  }

  @ParameterizedTest
  @EnumSource(RejectionCode.class)
  void rejectedFile_isNamedWithTheReason_toItsUploaderAndToStaff(RejectionCode why) {
    Line line = rejected("a.pdf", "Carla", why);
    Mail toUploader = MAILS.digest(READER, readers(line));
    Mail toStaff = MAILS.digest(READER, staff(new ClientNews("Dora", List.of(line))));

    assertThat(toUploader.subject()).isEqualTo("Your file “a.pdf” was not accepted");
    assertThat(toStaff.subject()).isEqualTo("“a.pdf” from Carla for Dora was not accepted");
    assertThat(toUploader.text().lines()).contains("Your file was not accepted");
    assertThat(toStaff.text().lines()).contains("A file was not accepted");
    for (Mail mail : List.of(toUploader, toStaff)) {
      assertThat(mail.text().lines())
          .containsSequence(
              "a.pdf",
              "File not accepted in the folder Client Uploads",
              ENGLISH.why(why),
              "by Carla, 1 March 2026, 10:05");
      assertThat(mail.html()).contains(ENGLISH.why(why));
    }
  }

  @Test
  void withdrawnDocument_isNamedToStaff() {
    Mail mail =
        MAILS.digest(READER, staff(new ClientNews("Carla", List.of(withdrawn("a.pdf", "Carla")))));

    assertThat(mail.subject()).isEqualTo("Carla withdrew “a.pdf”");
    assertThat(mail.text().lines())
        .contains("A document was withdrawn")
        .containsSequence(
            "a.pdf",
            "Document withdrawn by its uploader and moved to the archive of the folder"
                + " Client Uploads");
  }

  @Test
  void digest_countsWhatIsNew_andWhatWasNotAcceptedOrWithdrawnApart() {
    Line rejected = rejected("a.pdf", "Carla", RejectionCode.CONTENT_MISMATCH);
    Line withdrawn = withdrawn("b.pdf", "Carla");
    Line uploaded = uploaded("c.pdf", "Carla");

    Mail mixed =
        MAILS.digest(
            READER,
            staff(new ClientNews("Carla", List.of(uploaded, rejected, withdrawn, withdrawn))));
    assertThat(mixed.subject())
        .isEqualTo("1 new document from Carla, 1 file not accepted, 2 documents withdrawn");
    assertThat(mixed.text().lines()).contains("News from your clients");
    Mail reader = MAILS.digest(READER, readers(rejected, rejected));
    assertThat(reader.subject()).isEqualTo("2 files not accepted");
    assertThat(reader.text().lines()).contains("News from your portal");
    assertThat(MAILS.digest(READER, readers(folder("a"), rejected)).subject())
        .isEqualTo("1 new folder from Berg Tax, 1 file not accepted");
  }

  @Test
  void contactDigest_namesTheClient() {
    DigestMail digest = readers(folder("Returns 2025"));
    Mail mail =
        MAILS.digest(
            READER,
            new DigestMail(Addressee.CONTACT, BERG, BERLIN, digest.home(), digest.clients()));

    assertThat(mail.text().lines()).contains("== Carla ==");
    assertThat(mail.html()).contains("<bdi>Carla</bdi>");
  }

  @Test
  void longDigest_listsTheFirstAndCountsTheRest() {
    Line line = added("a.pdf");
    DigestMail digest =
        staff(
            new ClientNews("Carla", Collections.nCopies(49, line)),
            new ClientNews("Dora", Collections.nCopies(3, line)),
            new ClientNews("Emil", List.of(line)));
    Mail mail = MAILS.digest(READER, digest);

    assertThat(mail.subject()).isEqualTo("53 new documents from 3 clients");
    assertThat(mail.text().lines().filter("a.pdf"::equals)).hasSize(Mails.MOST_LINES);
    assertThat(mail.text().lines())
        .contains("53 new documents from your clients", "== Dora ==")
        .doesNotContain("== Emil ==")
        .containsSequence("And 3 more:", digest.home());
    assertThat(mail.html()).contains("And 3 more").hasSizeLessThan(100_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REGISTRATION_COMPLETED  | Rosa registered and has an account now
          REGISTRATION_RECEIVED   | Rosa registered and waits for you
          ADMINISTRATOR_APPOINTED | Rosa was appointed as an administrator of Berg Tax
          SECOND_FACTOR_RESET     | The second factor of Rosa was reset
          """)
  void whatConcernsPeople_isNotCalledADocument(NoticeType what, String subject) {
    Line line = new Line(what, "Rosa", null, null, Author.PORTAL, AT, LINKS.staff("f1"));
    ClientNews news = new ClientNews("Berg Tax", List.of(line));

    Mail one = MAILS.digest(READER, staff(news));
    assertThat(one.subject()).isEqualTo(subject);
    assertThat(one.text().lines()).contains("New in your firm", "Rosa", LINKS.staff("f1"));
    Mail two =
        MAILS.digest(READER, staff(news, new ClientNews("Carla", List.of(uploaded("a", "b")))));
    assertThat(two.subject()).isEqualTo("1 new document from Carla, 1 notice about accounts");
    assertThat(two.text()).contains("News from your clients");
  }

  @Test
  void whoTakesOver_isWrittenToAboutTheColleague() {
    Line line =
        new Line(
            NoticeType.HANDED_OVER,
            "Rosa",
            null,
            null,
            Author.person("Ada"),
            AT,
            LINKS.staff("f1"));
    ClientNews news = new ClientNews("Berg Tax", List.of(line));

    Mail one = MAILS.digest(READER, staff(news));
    assertThat(one.subject()).isEqualTo("You have taken over from Rosa");
    assertThat(one.text().lines()).contains("New in your firm", "Rosa", LINKS.staff("f1"));
    Mail two =
        MAILS.digest(READER, staff(news, new ClientNews("Carla", List.of(uploaded("a", "b")))));
    assertThat(two.subject()).isEqualTo("1 new document from Carla, 1 hand-over");
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void hostileNames_areEscapedInHtml_andPlainInText(Mail mail) {
    assertThat(mail.html())
        .contains("&lt;script&gt;alert(\"x\")&lt;/script&gt; &amp; 'Söhne'")
        .doesNotContain("<script");
    assertThat(mail.text()).contains(HOSTILE);
    assertThat(mail.subject()).contains("<script>");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLogo_isTheOnePictureOfAMail_inItsSize_onWhite_aboveTheName(Language language) {
    String url = "https://api.test/v1/sites/berg-tax/logo/v1?a=1&b=2";
    Letterhead berg = new Letterhead("Berg & Söhne", Letterhead.Logo.fitted(url, 1000, 250));
    Mail mail = Mails.in(language).accessEnded(READER, new AccessEndedMail(berg, "Carla"));

    assertThat(mail.html())
        .containsOnlyOnce("<img")
        .contains("src=\"https://api.test/v1/sites/berg-tax/logo/v1?a=1&amp;b=2\"")
        .contains("width=\"220\" height=\"55\" alt=\"Logo\"")
        .containsPattern("<td bgcolor=\"#ffffff\"[^>]*background-color:#ffffff[^>]*><img")
        .containsSubsequence("<img", "<bdi>Berg &amp; Söhne</bdi></p>", "<h1");
    assertThat(mail.text()).doesNotContain("Logo", "api.test").contains("Berg & Söhne");
    assertThat(mail.subject()).contains("Berg & Söhne");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 250, 220, 55",
    "1000, 1000, 64, 64",
    "120, 40, 120, 40",
    "16, 16, 16, 16",
    "10, 4000, 1, 64",
    "1000, 1, 220, 1",
  })
  void aLogo_isMadeSmaller_neverLarger(int width, int height, int shownWidth, int shownHeight) {
    assertThat(Letterhead.Logo.fitted("u", width, height))
        .isEqualTo(new Letterhead.Logo("u", shownWidth, shownHeight));
  }

  @Test
  void aLongName_mayBreakAnywhere() {
    String name = "Steuerberatungsgesellschaft".repeat(4);
    Mail mail = MAILS.accessEnded(READER, new AccessEndedMail(Letterhead.of(name), "Carla"));

    assertThat(mail.html())
        .contains("<bdi>" + name + "</bdi></p>", "a, .wrap { overflow-wrap: anywhere");
    assertThat(mail.text()).contains("Sent by the client portal of " + name);
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void withoutLogo_noMailLoadsAnythingFromOutside(Mail mail) {
    assertThat(mail.html())
        .doesNotContain("<img", "src=", "url(", "<link", "@import", "@template", "@if", "${");
    assertThat(mail.html()).contains("lang=\"en\"", "color-scheme", "prefers-color-scheme: dark");
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void textAndHtml_haveTheSameFooterAndTheSameLinks(Mail mail) {
    assertThat(mail.text().lines()).endsWith("", footer(mail.html()));
    assertThat(links("\\bhttps?:\\S+", mail.text()))
        .isEqualTo(links("(?<=href=\")[^\"]+", mail.html()));
  }

  @ParameterizedTest
  @MethodSource("everyMail")
  void everyMail_greetsItsReader(Mail mail) {
    assertThat(mail.text()).startsWith("Hello " + HOSTILE + ",\n\n");
    assertThat(mail.html())
        .containsPattern("</h1>\n<p [^>]*>Hello <bdi>&lt;script&gt;.*</bdi>,</p>");
  }

  @Test
  void somebodyWhoIsNotKnown_isGreetedWithoutAName() {
    Mail mail =
        MAILS.verification(
            Reader.UNKNOWN,
            new VerificationMail(BERG, LINKS.verification("berg-tax", TOKEN), "12345678"));

    assertThat(mail.text()).startsWith("Hello,\n\n");
    assertThat(mail.html()).contains(">Hello,</p>");
  }

  @Test
  void aNameOnSeveralLines_orFromRightToLeft_disturbsNothing() {
    AccessEndedMail end = new AccessEndedMail(BERG, "Carla");

    assertThat(MAILS.accessEnded(new Reader("a\nb"), end).text()).startsWith("Hello a b,\n\n");
    assertThat(MAILS.accessEnded(new Reader(ARABIC), end).text())
        .startsWith("Hello \u2068" + ARABIC + "\u2069,\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Berlin time, Berliner Zeit",
    "Europe/Vienna, Vienna time, Wiener Zeit",
    "Europe/Zurich, Zurich time, Zürcher Zeit",
    "America/Argentina/Buenos_Aires, Buenos Aires time, der Ortszeit von Buenos Aires",
    "UTC, Coordinated Universal Time (UTC), koordinierter Weltzeit (UTC)",
    "Etc/UTC, Coordinated Universal Time (UTC), koordinierter Weltzeit (UTC)",
    "Z, Coordinated Universal Time (UTC), koordinierter Weltzeit (UTC)",
    "Etc/GMT-3, the time zone Etc/GMT-3, der Zeitzone Etc/GMT-3",
    "CET, the time zone CET, der Zeitzone CET",
  })
  void timeZones_areNamedInWords(String id, String english, String german) {
    assertThat(ENGLISH.times(ZoneId.of(id))).isEqualTo("Times are given in " + english + ".");
    assertThat(Wording.of(Language.GERMAN).times(ZoneId.of(id)))
        .isEqualTo("Alle Zeiten in " + german + ".");
  }

  /** Returns the text of the last cell, which the layout keeps for the footer. */
  private static String footer(String html) {
    return html.substring(
            html.lastIndexOf("<td"), html.lastIndexOf("</td>\n</tr>\n</table>\n</td>"))
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** Returns the links in order, each once: the HTML repeats the link of a button as text. */
  private static List<String> links(String link, String text) {
    return Pattern.compile(link)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private static Stream<Mail> everyMail() {
    return everyMail(Language.ENGLISH);
  }

  /** Calls every method of {@link Mails} with each argument that it takes. */
  static Stream<Mail> everyMail(Language language) {
    ClientNews upload = new ClientNews(HOSTILE, List.of(uploaded(HOSTILE, HOSTILE)));
    ClientNews uploads =
        new ClientNews(HOSTILE, Collections.nCopies(60, uploaded(HOSTILE, "Emil")));
    List<Object> arguments =
        Stream.<Stream<?>>of(
                Stream.of(
                    new ClientInvitationMail(FROM_HOSTILE, LINKS.invitation("s", TOKEN), HOSTILE),
                    new ClientInvitationMail(FROM_HOSTILE, LINKS.invitation("s", TOKEN), null),
                    new StaffInvitationMail(FROM_HOSTILE, LINKS.staffInvitation(TOKEN)),
                    new VerificationMail(FROM_HOSTILE, LINKS.verification("s", TOKEN), "12345678"),
                    new AddressChangedMail(FROM_HOSTILE, HOSTILE, LINKS.site("s")),
                    new AddressChangedMail(FROM_HOSTILE, null, LINKS.site("s")),
                    new AccessEndedMail(FROM_HOSTILE, HOSTILE),
                    new AccessEndedMail(FROM_HOSTILE, null),
                    new PortalInvitationMail(FROM_HOSTILE, LINKS.invitation("s", TOKEN), HOSTILE),
                    new PortalInvitationMail(FROM_HOSTILE, LINKS.invitation("s", TOKEN), null),
                    new SignInHint(FROM_HOSTILE, LINKS.site("s")),
                    readers(folder(HOSTILE)),
                    readers(added(HOSTILE)),
                    readers(folder(HOSTILE), added(HOSTILE)),
                    readers(folder(HOSTILE), rejected(HOSTILE, HOSTILE, RejectionCode.SCAN_FAILED)),
                    staff(new ClientNews(HOSTILE, List.of(withdrawn(HOSTILE, HOSTILE)))),
                    staff(upload),
                    staff(uploads)),
                Arrays.stream(SignInChangedMail.Change.values())
                    .map(change -> new SignInChangedMail(FROM_HOSTILE, change, LINKS.site("s"))),
                Arrays.stream(PortalAlertMail.Change.values())
                    .map(change -> new PortalAlertMail(FROM_HOSTILE, HOSTILE, change)),
                Arrays.stream(NoticeType.values())
                    .filter(NoticeType::isOfPortal)
                    .map(what -> readers(aboutPerson(what))),
                Arrays.stream(BounceReason.values())
                    .flatMap(
                        why -> Stream.of(bounce(true, null, why), bounce(false, HOSTILE, why))),
                Arrays.stream(RejectionCode.values())
                    .map(why -> readers(rejected(HOSTILE, HOSTILE, why))),
                Arrays.stream(NoticeType.values())
                    .filter(type -> type.isAboutAccounts() || type == NoticeType.HANDED_OVER)
                    .map(what -> staff(new ClientNews(HOSTILE, List.of(aboutPerson(what))))),
                RequestMailsTest.lines(HOSTILE).stream()
                    .map(line ->
                        RequestMailsTest.isForStaff(line)
                            ? staff(new ClientNews(HOSTILE, List.of(line)))
                            : readers(line)),
                RequestMailsTest.invitations(HOSTILE))
            .<Object>flatMap(some -> some)
            .toList();
    return Arrays.stream(Mails.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getReturnType().equals(Mail.class))
        .flatMap(method -> mailsOf(method, Mails.in(language), arguments));
  }

  private static Stream<Mail> mailsOf(Method method, Mails mails, List<Object> arguments) {
    List<Object> taken =
        arguments.stream().filter(method.getParameterTypes()[1]::isInstance).toList();
    assertThat(taken).as("arguments of %s", method).isNotEmpty();
    return taken.stream().map(argument -> call(method, mails, argument));
  }

  private static Mail call(Method method, Mails mails, Object argument) {
    try {
      return (Mail) method.invoke(mails, new Reader(HOSTILE), argument);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void rightToLeftNames_areIsolated() {
    Mail mail = MAILS.digest(READER, readers(folder(ARABIC)));

    assertThat(mail.subject()).contains("“\u2068" + ARABIC + "\u2069”");
    assertThat(mail.text().lines()).contains('\u2068' + ARABIC + '\u2069');
    assertThat(mail.html()).contains("<bdi>" + ARABIC + "</bdi>");
  }

  @Test
  void subject_isOneLineAndShort() {
    String clef = "\uD834\uDD1E";
    Mail mail = MAILS.digest(READER, readers(added(clef.repeat(200)), added("b"), added("c")));
    assertThat(mail.subject()).isEqualTo("3 new documents from Berg Tax");

    Mail one = MAILS.digest(READER, readers(added(clef.repeat(200))));
    assertThat(one.subject())
        .isEqualTo("Berg Tax added “" + clef.repeat(59) + "…” to “Returns 2025”");
    assertThat(MailText.subject(clef.repeat(151))).isEqualTo(clef.repeat(149) + "…");
    assertThat(MailText.subject(clef.repeat(150))).isEqualTo(clef.repeat(150));
    assertThat(MailText.subject("a\r\nBcc: b\u2028c\u0085d")).isEqualTo("a  Bcc: b c d");
  }

  private static DigestMail readers(Line... lines) {
    return new DigestMail(
        Addressee.CLIENT,
        Letterhead.of(firmOf(lines[0])),
        BERLIN,
        LINKS.site("berg-tax"),
        List.of(new ClientNews("Carla", List.of(lines))));
  }

  private static DigestMail staff(ClientNews... clients) {
    String firm = firmOf(clients[0].lines().getFirst());
    return new DigestMail(
        Addressee.STAFF, Letterhead.of(firm), BERLIN, LINKS.staffUrl(), List.of(clients));
  }

  private static String firmOf(Line line) {
    return line.itemName().equals(HOSTILE) ? HOSTILE : "Berg Tax";
  }

  private static Line aboutPerson(NoticeType what) {
    return new Line(what, HOSTILE, null, null, Author.PORTAL, AT, LINKS.staff("f1"));
  }

  private static BounceMail bounce(boolean staff, @Nullable String client, BounceReason why) {
    return new BounceMail(
        FROM_HOSTILE, HOSTILE, staff, client, "a@b.example", why, LINKS.staff("f"));
  }

  private static Line folder(String name) {
    String link = LINKS.folder("berg-tax", "c1", "d1");
    return new Line(
        NoticeType.FOLDER_SHARED, name, null, null, Author.person("Anna Berg"), AT, link);
  }

  private static Line note(String title) {
    String link = LINKS.note("berg-tax", "c1", "n1");
    return new Line(
        NoticeType.NOTE_SHARED, title, null, null, Author.person("Anna Berg"), AT, link);
  }

  private static Line added(String name) {
    String link = LINKS.document("berg-tax", "c1", "d1", "i1");
    return new Line(
        NoticeType.DOCUMENT_ADDED,
        "Returns 2025",
        name,
        null,
        Author.person("Anna Berg"),
        AT,
        link);
  }

  private static Line uploaded(String name, String by) {
    String link = LINKS.staffDocument("f1", "c1", "d1", "i1");
    return new Line(
        NoticeType.DOCUMENT_UPLOADED, "Client Uploads", name, null, Author.person(by), AT, link);
  }

  private static Line rejected(String name, String by, RejectionCode why) {
    String link = LINKS.document("berg-tax", "c1", "d1", "i1");
    return new Line(
        NoticeType.UPLOAD_REJECTED, "Client Uploads", name, why, Author.person(by), AT, link);
  }

  private static Line withdrawn(String name, String by) {
    String link = LINKS.staffDocument("f1", "c1", "d1", "i1");
    return new Line(
        NoticeType.DOCUMENT_WITHDRAWN, "Client Uploads", name, null, Author.person(by), AT, link);
  }
}
