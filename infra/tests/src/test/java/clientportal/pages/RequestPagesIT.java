package clientportal.pages;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages on which staff ask for something, and on which it is given, of both sides. */
@InBrowsers
class RequestPagesIT {
  private static final String DUE = "2096-03-14";

  @TempDir private Path files;

  @Test
  void whatStaffAskFor_isGiven_sentBackInPart_givenAgain_andAccepted() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client client = rosa.client();
    File.pdf("Cover.pdf")
        .upload(
            office.administrator(), client.path() + "/folders/" + client.folder("Sent by mail"));
    Window staff = Browsers.open("Ada");
    Window portal = Browsers.open("Rosa");

    People.signIn(
        staff,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    staff.link("Requests");
    staff.seesHeading("No requests");
    staff.judge("staff-no-requests");
    staff.button("New request");
    staff.button("Create request");
    staff.sees("Please enter a name.");
    staff.fill("Name of the request", "Mortgage");
    staff.set("Due (optional)", DUE);
    staff.judge("staff-new-request");
    staff.button("Create request");
    staff.seesHeading("Nothing is asked for yet");
    staff.judge("staff-empty-request");
    staff.link("Ask for something");
    staff.button("Ask for it");
    staff.sees("Please enter a name.");
    staff.fill("Name of item 1", "Own house");
    staff.choose("Kind of item 1", "Yes or no");
    staff.button("Add an item");
    staff.fill("Name of item 2", "Deeds");
    staff.fill("Description (optional) of item 2", "All pages, also those that are blank.");
    staff.choose("Files of item 2", "PDF or pictures");
    staff.choose("Asked of item 2", "Only if “Own house” is “Yes”");
    staff.button("Add an item");
    staff.fill("Name of item 3", "What else we should know");
    staff.choose("Kind of item 3", "Text");
    staff.tick("Required of item 3");
    staff.judge("staff-ask");
    staff.button("Ask for it");
    staff.seesHeading("Asked for");
    staff.seesIn("Deeds", "Not asked yet");
    staff.judge("staff-request");

    People.signIn(portal, People.portal() + "/" + office.slug(), rosa.person().email());
    portal.seesHeading("What is asked of you");
    portal.seesIn("Mortgage", "2 things to send");
    portal.judge("portal-asked");
    portal.link("Mortgage");
    portal.seesHeading("Please send us");
    portal.sees("You can send something as soon as");
    assertThat(portal.text()).doesNotContain("Deeds");
    portal.judge("portal-request");
    portal.tick("Yes");
    portal.seesHeading("Deeds");
    portal.hears("Saved.");
    portal.fill("Your answer: What else we should know", "We move\nin May.");
    portal.seesIn("What else we should know", "Ready to send");
    portal.give("Choose files: Deeds", Files.writeString(files.resolve("Deeds.txt"), "deeds"));
    portal.seesIn("Deeds.txt", "Files of this type are not asked for here.");
    portal.button("Cancel: Deeds.txt");
    portal.give("Choose files: Deeds", pdf("Deeds.pdf"), pdf("Map.pdf"));
    portal.seesIn("Deeds.pdf", "from Rosa Lindqvist");
    portal.seesIn("Map.pdf", "from Rosa Lindqvist");
    portal.judge("portal-request-ready");
    portal.button("Take it out: Map.pdf");
    portal.judge("portal-take-out");
    portal.button("Take it out");
    portal.hears("Map.pdf no longer belongs to this.");
    portal.seesNoMore("Map.pdf");
    portal.button("Send all 3 that are ready");
    portal.sees("It is sent. You hear from " + office.name() + " if something is missing.");
    portal.waitsFor(
        "the focus on the heading", "return document.activeElement.textContent === 'Mortgage'");
    portal.judge("portal-request-sent");

    staff.reload();
    staff.seesHeading("To look at");
    staff.seesIn("What else we should know", "We move");
    staff.seesIn("Deeds.pdf", "from Rosa Lindqvist");
    staff.judge("staff-request-review");
    staff.button("Accept: Own house");
    staff.sees("It is accepted.");
    staff.button("Send it back: Deeds");
    staff.button("Send it back");
    staff.sees("Please write what they should do.");
    staff.tick("Only the rest");
    staff.tick("Deeds.pdf");
    staff.choose("What is wrong", "Something is missing");
    staff.fill("What they should do", "The second page is missing.");
    staff.judge("staff-send-back");
    staff.button("Send it back");
    staff.sees("It is sent back, with your reason.");
    staff.seesIn("Deeds.pdf", "kept");
    staff.click("button", "What happened before: Deeds");
    staff.sees("Something is missing: The second page is missing.");
    staff.judge("staff-request-sent-back");

    portal.reload();
    portal.sees(office.name() + " keeps a part and asks for the rest.");
    portal.sees("The second page is missing.");
    portal.judge("portal-request-sent-back");
    portal.give("Choose files: Deeds", pdf("Second page.pdf"));
    portal.seesIn("Second page.pdf", "from Rosa Lindqvist");
    portal.button("Send this alone: Deeds");
    portal.sees("It is sent.");

    staff.reload();
    staff.click("button", "Upload on their behalf: Deeds");
    staff.give("Choose files: Deeds", pdf("By mail.pdf"));
    staff.seesIn("By mail.pdf", "from Ada Admin");
    staff.button("Use a document that is here: Deeds");
    staff.choose("Folder", "Client Uploads");
    staff.button("Next");
    staff.sees("There is no document in this folder.");
    staff.choose("Folder", "Sent by mail");
    staff.button("Next");
    staff.choose("Document", "Cover.pdf");
    staff.judge("staff-attach");
    staff.button("Use it");
    staff.seesIn("Cover.pdf", "from Ada Admin");
    staff.judge("staff-request-on-behalf");
    staff.button("Accept all 2");
    staff.sees("All 2 are accepted.");
    staff.seesIn("Second page.pdf", "accepted");
    staff.judge("staff-request-done");
    JsonNode items =
        office.administrator().get(client.path() + "/engagements").at("items/0/progress");
    assertThat(items.path("percent").asInt()).isEqualTo(100);
    staff.link("Requests");
    staff.seesIn("Mortgage", "2 of 2 done");
    staff.judge("staff-requests");

    portal.reload();
    portal.seesHeading("Done");
    portal.judge("portal-request-done");
    portal.link("Documents");
    portal.seesHeading("Documents");
    assertThat(portal.text()).doesNotContain("What is asked of you");
    portal.link("Archive");
    portal.link("What you were asked for, and is done");
    portal.seesIn("Mortgage", "All done");
    portal.judge("portal-requests-done");
    portal.link("Mortgage");
    portal.seesIn("What else we should know", "We move");
  }

  @Test
  void theItemsOfAChecklist_arePreparedForAContact_andSentByWhoMay() {
    Office office = Office.open();
    Office.Member sam = office.member("Sam Staff", false);
    Office.Client client = office.client("Rosa Lindqvist");
    client.contact("Karl Lindqvist", true);
    checklist(office);
    Engagement engagement = Engagement.begin(client, "Books of 2026");
    engagement.ask(Engagement.items("text", "Number of your office"));
    Year year = Year.now(ZoneId.systemDefault()).plusYears(1);
    Window window = Browsers.open("Sam");
    String page = staffPage(engagement);

    People.signIn(window, page, sam.person().email());
    window.link("Ask for something");
    window.button("Prepare it");
    window.sees("Please choose a checklist, or add an item.");
    window.choose("Checklist", "Bookkeeping");
    window.sees("Statement of account");
    window.choose("Length", "Quarter");
    window.choose("Last", "quarter 2 of " + year);
    window.choose("First", "quarter 1 of " + year);
    window.choose("Who is asked", "Karl Lindqvist");
    window.judge("staff-ask-by-checklist");
    window.button("Prepare it");
    window.seesHeading("Prepared, not sent");
    window.seesIn("Statement of account, quarter 2", "asked of Karl Lindqvist");
    assertThat(window.text()).doesNotContain("Send all 3");
    window.judge("staff-drafts");
    window.button("Remove: Statement of account, quarter 2");
    window.sees("quarter 2 of " + year + "” is removed.");

    window = Browsers.open("Ada");
    People.signIn(window, page, office.administrator().email());
    window.sees("Rosa Lindqvist cannot be notified");
    window.button("Send all 2");
    window.seesNoMore("Prepared, not sent");
    assertThat(Shares.texts(office.administrator().get(engagement.path()).at("items"), "status"))
        .containsOnly("open")
        .hasSize(3);
    window.button("Ask no more for it: Number of your office");
    window.judge("staff-stop");
    window.button("Ask no more for it");
    window.sees("“Number of your office” is no longer asked for.");
    window.seesIn("Number of your office", "Cancelled");
    window.judge("staff-sent-drafts");
    window.button("Ask for it again: Number of your office");
    window.fill("What they should do", "We need it after all.");
    window.judge("staff-reopen");
    window.button("Ask for it again");
    window.sees("“Number of your office” is asked for again.");
    window.seesIn("Number of your office", "Waiting");
  }

  @Test
  void everyKindOfQuestion_isAnsweredInGerman_andTakenBack() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.begin(rosa.client(), "Steuererklärung 2026");
    ObjectNode body = Engagement.items("date", "Tag des Umzugs");
    body.withArray("items")
        .addObject()
        .put("name", "Wohnung")
        .put("kind", "choice")
        .putArray("choices")
        .add("Eigene")
        .add("Gemietet");
    List<String> items = engagement.ask(body);
    Window window = Browsers.open("Rosa", "de-DE");

    window.open(portalPage(engagement));
    window.fill("E-Mail-Adresse", rosa.person().email());
    window.button("Code per E-Mail senden");
    window.seesHeading("Sehen Sie in Ihre E-Mails");
    window.fill("Code aus der E-Mail", Portal.newestCode(rosa.person().email()));
    window.button("Anmelden");
    window.seesHeading("Bitte schicken Sie uns");
    window.set("Ihre Antwort: Tag des Umzugs", "2026-05-01");
    window.seesIn("Tag des Umzugs", "Bereit zum Schicken");
    window.tick("Gemietet");
    window.sees("Alles, was gebraucht wird, ist da.");
    window.judge("portal-request-german");
    window.button("Antwort zurücknehmen: Wohnung");
    window.sees("Eines fehlt noch.");
    JsonNode asked = rosa.person().get(engagement.path()).at("items");
    assertThat(asked.at("/0/answer").asText()).isEqualTo("2026-05-01");
    assertThat(asked.at("/1").has("answer")).isFalse();
    rosa.person()
        .post(engagement.path() + "/submissions", Engagement.naming(items.getFirst()))
        .is(200);
    window.tick("Eigene");
    window.button("Was bereit ist, schicken");
    window.seesIn("Wohnung", "Geschickt");
    window.seesIn("Tag des Umzugs", "Geschickt");
  }

  @Test
  void whatDoesNotApply_isSaid_takenBack_saidAgain_andConfirmed() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    engagement.ask(Engagement.items("document", "Deeds"));
    Window portal = Browsers.open("Rosa");
    Window staff = Browsers.open("Ada");

    People.signIn(portal, portalPage(engagement), rosa.person().email());
    portal.button("This does not apply to me: Deeds");
    portal.button("Say so");
    portal.sees("Please write why.");
    portal.fill("Why", "We rent our home.");
    portal.judge("portal-not-applicable");
    portal.button("Say so");
    portal.sees("It is noted.");
    portal.seesIn("Deeds", "We rent our home.");
    portal.judge("portal-does-not-apply");
    portal.button("Take it back: Deeds");
    portal.sees("You have taken it back");
    portal.seesHeading("Please send us");
    portal.button("This does not apply to me: Deeds");
    portal.fill("Why", "We rent our home.");
    portal.button("Say so");
    portal.seesHeading("Sent: ");

    People.signIn(staff, staffPage(engagement), office.administrator().email());
    staff.sees("Rosa Lindqvist does not have it:");
    staff.judge("staff-does-not-apply");
    staff.button("Accept: Deeds");
    staff.seesHeading("Done");
    portal.reload();
    portal.seesHeading("Done");
    assertThat(portal.text()).doesNotContain("Take it back");
  }

  @Test
  void aRequest_isCompletedWithWhatIsLeft_openedAgain_andCancelled() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    engagement.ask(Engagement.items("text", "Purpose", "Bank"));
    Window staff = Browsers.open("Ada");
    Window portal = Browsers.open("Rosa");

    People.signIn(staff, staffPage(engagement), office.administrator().email());
    staff.button("Complete");
    staff.sees("2 things are not done.");
    staff.judge("staff-complete");
    staff.button("Complete");
    staff.sees("It is completed.");
    assertThat(staff.text()).doesNotContain("Ask for something");
    staff.judge("staff-completed");
    People.signIn(portal, portalPage(engagement), rosa.person().email());
    portal.sees("This is closed. Nothing more is needed from you.");
    portal.judge("portal-completed");
    staff.button("Reopen");
    staff.sees("It is open again.");
    staff.seesIn("Purpose", "Cancelled");
    portal.reload();
    portal.seesIn("Purpose", "No longer needed");
    assertThat(portal.text()).doesNotContain("This is closed.");
    staff.button("Ask for it again: Purpose");
    staff.fill("What they should do", "The bank asks for it.");
    staff.button("Ask for it again");
    staff.seesIn("Purpose", "Waiting");
    portal.reload();
    portal.sees("The bank asks for it.");
    staff.button("Cancel it");
    staff.judge("staff-cancel");
    staff.button("Cancel it");
    staff.sees("It is cancelled.");
    portal.reload();
    portal.sees("This is closed.");
    assertThat(office.administrator().get(engagement.path()).text("status")).isEqualTo("cancelled");
  }

  @Test
  void whatHasEnded_isExported_toReadAndAsData() throws IOException {
    Office office = Office.open();
    Engagement engagement = Engagement.begin(office.client("Rosa Lindqvist"), "Books of 2026");
    engagement.ask("Ledger");
    Window window = Browsers.open("Ada");
    People.signIn(
        window,
        People.staff() + engagement.path().substring("/v1".length()),
        office.administrator().email());
    window.seesHeading("Asked for");
    assertThat(window.text()).doesNotContain("Export");
    office
        .administrator()
        .put(engagement.path() + "/status", json().put("status", "cancelled"))
        .is(200);

    window.reload();
    window.seesIn("Ledger", "Cancelled");
    window.judge("staff-request-ended");
    Path pdf = window.downloads(files, "Books of 2026.pdf", () -> window.button("Export (PDF)"));
    Path data = window.downloads(files, "Books of 2026.json", () -> window.button("Export (JSON)"));

    assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    assertThat(Files.readString(data)).contains("\"status\":\"cancelled\"", "Ledger");
  }

  @Test
  void aRequest_andWhatIsAskedForInIt_areChanged() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    rosa.client().contact("Karl Lindqvist", true);
    Engagement engagement = Engagement.withReminders(rosa.client(), "Mortgage");
    List<String> items = engagement.ask(Engagement.items("document", "Deeds", "Payslips"));
    Window staff = Browsers.open("Ada");

    People.signIn(staff, staffPage(engagement), office.administrator().email());
    staff.button("Change");
    staff.fill("Name of the request", " ");
    staff.tick("Its own");
    staff.fill("Days between reminders", "0");
    staff.fill("Days before the due date", "a week");
    staff.button("Save");
    staff.sees("Up to 5 numbers from 0 to 30");
    staff.fill("Days before the due date", "14, 3");
    staff.button("Save");
    staff.sees("This is too small or too large.");
    staff.judge("staff-change-request-faults");
    staff.fill("Name of the request", "Second mortgage");
    staff.set("Due (optional)", DUE);
    staff.fill("Days between reminders", "7");
    staff.tick("Those who are asked see how far the others are");
    staff.judge("staff-change-request");
    staff.button("Save");
    staff.seesHeading("Second mortgage");
    staff.sees("The changes are saved.");
    Answer changed = office.administrator().get(engagement.path());
    assertThat(changed.text("dueOn")).isEqualTo(DUE);
    assertThat(changed.at("progressShown").asBoolean()).isTrue();
    assertThat(changed.at("reminders/everyDays").asInt()).isEqualTo(7);
    assertThat(changed.at("reminders/beforeDueDays/0").asInt()).isEqualTo(14);
    staff.button("Change");
    staff.tick("None");
    staff.set("Due (optional)", "");
    staff.button("Save");
    staff.seesNoMore("2096");
    changed = office.administrator().get(engagement.path());
    assertThat(changed.at("reminders/atMost").asInt()).isZero();
    assertThat(changed.json().has("dueOn")).isFalse();

    staff.button("Change: Payslips");
    staff.fill("Name", "Payslips of May");
    staff.fill("Description (optional)", "Of both of you.\nAll pages.");
    staff.tick("Required");
    staff.choose("Files", "PDF");
    staff.set("Due (optional)", DUE);
    staff.choose("Who is asked", "Karl Lindqvist");
    staff.choose("Place", "First");
    staff.judge("staff-change-item");
    staff.button("Save");
    staff.sees("“Payslips of May” is changed.");
    staff.seesIn("Payslips of May", "asked of Karl Lindqvist");
    staff.seesIn("Payslips of May", "Optional");
    staff.judge("staff-request-changed");
    JsonNode first = office.administrator().get(engagement.path()).at("items/0");
    assertThat(first.path("itemId").asText()).isEqualTo(items.get(1));
    assertThat(first.path("accepts").path(0).asText()).isEqualTo("application/pdf");
    assertThat(first.path("dueOn").asText()).isEqualTo(DUE);
    assertThat(first.path("required").asBoolean()).isFalse();

    staff.button("Change: Deeds");
    office
        .administrator()
        .post(engagement.path() + "/cancellations", Engagement.naming(items.getFirst()))
        .is(200);
    staff.fill("Name", "Deeds of the house");
    staff.button("Save");
    staff.sees("Nothing was changed: it has been cancelled meanwhile.");
    staff.judge("staff-change-too-late");
    staff.button("Cancel");
    staff.seesIn("Deeds", "Cancelled");
  }

  @Test
  void anAssignee_isRemindedNow_andNoSecondTimeToday() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.withReminders(rosa.client(), "Mortgage");
    engagement.ask(Engagement.items("document", "Deeds", "Payslips"));
    Window window = Browsers.open("Ada");

    People.signIn(window, staffPage(engagement), office.administrator().email());
    window.sees("The next reminder to Rosa Lindqvist goes on");
    window.button("Remind now");
    window.sees("A reminder goes to Rosa Lindqvist.");
    window.sees("Rosa Lindqvist was reminded once, on");
    window.judge("staff-request-reminded");
    window.button("Remind now");
    window.sees("Everybody who has something open was reminded today already.");
    window.sees("Rosa Lindqvist was reminded once, on");
    assertThat(office.administrator().get(engagement.path()).text("reminded/0/sent"))
        .isEqualTo("1");
  }

  @Test
  void aDraft_isRemoved_withWhatDependsOnItsAnswer() {
    Office office = Office.open();
    Office.Member sam = office.member("Sam Staff", false);
    Office.Client client = office.client("Rosa Lindqvist");
    client.contact("Karl Lindqvist", true);
    Engagement engagement = Engagement.begin(client, "Mortgage");
    ObjectNode body = Engagement.items("text", "Purpose").put("draft", true);
    body.withArray("items")
        .addObject()
        .put("name", "House")
        .put("kind", "yes-no")
        .put("ref", "house");
    body.withArray("items")
        .addObject()
        .put("name", "Deeds")
        .putObject("showIf")
        .put("ref", "house")
        .put("is", "yes");
    engagement.ask(body);
    Window window = Browsers.open("Sam");

    People.signIn(window, staffPage(engagement), sam.person().email());
    window.button("Change: Deeds");
    window.sees("Rosa Lindqvist is asked, as for the question on which this depends.");
    window.button("Cancel");
    window.button("Remove: House");
    window.sees("What depends on its answer is removed as well: Deeds.");
    window.judge("staff-remove-drafts");
    window.button("Remove");
    window.sees("“House” is removed.");
    window.seesNoMore("Deeds");
    assertThat(Shares.texts(office.administrator().get(engagement.path()).at("items"), "name"))
        .containsExactly("Purpose");
  }

  @Test
  void whatAnEarlierRequestAskedFor_isPreparedAnew() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement earlier = Engagement.begin(rosa.client(), "Tax return 2026");
    List<String> items = earlier.ask(Engagement.items("document", "Payslips", "Deeds"));
    rosa.person()
        .post(
            earlier.item(items.getLast()) + "/not-applicable",
            json().put("reason", "We rent our home."))
        .is(200);
    Window staff = Browsers.open("Ada");

    People.signIn(
        staff,
        People.staff() + rosa.client().path().substring("/v1".length()) + "/engagements",
        office.administrator().email());
    staff.button("New request");
    staff.fill("Name of the request", "Tax return 2027");
    staff.choose("Prepare what an earlier request asked for", "Tax return 2026");
    staff.fill("How many months later", "25");
    staff.button("Create request");
    staff.sees("This is too small or too large.");
    staff.judge("staff-roll-forward");
    staff.fill("How many months later", "12");
    staff.button("Create request");
    staff.seesHeading("Prepared, not sent");
    staff.seesIn("Deeds", "Last time: Does not apply. We rent our home.");
    staff.judge("staff-rolled-forward");
    staff.button("Send: Payslips");
    staff.seesHeading("Asked for");
  }

  @Test
  void theRequestsOfAllClients_areListedByDueDate_andByWhatBecameOfThem() {
    Office office = Office.open();
    Office.Client.SignedIn rosa =
        office.activeClient("Rosa Lindqvist-Maximiliansdottir of Uppsala");
    Office.Client karl = office.client("Karl Lindqvist");
    Window staff = Browsers.open("Ada");
    People.signIn(
        staff,
        People.staff() + office.path().substring("/v1".length()),
        office.administrator().email());
    staff.link("All requests");
    staff.seesHeading("No requests under way");
    staff.judge("staff-no-work");
    Engagement later = Engagement.begin(karl, "Books of 2096");
    due(later, DUE);
    later.ask("Statement of account");
    Engagement late = Engagement.begin(rosa.client(), "Tax return of last year");
    due(late, "2020-03-14");
    late.submitted(rosa.person(), "Purpose");
    late.ask("Payslips");
    Engagement.begin(karl, "Whenever");
    Engagement done = Engagement.begin(karl, "Loan");
    office.administrator().put(done.path() + "/status", json().put("status", "completed")).is(200);

    staff.reload();
    staff.seesIn("Tax return of last year", "Rosa Lindqvist-Maximiliansdottir of Uppsala");
    staff.seesIn("Tax return of last year", "was due on 14 Mar 2020");
    staff.seesIn("Tax return of last year", "one to look at");
    staff.seesIn("Books of 2096", "0 of 1 done");
    assertThat(staff.text()).doesNotContain("Loan");
    assertThat(staff.text().replaceAll("\\s", " "))
        .matches(".*Tax return of last year.*Books of 2096.*Whenever.*");
    staff.judge("staff-work");
    staff.link("Cancelled");
    staff.seesHeading("No cancelled requests");
    staff.link("Completed");
    staff.seesIn("Loan", "Karl Lindqvist");
    staff.judge("staff-work-completed");
    staff.back();
    staff.back();
    staff.link("Tax return of last year");
    staff.seesHeading("To look at");
  }

  @Test
  void eachSeesHowFarTheOthersAre_inNumbersAlone() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    String karl = rosa.client().contact("Karl Lindqvist", true);
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    List<String> others =
        engagement.ask(
            Engagement.items("text", "Divorce papers", "Debts", "Salary").put("assignee", karl));
    engagement.ask(Engagement.items("text", "Purpose"));
    office
        .administrator()
        .post(engagement.path() + "/cancellations", Engagement.naming(others.getFirst()))
        .is(200);
    Window window = Browsers.open("Rosa");

    People.signIn(window, portalPage(engagement), rosa.person().email());
    window.seesHeading("Please send us");
    assertThat(window.text()).doesNotContain("others");
    office.administrator().patch(engagement.path(), json().put("progressShown", true)).is(200);
    window.reload();
    window.sees("The others who are asked: 1 of 3 done, 2 missing");
    assertThat(window.text()).doesNotContain("Divorce").doesNotContain("Debts");
    window.judge("portal-request-others");
  }

  @Test
  @Tag("FC15")
  @Tag("ST15")
  void noticesAndMails_leadToTheRequest_andAnAddressToTheItem() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    rosa.client().assignTeam(office.staffId());
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    engagement.submitted(rosa.person(), "Purpose");
    List<String> items = engagement.ask(Engagement.items("document", "Deeds", "Map", "Payslips"));
    Portal.advance(Duration.ofMinutes(6));
    Window portal = Browsers.open("Rosa");
    Window staff = Browsers.open("Ada");

    People.signIn(portal, mailed(rosa.person(), portalPage(engagement)), rosa.person().email());
    portal.seesHeading("Please send us");
    portal.link("What is new");
    portal.seesHeading("What is new");
    portal.judge("portal-request-notices");
    portal.link("Ada Admin asks you for documents for Mortgage.");
    portal.seesHeading("Please send us");
    portal.link("Documents");
    portal.seesIn("Mortgage", "3 things to send");
    portal.link("Client Uploads");
    portal.seesHeading("Client Uploads");
    portal.open(portalPage(engagement) + "/items/" + items.getLast());
    portal.waitsFor(
        "the focus on the item", "return document.activeElement.textContent === 'Payslips'");
    portal.open(portalPage(engagement) + "/items/" + engagement.engagementId());
    portal.seesHeading("Please send us");

    People.signIn(
        staff,
        mailed(office.administrator(), staffPage(engagement)),
        office.administrator().email());
    staff.seesHeading("To look at");
    staff.link("What is new");
    staff.link("Rosa Lindqvist submitted something for Mortgage.");
    staff.seesHeading("To look at");
  }

  @Test
  @Tag("FC4")
  @Tag("ST16")
  void whatIsAskedFor_isReachedFromTheOverview_andWhatWasSent_fromTheDocuments() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    String deeds = engagement.ask("Deeds");
    engagement.upload(rosa.person(), File.pdf("Deeds of the house.pdf"), deeds);
    Window portal = Browsers.open("Rosa");

    People.signIn(portal, People.portal() + "/" + office.slug(), rosa.person().email());
    portal.seesIn("Mortgage", "One thing to send");
    portal.link("Mortgage");
    portal.seesHeading("Please send us");
    portal.link("What is new");
    portal.seesHeading("What is new");
    portal.link("Documents");
    portal.link("Deeds of the house.pdf");
    portal.seesHeading("Deeds of the house.pdf");
  }

  /** What is asked for is accepted elsewhere just before the person says something else of it. */
  @Test
  void whatIsTooLate_isSaid_andWhatIsThereNow_isShown() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    String purpose = engagement.submitted(rosa.person(), "Purpose");
    String deeds = engagement.ask("Deeds");
    String income = engagement.ask(Engagement.items("text", "Income")).getFirst();
    Window portal = Browsers.open("Rosa");
    Window staff = Browsers.open("Ada");

    People.signIn(portal, portalPage(engagement), rosa.person().email());
    People.signIn(staff, staffPage(engagement), office.administrator().email());
    portal.seesIn("Purpose", "Sent");
    staff.seesHeading("To look at");
    office
        .administrator()
        .post(engagement.path() + "/reviews", Engagement.review(purpose, "accept"))
        .is(200);
    portal.button("Take it back: Purpose");
    portal.sees("Nothing was changed: it has been accepted meanwhile.");
    portal.seesHeading("Done");
    portal.judge("portal-too-late");
    staff.button("Send it back: Purpose");
    staff.fill("What they should do", "Write more.");
    staff.button("Send it back");
    staff.sees("Nothing was changed: it has been accepted meanwhile.");
    staff.button("Cancel");
    staff.seesHeading("Done");

    portal.disconnect();
    portal.fill("Your answer: Income", "None.");
    portal.seesIn("Income", "There is no connection to the portal.");
    portal.judge("portal-request-offline");
    portal.connect(-1);
    portal.seesIn("Income", "Saved.");
    assertThat(rosa.person().get(engagement.path()).at("items").findValuesAsText("answer"))
        .contains("None.");
    office
        .administrator()
        .post(engagement.path() + "/cancellations", Engagement.naming(deeds, income))
        .is(200);
    portal.button("Send what is ready");
    portal.sees("Nothing was sent: it is not asked for any more");
    portal.seesIn("Income", "No longer needed");
  }

  private static void due(Engagement engagement, String day) {
    engagement
        .client()
        .office()
        .administrator()
        .patch(engagement.path(), json().put("dueOn", day))
        .is(200);
  }

  private static String staffPage(Engagement engagement) {
    return People.staff() + engagement.path().substring("/v1".length());
  }

  private static String portalPage(Engagement engagement) {
    Office office = engagement.client().office();
    return People.portal()
        + ("/" + office.slug())
        + engagement.path().substring(office.path().length());
  }

  /** Returns a page that the newest mail to somebody links to. */
  private static String mailed(Person person, String page) {
    assertThat(Portal.lastMail(person.email()).text()).contains(page);
    return page;
  }

  private static void checklist(Office office) {
    ObjectNode list = json().put("name", "Bookkeeping");
    list.withArray("items").addObject().put("name", "Accounts have changed").put("kind", "yes-no");
    list.withArray("items").addObject().put("name", "Statement of account").put("perPeriod", true);
    office.administrator().post(office.path() + "/checklists", list).is(201);
  }

  private Path pdf(String name) throws IOException {
    return Files.write(files.resolve(name), File.pdf(name).bytes());
  }
}
