package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The pages of clients and contacts: what is shared with them, and what they send. */
@ExtendWith(Browsers.class)
class PortalPagesIT {
  private static final int MIB = 1 << 20;
  private static final int FAST = 40 * MIB;

  @TempDir private Path files;

  @Test
  void anUploadOf120Mb_withTheConnectionCutTwice_arrives() throws Exception {
    Office.Client.SignedIn rosa = Office.open().activeClient("Rosa Lindqvist");
    Window window = Browsers.open("Rosa");
    openUploads(window, rosa);
    Path film = files.resolve("Film.bin");
    write(film, 120);

    window.connect(FAST);
    window.give("Choose files", film);
    for (double reached : new double[] {0.15, 0.5}) {
      window.waitsFor(
          reached + " of the upload",
          "return document.querySelector('[data-phase=sending] progress')?.value > " + reached);
      window.disconnect();
      window.seesIn("Film.bin", "Waiting for the connection");
      window.judge("portal-upload-waits");
      window.connect(FAST);
    }
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
    Office office = Office.open(hostile, true);
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    Office.Client other = office.client("Somebody else's");
    rosa.client().share(rosa.client().folder(hostile), "client", "view").is(200);
    Window window = Browsers.open("Rosa");

    People.signIn(
        window,
        People.portal() + "/" + office.slug() + "/clients/" + other.clientId(),
        rosa.person().email());
    window.seesHeading("Not found");
    window.judge("portal-not-found");
    window.open(People.portal() + "/" + office.slug());
    window.link(hostile);
    window.seesHeading(hostile);
    window.judge("portal-hostile-names");
    assertThat(window.run("return document.querySelectorAll('img').length")).isEqualTo(0L);
  }

  @Test
  void theLinkInADigest_opensItsDocument() throws Exception {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    rosa.client().share(rosa.client().folder("Taxes 2026"), "client", "view").is(200);
    Portal.advance(Duration.ofMinutes(6));
    String mail = String.valueOf(Portal.lastMail(rosa.person().email()).text());
    String link =
        mail.lines()
            .map(String::strip)
            .filter(line -> line.startsWith(People.portal()) && line.contains("/folders/"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(mail));
    Window window = Browsers.open("Rosa");

    People.signIn(window, link, rosa.person().email());
    window.seesHeading("Taxes 2026");
    window.judge("portal-folder");
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
