package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages of clients and contacts: what is shared with them, and what they send. */
@InBrowsers
class PortalPagesIT {
  private static final int MIB = 1 << 20;
  private static final int FAST = 40 * MIB;

  @TempDir private Path files;

  @Test
  void anUploadOf120Mb_withTheConnectionCutTwice_andAReload_arrives() throws Exception {
    Office.Client.SignedIn rosa = Office.open().activeClient("Rosa Lindqvist");
    Window window = Browsers.open("Rosa");
    openUploads(window, rosa);
    Path film = files.resolve("Film.bin");
    write(film, 120);

    window.give("Choose files", Files.writeString(files.resolve("Note.txt"), "Hello."));
    window.seesIn("Note.txt", "from you");
    window.connect(FAST);
    window.give("Choose files", film);
    window.waitsFor("the beginning of the upload", sent(0.05));
    Path saved = Files.createDirectory(files.resolve("saved"));
    window.downloads(saved, "Note.txt", () -> window.button("Download Note.txt"));
    assertThat(window.run("return heard.includes('Leave?')")).isEqualTo(false);
    for (double reached : new double[] {0.15, 0.3}) {
      window.waitsFor(reached + " of the upload", sent(reached));
      window.disconnect();
      window.seesIn("Film.bin", "Waiting for the connection");
      window.judge("portal-upload-waits");
      window.connect(FAST);
    }
    window.waitsFor("half of the upload", sent(0.5));
    window.hears("25% of Film.bin are sent.");
    window.link("What is new");
    window.sees("One upload is under way");
    window.back();
    window.reload();
    window.seesIn("Film.bin", "Not complete.");
    window.judge("portal-upload-unfinished");
    window.giveToChooser(() -> window.button("Continue: Film.bin"), files.resolve("Note.txt"));
    window.sees("This is another file than the one that was begun.");
    window.giveToChooser(() -> window.button("Continue: Film.bin"), film);
    window.waitsFor("half of the upload, which was sent before", sent(0.5));
    window.seesIn("Film.bin", "from you");
    assertThat(
            rosa.client()
                .office()
                .administrator()
                .get(rosa.client().path() + "/folders/" + rosa.client().uploads() + "/documents")
                .text("items/0/size"))
        .isEqualTo(Long.toString(120L * MIB));
  }

  @Test
  void fromSigningInToSigningOut_theKeyboardIsEnough_andTheFocusIsSeen() throws Exception {
    Office.Client.SignedIn rosa = Office.open().activeClient("Rosa Lindqvist");
    String email = rosa.person().email();
    Window window = Browsers.open("Rosa");

    window.open(People.portal() + "/" + rosa.client().office().slug());
    window.seesHeading("Sign in");
    window.tabTo("Email address");
    window.type(email, Keys.ENTER);
    window.focusesHeading("Check your mail");
    window.tabTo("Code from the mail");
    window.type(Portal.newestCode(email), Keys.ENTER);
    window.focusesHeading("Documents");
    window.tabTo("Client Uploads");
    window.type(Keys.ENTER);
    window.focusesHeading("Client Uploads");

    window.tabTo("Choose files");
    window.chooseByKey(Keys.SPACE, Files.writeString(files.resolve("Receipt.txt"), "42.00"));
    window.hears("Receipt.txt has arrived.");
    window.seesIn("Receipt.txt", "from you");
    window.focuses("Choose files");
    window.tabTo("Receipt.txt");
    window.type(Keys.ENTER);
    window.focusesHeading("Receipt.txt");
    window.tabBackTo("Client Uploads");
    window.type(Keys.ENTER);
    window.focusesHeading("Client Uploads");

    window.tabBackTo("Your account");
    window.type(Keys.SPACE);
    window.tabTo("Sign out");
    window.type(Keys.ESCAPE);
    window.focuses("Your account");
    window.type(Keys.ENTER);
    window.tabTo("Sign out");
    window.type(Keys.ENTER);
    window.focusesHeading("Sign in");
    window.sees("You are signed out.");
  }

  @Test
  void aProgram_isRejected_withTheReason() throws Exception {
    Office.Client.SignedIn rosa = Office.open().activeClient("Rosa Lindqvist");
    Window window = Browsers.open("Rosa");
    openUploads(window, rosa);

    window.give("Choose files", Files.write(files.resolve("Letter.pdf"), new byte[] {'M', 'Z', 1}));
    window.seesIn("Letter.pdf", "Rejected: The content is not what the name says");
    window.judge("portal-upload-rejected");
    window.button("Dismiss: Letter.pdf");
    window.sees("No documents yet");
  }

  @Test
  void anotherClientsAddress_isNotFound_andSharedNamesAreText() {
    String hostile = "<img src=x onerror=alert(1)>";
    String rightToLeft = "الضرائب (2026)";
    String endless = "Steuerunterlagen".repeat(7);
    Office office = Office.open(hostile, true);
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client other = office.client("Somebody else's");
    for (String name : List.of(hostile, rightToLeft, endless)) {
      rosa.client().share(rosa.client().folder(name), "client", "view").is(200);
    }
    Window window = Browsers.open("Rosa");

    People.signIn(
        window,
        People.portal() + "/" + office.slug() + "/clients/" + other.clientId(),
        rosa.person().email());
    window.seesHeading("Not found");
    window.judge("portal-not-found");
    window.open(People.portal() + "/" + office.slug());
    window.sees(rightToLeft);
    window.judge("portal-hostile-names");
    window.link(endless);
    window.seesHeading(endless);
    window.judge("portal-endless-name");
    window.back();
    window.link(hostile);
    window.seesHeading(hostile);
    assertThat(window.run("return document.querySelectorAll('img').length")).isEqualTo(0L);
  }

  @Test
  void theLinkInADigest_opensItsDocument() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    rosa.client().share(rosa.client().folder("Taxes 2026"), "client", "view").is(200);
    String link = linkIn(digest(rosa), "/folders/");
    Window window = Browsers.open("Rosa");

    People.signIn(window, link, rosa.person().email());
    window.seesHeading("Taxes 2026");
    window.judge("portal-folder");
  }

  @Test
  void aNote_isReadByTheLinkInADigest_andFromTheLists() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    String text = "The lease comes in May.\n<b>Please</b> send the old one.";
    String id = rosa.client().sharedNote("What we agreed on", text, "client");
    String note = rosa.client().path() + "/notes/" + id;
    String mail = digest(rosa);
    Window window = Browsers.open("Rosa");

    assertThat(mail).contains("What we agreed on").doesNotContain("lease");
    People.signIn(window, linkIn(mail, "/notes/"), rosa.person().email());
    window.seesHeading("What we agreed on");
    window.sees(text);
    window.sees("by Ada Admin");
    assertThat(window.text()).doesNotContain("edited on");
    window.judge("portal-note");
    window.link("Documents");
    window.seesIn("What we agreed on", "Note");
    window.seesIn("What we agreed on", "since");
    window.judge("portal-shared");
    office.administrator().patch(note, Portal.json().put("text", "It comes in June.")).is(200);
    window.link("What we agreed on");
    window.seesHeading("What we agreed on");
    window.sees("It comes in June.");
    window.sees("edited on");

    office.administrator().delete(note).is(204);
    window.link("What is new");
    window.link("Ada Admin shared the note What we agreed on with you.");
    window.sees("This note is archived. You can still read it.");
    window.judge("portal-note-archived");
    window.link("Archive");
    window.link("What we agreed on");
    window.sees("It comes in June.");
    office.administrator().patch(note, Portal.json().put("archived", false)).is(200);
    office.administrator().put(note + "/shares", Office.nobody()).is(200);
    window.reload();
    window.seesHeading("Not found");
    window.link("What is new");
    window.sees("You can no longer see this.");
  }

  /** To each of them it is a note about them alone. */
  @Test
  void aNoteAboutSeveralClients_isReadAsOthersAre() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client karl = office.client("Karl Hansen");
    GroupNote note =
        GroupNote.write(office, "Closed over the holidays", "We are back.", rosa.client(), karl);
    note.open();
    String mail = digest(rosa);
    Window window = Browsers.open("Rosa");

    assertThat(mail).contains("Closed over the holidays").doesNotContain("Karl");
    People.signIn(window, linkIn(mail, "/group-notes/"), rosa.person().email());
    window.seesHeading("Closed over the holidays");
    window.sees("We are back.");
    window.sees("by Ada Admin");
    window.judge("portal-group-note");
    window.link("Documents");
    window.seesIn("Closed over the holidays", "Note");
    window.link("Closed over the holidays");
    window.seesHeading("Closed over the holidays");
    window.link("What is new");
    window.link("Ada Admin shared the note Closed over the holidays with you.");
    window.sees("We are back.");
    assertThat(window.text()).doesNotContain("Karl").doesNotContain("several");
    note.close();
    window.reload();
    window.seesHeading("Not found");
    window.link("What is new");
    window.sees("You can no longer see this.");
  }

  @Test
  void documents_areSentTogether_replaced_withdrawn_andFoundInTheArchive() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    String old = rosa.client().folder("Taxes 2024");
    rosa.client().share(old, "client", "view").is(200);
    Window window = Browsers.open("Rosa");
    openUploads(window, rosa);
    window.judge("portal-folder-empty");

    window.give(
        "Choose files",
        Files.writeString(files.resolve("Receipt.txt"), "42.00"),
        Files.writeString(files.resolve("Letter.txt"), "Dear Ada"));
    window.hears("2 uploads have begun.");
    window.seesIn("Receipt.txt", "from you");
    window.seesIn("Letter.txt", "from you");
    window.hears("Receipt.txt has arrived.");
    window.judge("portal-folder-uploads");

    window.link("Letter.txt");
    window.seesHeading("Letter.txt");
    assertThat(window.focus()).isEqualTo("Letter.txt");
    Path saved = Files.createDirectory(files.resolve("saved"));
    assertThat(window.downloads(saved, "Letter.txt", () -> window.button("Download")))
        .hasContent("Dear Ada");
    window.give(
        "Upload a new version", Files.writeString(files.resolve("Second.txt"), "Dear Ada,"));
    window.waitsFor(
        "version 2",
        "return [...document.querySelectorAll('dd')].some(({ innerText }) => innerText === '2')");
    window.judge("portal-document");
    window.button("Withdraw");
    window.judge("portal-withdraw");
    window.button("Withdraw");
    window.sees("“Letter.txt” is withdrawn.");
    window.back();
    window.seesHeading("Client Uploads");
    window.seesNoMore("Letter.txt");
    assertThat(window.focus()).isEqualTo("Client Uploads");
    window.link("Archived documents of this folder");
    window.link("Letter.txt");
    window.sees("This document is archived. You can still download it.");

    office.administrator().delete(rosa.client().path() + "/folders/" + old).is(204);
    window.link("Archive");
    window.seesHeading("Archive");
    window.judge("portal-archive");
    window.link("Taxes 2024");
    window.waitsFor(
        "the folder to be shown as archived",
        "return document.querySelector('.badge.warn')?.innerText === 'Archived'");
    window.link("What is new");
    window.sees("Ada Admin shared the folder Taxes 2024 with you.");
    window.seesIn("Ada Admin shared the folder Taxes 2024 with you.", "New");
    window.judge("portal-notices");
    window.reload();
    window.sees("Ada Admin shared the folder Taxes 2024 with you.");
    window.waitsFor("nothing new", "return !document.querySelector('.row .badge')");
  }

  @Test
  void theFirstView_takesLessThan100KbOfScript_andNothingJumps() throws Exception {
    Office.Client.SignedIn rosa = Office.open().activeClient("Rosa Lindqvist");
    Window window = Browsers.open("Rosa");
    String site = People.portal() + "/" + rosa.client().office().slug();

    window.open(site);
    window.seesHeading("Sign in");
    FirstView signIn = FirstView.of(window);
    People.signInHere(window, rosa.person().email());
    window.link("Client Uploads");
    window.seesHeading("Client Uploads");
    window.reload();
    window.seesHeading("Client Uploads");
    FirstView folder = FirstView.of(window);
    People.signIn(window, People.staff(), rosa.client().office().administrator().email());
    window.link("Rosa Lindqvist");
    window.seesHeading("Rosa Lindqvist");
    window.reload();
    window.seesHeading("Rosa Lindqvist");
    FirstView client = FirstView.of(window);

    assertThat(signIn.script()).isBetween(10_000L, 100_000L);
    assertThat(List.of(signIn, folder, client))
        .as("first views %s, %s, %s", signIn, folder, client)
        .allMatch(view -> view.compressed() < 50_000 && view.jumps().isEmpty());
  }

  /** The mail of what has happened until now. */
  private static String digest(Office.Client.SignedIn reader) {
    Portal.advance(Duration.ofMinutes(6));
    return String.valueOf(Portal.lastMail(reader.person().email()).text());
  }

  private static String linkIn(String mail, String part) {
    return mail.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(People.portal()) && line.contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(mail));
  }

  private static String sent(double part) {
    return "return document.querySelector('[data-phase=sending] progress')?.value > " + part;
  }

  private void openUploads(Window window, Office.Client.SignedIn rosa) {
    People.signIn(
        window, People.portal() + "/" + rosa.client().office().slug(), rosa.person().email());
    window.link("Client Uploads");
    window.seesHeading("Client Uploads");
  }

  /** Bytes that begin like no program and repeat nowhere. */
  private static void write(Path file, int mebibytes) throws IOException {
    Random random = new Random(1);
    byte[] bytes = new byte[MIB];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < mebibytes; i++) {
        random.nextBytes(bytes);
        bytes[0] = 0;
        out.write(bytes);
      }
    }
  }
}
