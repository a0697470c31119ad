package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The staff's pages: each page and what is done on it. */
@InBrowsers
class StaffPagesIT {
  @TempDir private Path files;

  private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"Søn\"";

  @Test
  void hostileNames_areShownAsText() {
    Office office = Office.open(HOSTILE, true);
    Office.Client client = office.client(HOSTILE);
    String folder = client.folder(HOSTILE);
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.link(HOSTILE);
    window.seesHeading(HOSTILE);
    window.judge("staff-hostile-names");
    window.open(People.staff() + client.path().substring("/v1".length()) + "/folders/" + folder);
    window.seesHeading(HOSTILE);
    assertThat(window.run("return document.querySelectorAll('img').length")).isEqualTo(0L);
  }

  @Test
  void theKeyboardIsEnough_andFocusIsWhereItBelongs() {
    Office office = Office.open();
    String email = office.administrator().email();
    office.client("Rosa Lindqvist");
    Window window = Browsers.open("Ada");

    window.open(People.staff());
    window.seesHeading("Sign in");
    window.type(Keys.TAB);
    window.focuses("Skip to content");
    window.type(Keys.ENTER);
    window.focusesHeading("Sign in");
    window.tabTo("Email address");
    window.type(email, Keys.ENTER);
    window.focusesHeading("Check your mail");
    window.tabTo("Code from the mail");
    window.type(Portal.newestCode(email), Keys.ENTER);
    window.focusesHeading("Clients");
    window.tabTo("New client");
    window.type(Keys.SPACE);
    window.seesHeading("New client");
    window.focuses("Name");
    window.type(Keys.ESCAPE);
    window.focuses("New client");
    window.tabTo("Rosa Lindqvist");
    window.type(Keys.ENTER);
    window.focusesHeading("Rosa Lindqvist");
  }

  @Test
  void anotherFirmsAddress_isNotFound_likeOneThatIsNowhere() {
    Office office = Office.open();
    Office.Client theirs = Office.open().client("Somebody else's");
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + theirs.path().substring("/v1".length()),
        office.administrator().email());
    window.seesHeading("Not found");
    window.judge("staff-not-found");
    assertThat(window.text()).doesNotContain("Somebody else's");
    window.open(
        People.staff() + "/firms/" + office.firmId() + "/clients/01kjm5a7c3e9g2h4j6k8m0npqr");
    window.seesHeading("Not found");
  }

  @Test
  void aSessionThatEnds_asksForASignIn_andGoesOnWhereThePersonWas() {
    Office office = Office.open();
    Office.Client client = office.client("Rosa Lindqvist");
    Window window = Browsers.open("Ada");
    String page = People.staff() + client.path().substring("/v1".length());

    People.signIn(window, page, office.administrator().email());
    window.seesHeading("Rosa Lindqvist");
    Portal.advance(Duration.ofSeconds(2));
    office.administrator().delete("/v1/me/sessions").is(204);
    window.link("What is new");
    window.seesHeading("Sign in");
    window.sees("Your session has ended.");
    window.judge("staff-session-ended");
    Portal.advance(Duration.ofSeconds(2));
    People.signInHere(window, office.administrator().email());
    window.seesHeading("What is new");
    window.back();
    window.seesHeading("Rosa Lindqvist");
    assertThat(URI.create(window.address()).toString()).isEqualTo(page);
  }

  @Test
  void staffAndSettings_areChanged() {
    Office office = Office.open();
    String email = Portal.email("daniel");
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.link("Staff");
    window.button("Invite a colleague");
    window.fill("Name", "Daniel Okafor");
    window.fill("Email address", email);
    window.judge("staff-new-member");
    window.button("Invite");
    window.sees(email + " is invited by mail.");
    window.judge("staff-staff");
    assertThat(People.link(email)).startsWith(People.staff() + "/invitation#");
    window.button("Change: Daniel Okafor");
    window.tick("Web portal permission: shares, and manages accounts");
    window.judge("staff-member");
    window.button("Save");
    window.seesIn("Daniel Okafor", "manages the portal");

    window.link("Settings");
    window.fill("Name of the firm", "Meyer & Partner");
    window.set("No news by mail to clients from", "20:00");
    window.tick("Sunday");
    window.fill("Most mails with news a day, for each client", "3");
    window.fill("Days between reminders (1 to 30)", "7");
    window.set("Reminders of requests go at", "08:30");
    window.judge("staff-settings");
    window.button("Save");
    window.sees("Please fill this in.");
    window.set("Until", "07:00");
    window.button("Save");
    window.sees("The changes are saved.");
    Answer firm = office.administrator().get(office.path()).is(200);
    assertThat(firm.text("name")).isEqualTo("Meyer & Partner");
    assertThat(firm.text("settings/quietHours/to")).isEqualTo("07:00");
    assertThat(firm.text("settings/quietDays/0")).isEqualTo("sunday");
    assertThat(firm.text("settings/mailsPerDay")).isEqualTo("3");
    assertThat(firm.text("settings/reminders/everyDays")).isEqualTo("7");
    assertThat(firm.text("settings/remindAt")).isEqualTo("08:30");
    window.link("Sites");
    window.button("New site");
    String slug = Portal.slug();
    window.fill("Name of the site", "Payroll");
    window.fill("Address of the site", slug);
    window.judge("staff-new-site");
    window.button("Create site");
    window.sees(People.portal() + "/" + slug);
  }

  @Test
  void whoIsAway_hasAStandIn_andWhoLeavesHandsOver() {
    Office office = Office.open();
    Office.Member leo = office.member("Leo Brandt", false);
    office.member("Sue Mehta", false);
    office.client("Rosa Lindqvist").assignTeam(leo.staffId());
    office.client("Emil Berg").assignTeam(leo.staffId());
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.link("Staff");
    window.button("Absence: Leo Brandt");
    window.button("Save");
    window.sees("Please fill this in.");
    window.set("Last day away", "2099-12-31");
    window.choose("Who stands in", "Sue Mehta");
    window.judge("staff-absence");
    window.button("Save");
    window.seesIn("Leo Brandt", "Away until");
    window.judge("staff-away");
    assertThat(office.administrator().get(office.path() + "/staff/" + leo.staffId()).text())
        .contains("\"standIn\"");
    window.button("Is back: Leo Brandt");
    window.sees("Leo Brandt is back.");

    window.button("Hand over: Leo Brandt");
    window.sees("2 clients pass on:");
    window.sees("Rosa Lindqvist");
    window.choose("Who takes over", "Sue Mehta");
    window.judge("staff-hand-over");
    window.button("Hand over");
    window.sees("2 clients of Leo Brandt have passed on.");
    window.button("Hand over: Leo Brandt");
    window.sees("There is nothing to hand over");
    window.judge("staff-handed-over");
  }

  @Test
  void aContact_isPermittedAndInvited_andItsAccountIsRevoked() {
    Office office = Office.open();
    Office.Client client = office.client("Rosa Lindqvist");
    String email = Portal.email("karl");
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    window.button("New contact");
    window.fill("Name", "Karl Lindqvist");
    window.fill("Relationship", "brother");
    window.fill("Email address", email);
    window.judge("staff-new-contact");
    window.button("Create contact");
    window.seesHeading("Karl Lindqvist");
    window.sees("An account needs the permission to use the portal.");
    window.button("Give the permission");
    window.button("Create account");
    window.fill("Email address, once more", email);
    window.button("Send the invitation");
    window.sees("The invitation to " + email + " is on its way.");
    assertThat(People.link(email)).startsWith(People.portal() + "/" + office.slug());
    window.judge("staff-contact");
    window.button("Revoke");
    window.judge("staff-revoke");
    window.button("Revoke");
    window.sees("The account is revoked.");
  }

  @Test
  void foldersAndDocuments_areSharedReplacedAndArchived() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client client = rosa.client();
    client.contact("Karl Lindqvist", true);
    client.share(client.uploads(), "client", "view-upload").is(200);
    String uploads = client.path() + "/folders/" + client.uploads();
    File.text("Waits.txt", "not sent").declare(rosa.person(), uploads).is(201);
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    window.link("Client Uploads");
    window.seesIn("Waits.txt", "On its way");
    window.judge("staff-uploads-wait");
    window.back();
    window.button("New folder");
    window.fill("Name of the folder", "Taxes");
    window.button("Create folder");
    window.link("Taxes");
    window.seesHeading("Taxes");
    window.button("Rename");
    window.fill("Name of the folder", "Taxes 2026");
    window.judge("staff-rename");
    window.button("Save");
    window.seesHeading("Taxes 2026");
    window.give("Choose files", Files.writeString(files.resolve("Return.txt"), "draft"));
    window.seesIn("Return.txt", "from Ada Admin");
    window.give(
        "Choose files", Files.write(files.resolve("Program.pdf"), new byte[] {'M', 'Z', 1}));
    window.seesIn("Program.pdf", "Rejected: The content is not what the name says");
    window.judge("staff-upload-rejected");
    window.button("Dismiss: Program.pdf");
    window.seesNoMore("Program.pdf");

    window.sees("Open to nobody");
    window.button("Share");
    window.tick("All authorized");
    window.button("Save");
    window.sees("Open to all authorized");
    window.button("Share");
    window.tick("All authorized");
    window.tick("Karl Lindqvist");
    window.set("Until (optional): Karl Lindqvist", "2099-12-31");
    window.judge("staff-share-until");
    window.button("Save");
    window.seesNoMore("Open to all authorized");
    assertThat(office.administrator().get(folder(client, "Taxes 2026") + "/shares").text())
        .contains("2099-12-31");

    window.link("Return.txt");
    window.button("Share");
    window.seesHeading("Through the folder");
    window.tick("Rosa Lindqvist");
    window.judge("staff-share-document");
    window.button("Save");
    window.sees("“Return.txt” is shared as you chose.");
    window.give("Upload a new version", Files.writeString(files.resolve("Final.txt"), "final"));
    window.seesIn("Version 2", "current");
    window.judge("staff-versions");
    Path saved = Files.createDirectory(files.resolve("saved"));
    assertThat(window.downloads(saved, "Return.txt", () -> window.button("Download Version 1")))
        .hasContent("draft");
    window.button("Archive");
    window.button("Archive");
    window.sees("“Return.txt” is archived.");
    window.button("Bring back");
    window.sees("“Return.txt” is back.");

    window.link("Taxes 2026");
    window.button("Archive");
    window.button("Archive");
    window.sees("The folder is archived.");
    window.judge("staff-folder-archived");
    window.button("Bring back");
    window.sees("The folder is back.");
  }

  private static String folder(Office.Client client, String name) {
    for (var each :
        client.office().administrator().get(client.path() + "/folders").json().path("items")) {
      if (each.path("name").asText().equals(name)) {
        return client.path() + "/folders/" + each.path("folderId").asText();
      }
    }
    throw new AssertionError("no folder " + name);
  }

  @Test
  void documentTypes_areSet_andGivenToADocumentAndANote() {
    Office office = Office.open();
    Office.Client client = office.client("Rosa Lindqvist");
    String folderId = client.folder("Taxes");
    File.text("Return.txt", "draft")
        .upload(office.administrator(), client.path() + "/folders/" + folderId);
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.link("Settings");
    window.sees("Documents and notes of every type.");
    for (String type : new String[] {"Invoice", "Letter"}) {
      window.button("New type");
      window.fill("Name of the type", type);
      window.button("Save");
      window.seesIn(type, "Retire");
    }
    window.button("Rename: Invoice");
    window.fill("Name of the type", "Bill");
    window.judge("staff-type-name");
    window.button("Save");
    window.seesIn("Bill", "Retire");
    window.button("Retire: Letter");
    window.seesIn("Letter", "Retired");
    window.judge("staff-types");

    window.link("Clients");
    window.link("Rosa Lindqvist");
    window.link("Taxes");
    window.link("Return.txt");
    window.button("Change the type");
    window.choose("Document type", "Bill");
    window.judge("staff-give-type");
    window.button("Save");
    window.sees("Bill");

    window.link("Rosa Lindqvist");
    window.link("Notes");
    window.button("New note");
    window.fill("Title", "Call");
    window.fill("Text", "They called.");
    window.choose("Document type", "Bill");
    window.judge("staff-new-note-type");
    window.button("Save note");
    window.link("Call");
    window.sees("Bill");
    assertThat(
            Shares.texts(
                office.administrator().get(client.path() + "/activity").at("items"),
                "documentType"))
        .hasSize(2)
        .doesNotContain("");
  }

  @Test
  void aNote_isWrittenAndShared_edited_readAsItWas_andArchived() {
    Office office = Office.open();
    Office.Client client = office.activeClient("Rosa Lindqvist").client();
    client.contact("Karl Lindqvist", true);
    client.contact("Anna Lindqvist", false);
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    window.link("Notes");
    window.seesHeading("No notes");
    window.judge("staff-no-notes");
    window.button("New note");
    window.button("Save note");
    window.sees("Please enter a title.");
    window.sees("Please write something.");
    window.fill("Title", "Call on Monday");
    window.fill("Text", " ");
    window.button("Save note");
    window.sees("This text is blank, or has characters that cannot be used.");
    window.judge("staff-note-refused");
    window.fill("Text", "Rosa has called.\n<b>We</b> call back.");
    window.type(Keys.ESCAPE);
    window.seesHeading("Discard what you have written?");
    window.judge("staff-discard-note");
    window.button("Cancel");
    window.button("Share it at once");
    window.tick("Rosa Lindqvist");
    assertThat(window.run("return document.querySelector('dialog[open]').innerText").toString())
        .contains("Karl Lindqvist")
        .doesNotContain("Anna Lindqvist");
    window.set("Until (optional): Rosa Lindqvist", "2099-12-31");
    window.judge("staff-new-note");
    window.button("Save note");
    window.hears("The note “Call on Monday” is saved and shared.");
    window.seesIn("Call on Monday", "Open to chosen people");
    window.seesIn("Call on Monday", "by Ada Admin");
    window.seesIn("Call on Monday", "Rosa has called. <b>We</b> call back.");
    window.judge("staff-notes");

    window.link("Call on Monday");
    window.seesHeading("Call on Monday");
    window.sees("Rosa has called.\n<b>We</b> call back.");
    window.button("Edit");
    window.sees("Everybody it is shared with sees the change at once.");
    window.fill("Title", "Calls with Rosa");
    window.fill("Text", "Rosa has called.\nWe have called back.");
    window.judge("staff-edit-note");
    window.button("Save");
    window.seesHeading("Calls with Rosa");
    window.sees("Rosa has called.\nWe have called back.");
    window.sees("edited on");
    assertThat(window.focus()).isEqualTo("Edit");
    window.button("Version 1");
    window.seesHeading("Call on Monday");
    window.sees("Rosa has called.\n<b>We</b> call back.");
    window.judge("staff-note");
    window.button("Share");
    window.tick("Rosa Lindqvist");
    window.tick("Karl Lindqvist");
    window.judge("staff-share-note");
    window.button("Save");
    window.sees("“Calls with Rosa” is shared as you chose.");
    String note = "/v1" + window.address().substring(People.staff().length());
    assertThat(office.administrator().get(note + "/shares").text("recipients/0/name"))
        .isEqualTo("Karl Lindqvist");

    window.button("Archive");
    window.button("Archive");
    window.sees("“Calls with Rosa” is archived.");
    window.judge("staff-note-archived");
    window.link("Notes");
    window.seesHeading("No notes");
    window.link("Archived notes");
    window.seesHeading("Archived notes");
    window.judge("staff-archived-notes");
    window.link("Calls with Rosa");
    window.button("Bring back");
    window.sees("“Calls with Rosa” is back.");
  }

  @Test
  void aNoteThatIsOpenToSomebody_isReadByStaffWithoutThePermission_whoWriteTheirOwn() {
    Office office = Office.open();
    Office.Client client = office.activeClient("Rosa Lindqvist").client();
    Office.Member sam = office.member("Sam Staff", false);
    client.sharedNote("What we agreed on", "The lease comes in May.", "client");
    Window window = Browsers.open("Sam");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()) + "/notes",
        sam.person().email());
    window.link("What we agreed on");
    window.seesHeading("What we agreed on");
    window.sees("The lease comes in May.");
    assertThat(window.text()).doesNotContain("Edit").doesNotContain("Archive");
    window.link("Notes");
    window.button("New note");
    window.fill("Title", "To do");
    window.fill("Text", "Ask for the lease.");
    assertThat(window.text()).doesNotContain("Share it at once");
    window.button("Save note");
    window.hears("The note “To do” is saved.");
    window.link("To do");
    window.button("Edit");
    window.fill("Text", "Ask for the lease again.");
    window.button("Save");
    window.sees("The changes are saved.");
    window.sees("Ask for the lease again.");
  }

  @Test
  void aGroupNote_isWritten_openedToAllAndToOne_andClosed_andItsParticipantsChange() {
    Office office = Office.open();
    Office.Client rosa = office.activeClient("Rosa Lindqvist").client();
    office.client("Karl Hansen");
    office.client("Mona Berg");
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.link("General log");
    window.seesHeading("No notes about several clients");
    window.judge("staff-no-group-notes");
    window.button("New note about several clients");
    window.fill("Title", "Closed over the holidays");
    window.fill("Text", "We are back on 7 January.");
    window.button("Save note");
    window.sees("Please choose a client.");
    window.fill("Beginning of the name", "ro");
    window.type(Keys.ENTER);
    window.seesNoMore("Karl Hansen");
    window.tick("Rosa Lindqvist");
    window.fill("Beginning of the name", "ka");
    window.button("Search");
    window.tick("Karl Hansen");
    window.judge("staff-new-group-note");
    window.button("Save note");
    window.hears("The note “Closed over the holidays” is saved.");
    window.seesIn("Closed over the holidays", "2 clients");
    window.seesIn("Closed over the holidays", "Open to nobody");
    window.judge("staff-group-notes");

    window.link("Closed over the holidays");
    window.sees("We are back on 7 January.");
    window.seesIn("Karl Hansen", "Open to nobody");
    window.button("Share with all of them");
    window.sees("All 2 clients and their contacts");
    window.judge("staff-open-group-note");
    window.button("Share with all of them");
    window.hears("“Closed over the holidays” is open to all of them.");
    window.seesIn("Karl Hansen", "Open to all authorized");
    window.judge("staff-group-note");
    window.button("Share: Rosa Lindqvist");
    window.seesHeading("Through the share with all clients");
    window.tick("Rosa Lindqvist");
    window.judge("staff-share-participant");
    window.button("Save");
    window.sees("“Closed over the holidays, Rosa Lindqvist” is shared as you chose.");
    window.button("Close to all of them");
    window.judge("staff-close-group-note");
    window.button("Close to all of them");
    window.hears("“Closed over the holidays” is closed.");
    window.seesIn("Rosa Lindqvist", "Open to chosen people");
    window.seesIn("Karl Hansen", "Open to nobody");

    window.button("Remove: Karl Hansen");
    window.judge("staff-remove-participant");
    window.button("Remove");
    window.hears("Karl Hansen is removed.");
    window.seesNoMore("Open to nobody");
    window.button("Add clients");
    window.tick("Mona Berg");
    window.judge("staff-add-participants");
    window.button("Save");
    window.hears("The note is about 2 clients now.");
    window.button("Edit");
    window.fill("Text", "We are back on 8 January.");
    window.button("Save");
    window.sees("We are back on 8 January.");
    window.seesHeading("Earlier texts");

    window.link("Rosa Lindqvist");
    window.seesIn("Closed over the holidays", "Note about several clients");
    window.seesIn("Closed over the holidays", "Open to chosen people");
    window.button("Share: Closed over the holidays");
    window.tick("All authorized");
    window.button("Save");
    window.seesIn("Closed over the holidays", "Open to all authorized");
    window.link("Closed over the holidays");
    window.button("Archive");
    window.button("Archive");
    window.sees("“Closed over the holidays” is archived.");
    assertThat(window.text()).doesNotContain("Add clients").doesNotContain("Remove");
    window.judge("staff-group-note-archived");
    window.link("General log");
    window.seesHeading("No notes about several clients");
    window.link("Archived notes about several clients");
    window.link("Closed over the holidays");
    window.button("Bring back");
    window.sees("“Closed over the holidays” is back.");
    String note = window.address().substring(window.address().lastIndexOf('/') + 1);
    assertThat(
            office
                .administrator()
                .get(new GroupNote(office, note).path(rosa) + "/shares")
                .text("shareState"))
        .isEqualTo("all-authorized");
  }

  @Test
  void aGroupNoteThatIsOpenToSomebody_isReadByStaffWithoutThePermission() {
    Office office = Office.open();
    Office.Client rosa = office.client("Rosa Lindqvist");
    Office.Member sam = office.member("Sam Staff", false);
    GroupNote.write(office, "Closed over the holidays", "We are back.", rosa).open();
    GroupNote.write(office, "To do", "Ask for the lease.", rosa);
    Window window = Browsers.open("Sam");

    People.signIn(
        window,
        People.staff() + office.path().substring("/v1".length()) + "/group-notes",
        sam.person().email());
    window.link("Closed over the holidays");
    window.sees("We are back.");
    window.seesIn("Rosa Lindqvist", "Open to all authorized");
    assertThat(window.text())
        .doesNotContain("Edit")
        .doesNotContain("Archive")
        .doesNotContain("Close to")
        .doesNotContain("Add clients")
        .doesNotContain("Remove");
    window.link("General log");
    window.link("To do");
    window.seesIn("Rosa Lindqvist", "Open to nobody");
    assertThat(window.text()).doesNotContain("Share");
    window.button("Remove: Rosa Lindqvist");
    window.button("Remove");
    window.sees("Nobody yet.");
  }

  @Test
  void aChecklist_isCreatedWithConditions_changed_archived_andBroughtBack() {
    Office office = Office.open();
    Office.Member sam = office.member("Sam Staff", false);
    String lists = office.path() + "/checklists";
    Window window = Browsers.open("Sam");

    People.signIn(
        window, People.staff() + office.path().substring("/v1".length()), sam.person().email());
    window.link("All requests");
    window.link("Checklists");
    window.seesHeading("No checklists");
    window.judge("staff-no-checklists");
    window.link("New checklist");
    window.seesHeading("New checklist");
    window.fill("Name of the checklist", "Tax return");
    window.button("Save");
    window.sees("Please enter a name.");
    window.focuses("Name of item 1");
    window.fill("Name of item 1", "Married this year");
    window.choose("Kind of item 1", "Yes or no");
    window.button("Add an item");
    window.focuses("Name of item 2");
    window.fill("Name of item 2", "Certificate of your spouse");
    window.choose("Files of item 2", "PDF or pictures");
    window.choose("Asked of item 2", "Only if “Married this year” is “Yes”");
    window.button("Add an item");
    window.fill("Name of item 3", "Home");
    window.choose("Kind of item 3", "Choice");
    window.tick("Required of item 3");
    window.fill("Choices of item 3", "Own house\nOwn house");
    window.button("Save");
    window.sees("One of them is there twice.");
    window.fill("Choices of item 3", "Own house\nRented flat");
    window.judge("staff-new-checklist");
    window.button("Save");
    window.seesHeading("Tax return");
    JsonNode created = sam.person().get(lists).at("items/0");
    JsonNode items =
        sam.person().get(lists + "/" + created.path("checklistId").asText()).at("items");
    assertThat(Shares.texts(items, "kind")).containsExactly("yes-no", "document", "choice");
    assertThat(items.at("/1/showIf/is").asText()).isEqualTo("yes");
    assertThat(items.at("/1/accepts/1").asText()).isEqualTo("image/*");
    assertThat(items.at("/2/required").asBoolean()).isFalse();

    window.button("Up of item 3");
    window.button("Add an item");
    window.fill("Name of item 4", "Rental contract");
    window.choose("Asked of item 4", "Only if “Home” is “Rented flat”");
    window.set("Choices of item 2", "Own house\nRented house");
    window.button("Remove of item 1");
    window.hears("it is always asked now: Certificate of your spouse.");
    window.judge("staff-checklist");
    window.button("Save");
    window.sees("The changes are saved.");
    items = sam.person().get(lists + "/" + created.path("checklistId").asText()).at("items");
    assertThat(Shares.texts(items, "name"))
        .containsExactly("Home", "Certificate of your spouse", "Rental contract");
    assertThat(items.at("/1").has("showIf")).isFalse();
    assertThat(items.at("/2/showIf/is").asText()).isEqualTo("Rented house");

    window.button("Archive");
    window.judge("staff-archive-checklist");
    window.button("Archive");
    window.sees("“Tax return” is archived.");
    window.seesIn("Rental contract", "Only if “Home” is “Rented house”");
    window.judge("staff-archived-checklist");
    window.link("All requests");
    window.link("Checklists");
    window.seesHeading("No checklists");
    window.link("Archived checklists");
    window.seesIn("Tax return", "3 items");
    window.judge("staff-archived-checklists");
    window.link("Tax return");
    window.button("Bring back");
    window.sees("“Tax return” is back.");
    window.button("Add an item");
    window.fill("Name of item 4", "Letter");
    window.button("Save");
    window.sees("The changes are saved.");
  }

  @Test
  void theActivityLog_hasDocumentsAndNotes_theNewestFirst_andSharesThem() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client client = rosa.client();
    String folder = client.folder("Taxes 2026");
    client.share(folder, "client", "view-upload").is(200);
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    window.link("Activity log");
    window.seesHeading("Nothing yet");
    window.judge("staff-no-activity");
    File.text("Letter.txt", "Dear Ada").upload(rosa.person(), client.path() + "/folders/" + folder);
    client.note("Call on Monday", "Rosa has called.");
    String old = client.note("Call on Sunday", "Nobody has called.");
    office.administrator().delete(client.path() + "/notes/" + old).is(204);
    Portal.settle();
    window.reload();
    window.seesIn("Call on Sunday", "Archived");
    window.seesIn("Letter.txt", "from Rosa Lindqvist");
    window.seesIn("Letter.txt", "Open to chosen people");
    assertThat(window.text()).containsSubsequence("Call on Sunday", "Call on Monday", "Letter.txt");
    window.judge("staff-activity");
    window.button("Share: Call on Monday");
    window.tick("All authorized");
    window.button("Save");
    window.seesIn("Call on Monday", "Open to all authorized");
    window.button("Share: Letter.txt");
    window.seesHeading("Through the folder");
    window.button("Cancel");
    window.link("Call on Monday");
    window.seesHeading("Call on Monday");
    window.back();
    window.link("Letter.txt");
    window.seesHeading("Letter.txt");
  }

  @Test
  void aClient_isFoundAndEdited_andTheAccountIsExplainedAndInvitedAgain() {
    Office office = Office.open();
    office.client("Karl Hansen");
    Office.Client client = office.client("Rosa Lindqvist");
    Office.Member colleague = office.member("Sam Staff", false);
    Window window = Browsers.open("Ada");

    People.signIn(window, People.staff(), office.administrator().email());
    window.judge("staff-clients");
    window.fill("Beginning of the name", "nobody");
    window.button("Search");
    window.seesHeading("Nobody found");
    window.judge("staff-nobody-found");
    window.fill("Beginning of the name", "ro");
    window.button("Search");
    window.link("Rosa Lindqvist");
    window.button("Edit details");
    window.fill("Phone", "+49 30 123456");
    window.judge("staff-edit-client");
    window.button("Save");
    window.sees("+4930123456");
    window.button("Create account");
    window.fill("Email address, once more", client.email());
    window.button("Send the invitation");
    window.sees("The invitation to " + client.email() + " is on its way.");
    window.button("Instructions");
    window.sees(client.email());
    window.judge("staff-instructions");
    window.button("Close");
    int sent = Portal.mails(client.email()).size();
    window.button("Send the invitation again");
    window.sees("The invitation is on its way once more.");
    assertThat(Portal.mails(client.email())).hasSize(sent + 1);
    window.back();
    window.seesHeading("Clients");
    window.seesNoMore("Karl Hansen");

    window.link("Staff");
    window.button("Reset second factor: Sam Staff");
    window.judge("staff-reset-factor");
    window.button("Reset second factor");
    window.sees("Sam Staff signs in anew.");
    colleague.person().get("/v1/me").is(401);
  }

  @Test
  void anInvitationThatComesBack_isExplained_andSentAgainToTheRightAddress() {
    Office office = Office.open();
    String wrong = "bounce+" + Portal.slug() + "@simulator.amazonses.com";
    String right = Portal.email("rosa");
    Office.Client client = office.client("Rosa Lindqvist", wrong);
    Window window = Browsers.open("Ada");

    People.signIn(
        window,
        People.staff() + client.path().substring("/v1".length()),
        office.administrator().email());
    window.button("Create account");
    window.fill("Email address, once more", wrong);
    window.button("Send the invitation");
    window.sees("The invitation to " + wrong + " is on its way.");
    Portal.settle();
    window.reload();
    window.sees("Mail came back");
    window.sees("The invitation did not arrive. Check the address, then send it again.");
    window.judge("staff-account-bounced");
    int sent = Portal.mails(wrong).size();
    window.button("Send the invitation again");
    window.sees("The invitation is on its way once more.");
    Portal.settle();
    assertThat(Portal.mails(wrong)).hasSize(sent + 1);
    window.reload();
    window.sees("The invitation did not arrive.");

    window.button("Edit details");
    window.fill("Email address", right);
    window.button("Save");
    window.sees("The changes are saved.");
    window.sees("Invited on");
    window.seesNoMore("The invitation did not arrive.");
    Portal.settle();
    assertThat(People.link(right)).startsWith(People.portal() + "/" + office.slug());
    Portal.acceptInvitation(right);
    window.reload();
    window.sees("Active since");
  }

  @Test
  void aRegistration_thatIsRejected_isAnsweredByMail_andOpensNothing() {
    Office office = Office.open();
    String email = Portal.email("rosa");
    Window visitor = Browsers.open("Rosa");
    Window staff = Browsers.open("Ada");

    register(visitor, office, email);
    openRegistrations(staff, office);
    staff.button("Reject: Rosa L.");
    staff.seesHeading("Reject the registration of Rosa L.?");
    staff.judge("staff-reject-registration");
    staff.button("Cancel");
    staff.sees(email);
    staff.button("Reject: Rosa L.");
    staff.button("Reject");
    staff.sees("The registration of Rosa L. is rejected.");
    staff.seesHeading("Nobody waits");
    staff.judge("staff-no-registrations");

    assertThat(Portal.lastMail(email).subject())
        .isEqualTo(
            "Your registration with " + office.administrator().get(office.path()).text("name"));
    People.signIn(visitor, People.portal() + "/" + office.slug(), email);
    visitor.seesHeading("Nothing here yet");
    visitor.sees("No firm shares documents with " + email + " at the moment.");
    visitor.judge("portal-nothing-here");
  }

  /** Registers, and proves the address. */
  private static void register(Window visitor, Office office, String email) {
    office
        .administrator()
        .patch(
            office.path(),
            Portal.json().set("settings", Portal.json().put("selfRegistration", "review")))
        .is(200);
    visitor.open(People.portal() + "/" + office.slug() + "/register");
    visitor.fill("Your name", "Rosa L.");
    visitor.fill("Email address", email);
    visitor.button("Register");
    visitor.seesHeading("Check your mail");
    visitor.open(People.link(email));
    visitor.button("Confirm");
    visitor.seesHeading("Thank you");
  }

  private static void openRegistrations(Window staff, Office office) {
    People.signIn(
        staff,
        People.staff() + "/firms/" + office.firmId() + "/registrations",
        office.administrator().email());
    staff.seesHeading("Registrations");
  }

  @Test
  void aRegistration_isGivenToAClient() {
    Office office = Office.open();
    office.client("Rosa Lindqvist");
    String email = Portal.email("rosa");
    Window visitor = Browsers.open("Rosa");
    Window staff = Browsers.open("Ada");

    register(visitor, office, email);
    openRegistrations(staff, office);
    staff.judge("staff-registrations");
    staff.button("Give access: Rosa L.");
    staff.fill("Beginning of the name", "rosa");
    staff.button("Search");
    staff.tick("Rosa Lindqvist");
    staff.judge("staff-registration");
    staff.button("Give access");
    staff.sees("Rosa L. has access now.");
    People.signIn(visitor, People.portal() + "/" + office.slug(), email);
    visitor.seesHeading("Documents");
  }

  @Test
  void anOperator_createsAFirm_whoseAdministratorIsInvited() {
    String email = Portal.email("ana");
    Window window = Browsers.open("The operator");

    People.signIn(window, People.staff(), "operator@portal.test");
    window.button("New firm");
    window.fill("Name of the firm", "Ruiz & Partners");
    window.fill("Address of the site", Portal.slug());
    window.fill("Name of the administrator", "Ana Ruiz");
    window.fill("Email address", email);
    window.judge("staff-new-firm");
    window.button("Create and invite");
    window.sees("Ruiz & Partners is created");
    window.open(People.link(email));
    window.button("Accept the invitation");
    window.seesHeading("Check your mail");
  }
}
