package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an administrator sets up a site, and what clients see of it. */
@InBrowsers
class SiteFacesIT {
  private static final double READABLE = 4.5;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  @Tag("MY5")
  @Tag("MY7")
  @Tag("MY8")
  void anAdministrator_setsUpASite_andClientsSeeItsNameLogoWelcomeAndColor() throws IOException {
    Office office = Office.open("Meyer & Søn", true);
    Office.Client carla = office.client("Carla Client");
    Window staff = Browsers.open("Ada");

    People.signIn(staff, People.staff(), office.administrator().email());
    staff.link("Settings");
    staff.link("Sites");
    staff.seesHeading("Sites");
    staff.sees("Not set up yet");
    staff.sees("It never changes");
    staff.judge("staff-sites");
    staff.link("Set up");
    staff.fill("Name shown", "Meyer Tax & Søn");
    staff.fill("Welcome", "Welcome.\nHere is everything about your taxes.");
    staff.fill("Address of your privacy notice", "http://meyer.test/privacy");
    staff.tick("A color of its own");
    staff.set("Color of the site", "#ffd500");
    staff.tick("With a mailed code");
    staff.tick("With a password");
    staff.button("Save");
    staff.sees("Please enter an address that begins with https://.");
    staff.fill("Address of your privacy notice", "https://meyer.test/privacy");
    staff.button("Save");
    staff.sees("a passkey is added after signing in");
    staff.tick("With a mailed code");
    staff.tick("With a password");
    staff.tick("With a passkey");
    staff.choose("Offered first", "With a password");
    staff.button("Save");
    staff.sees("The changes are saved.");
    staff.seesHeading("Meyer Tax & Søn");
    staff.judge("staff-site");

    staff.give("Choose a picture", logo("Wide.png", 1001));
    staff.sees("It is more than 1,000 pixels wide.");
    staff.judge("staff-site-rejected");
    staff.give("Choose a picture", logo("Logo.png", 640));
    staff.sees("The logo is shown from now on.");
    staff.judge("staff-site-logo");

    Window visitor = Browsers.open("Carla");
    visitor.open(People.portal() + "/" + office.slug());
    visitor.seesHeading("Sign in");
    visitor.sees("Meyer Tax & Søn");
    visitor.sees("Here is everything about your taxes.");
    visitor.waitsFor(
        "the logo",
        "const logo = document.querySelector('.brand .logo');"
            + " return logo && logo.complete && logo.naturalWidth === 640;");
    assertThat(visitor.run("return document.querySelector('.foot a').href"))
        .isEqualTo("https://meyer.test/privacy");
    assertThat(visitor.text()).contains("Password", "Use a mailed code");
    assertThat(visitor.text()).doesNotContain("Use a passkey");
    visitor.judge("portal-face-sign-in");
    visitor.link("Register");
    visitor.sees("Here is everything about your taxes.");
    visitor.judge("portal-face-register");
    carla.invite();
    visitor.open(People.link(carla.email()));
    visitor.seesHeading("Welcome to Meyer Tax & Søn");
    visitor.judge("portal-face-invitation");
    Portal.acceptInvitation(carla.email());
    visitor.open(People.portal() + "/" + office.slug());
    visitor.button("Use a mailed code");
    People.signInHere(visitor, carla.email());
    visitor.seesHeading("Documents");
    visitor.judge("portal-face-shared");

    staff.button("Remove the logo");
    staff.button("Remove the logo");
    staff.sees("The logo is removed.");
    visitor.reload();
    visitor.seesHeading("Documents");
    visitor.waitsFor("no logo", "return !document.querySelector('.brand .logo')");
  }

  @Test
  void germanWords_haveRoom() throws IOException {
    Office office = Office.open("Steuerberatungsgesellschaft Brückner und Partner mbB", true);
    Window staff = Browsers.open("Ada", "de-DE");

    staff.open(People.staff());
    staff.fill("E-Mail-Adresse", office.administrator().email());
    staff.button("Code per E-Mail senden");
    staff.fill("Code aus der E-Mail", Portal.newestCode(office.administrator().email()));
    staff.button("Anmelden");
    staff.link("Einstellungen");
    staff.link("Seiten");
    staff.judge("staff-sites-german");
    staff.link("Einrichten");
    staff.give("Bild wählen", logo("Logo.png", 900));
    staff.sees("Das Logo ist ab jetzt zu sehen.");
    staff.judge("staff-site-german");
    Window visitor = Browsers.open("Rosa", "de-DE");
    visitor.open(People.portal() + "/" + office.slug() + "/register");
    visitor.waitsFor(
        "the logo", "return document.querySelector('.brand .logo')?.naturalWidth === 900");
    visitor.judge("portal-face-german");
  }

  /** Each color of which red, green and blue are one of 16. */
  @Test
  void anyColor_isReadable_inLightAndDark() throws IOException {
    Window window = Browsers.open("Somebody");
    window.open(People.portal());
    window.seesHeading("Sign in");
    String found =
        window
            .run(
                """
                return import('/assets/shared/accent.js').then(({ shades }) => JSON.stringify(
                  Array.from({ length: 4096 }, (_, i) => '#' + [i >> 8, (i >> 4) & 15, i & 15]
                    .map((part) => part.toString(16).repeat(2)).join('')).map(shades)));
                """)
            .toString();
    List<String> light = grounds(1);
    List<String> dark = grounds(2);

    JsonNode all = JSON.readTree(found);
    assertThat(all).hasSize(4096);
    for (JsonNode shades : all) {
      readable(shades.path("light"), light);
      readable(shades.path("dark"), dark);
    }
    assertThat(all.get(0x048).at("/light/accent").asText()).as("is fine").isEqualTo("#004488");
  }

  private static void readable(JsonNode shade, List<String> grounds) {
    String accent = shade.path("accent").asText();
    for (String ground : grounds) {
      assertThat(contrast(accent, ground))
          .as("%s on %s", accent, ground)
          .isGreaterThanOrEqualTo(READABLE);
    }
    assertThat(contrast(accent, shade.path("accent-soft").asText()))
        .isGreaterThanOrEqualTo(READABLE);
    String ink = shade.path("accent-ink").asText();
    assertThat(contrast(ink, accent)).isGreaterThanOrEqualTo(READABLE);
    assertThat(contrast(ink, shade.path("accent-deep").asText())).isGreaterThanOrEqualTo(READABLE);
  }

  /** The grounds of the stylesheet, in light (1) or dark (2). */
  private static List<String> grounds(int scheme) throws IOException {
    URI sheet = URI.create(People.portal() + "/assets/shared/style.css");
    try (InputStream stream = sheet.toURL().openStream()) {
      List<String> grounds =
          Pattern.compile("--(?:paper|surface|sunken): light-dark\\((#\\w{6}), (#\\w{6})\\)")
              .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .map((MatchResult ground) -> ground.group(scheme))
              .toList();
      assertThat(grounds).hasSize(3);
      return grounds;
    }
  }

  /** The contrast of WCAG 2. */
  private static double contrast(String one, String other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(String color) {
    Color parts = Color.decode(color);
    return 0.2126 * linear(parts.getRed())
        + 0.7152 * linear(parts.getGreen())
        + 0.0722 * linear(parts.getBlue());
  }

  private static double linear(int part) {
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /** A dark mark on transparent ground. */
  private Path logo(String name, int width) throws IOException {
    int height = width / 4;
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(new Color(0x14213d));
    graphics.fillOval(0, 0, height, height);
    graphics.setStroke(new BasicStroke(height / 6f));
    graphics.drawLine(height + height / 3, height / 3, width - height / 4, height / 3);
    graphics.drawLine(height + height / 3, height * 3 / 4, width * 2 / 3, height * 3 / 4);
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
