package clientportal.sites;

import static clientportal.driver.Portal.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The name and the logo of a site in the mails to its clients and contacts. */
final class SiteMailsIT {
  private static final Pattern PICTURE = Pattern.compile("<img src=\"([^\"]+)\"([^>]*)>");

  private final Office office = Office.open("Meyer & Søn", true);
  private final Person administrator = office.administrator();

  private String site(String slug) {
    return office.path() + "/sites/" + slug;
  }

  private void settings(String slug, String displayName) {
    ObjectNode settings = json().put("displayName", displayName);
    settings.putArray("signIn").add("code").add("password");
    administrator.put(site(slug) + "/settings", settings).is(200);
  }

  private static File picture(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", png);
    return new File("Logo.png", "image/png", png.toByteArray());
  }

  private void logo(String slug, File picture) {
    ObjectNode declaration = picture.declaration();
    declaration.remove("name");
    Answer declared = administrator.post(site(slug) + "/logo", declaration).is(201);
    File.put(declared, picture.bytes()).is(200);
    Portal.settle();
  }

  private static String html(Message mail) {
    return requireNonNull(mail.html());
  }

  @Test
  @Tag("MY8")
  void aMailToAClient_showsTheSitesNameAndLogo_byOneUrlForAll_andReadsWellWithout()
      throws IOException {
    settings(office.slug(), "Meyer Tax & Søn");
    File picture = picture(1000, 250);
    logo(office.slug(), picture);

    Office.Client.SignedIn carla = office.activeClient("Carla");
    carla.client().share(carla.client().folder("Taxes 2025"), "client", "view").is(200);
    Portal.settle();
    Portal.advance(Duration.ofMinutes(6));
    Office.Client dora = office.client("Dora").invite();

    Message invitation = Portal.lastMail(dora.email());
    assertThat(invitation.subject()).isEqualTo("Meyer Tax & Søn invites you to its client portal");
    assertThat(requireNonNull(invitation.text()))
        .contains("Sent by the client portal of Meyer Tax & Søn")
        .doesNotContain("Logo");
    Matcher shown = PICTURE.matcher(html(invitation));
    assertThat(shown.find()).isTrue();
    assertThat(shown.group(2)).contains("width=\"220\" height=\"55\" alt=\"Logo\"");
    Answer logo = new Call(shown.group(1)).outsideTheContract().send().is(200);
    assertThat(logo.bytes()).isEqualTo(picture.bytes());
    assertThat(Portal.mails(carla.person().email()))
        .filteredOn(mail -> String.valueOf(mail.text()).contains("Meyer Tax & Søn"))
        .as("invitation, verification and digest")
        .hasSize(3)
        .allSatisfy(mail -> assertThat(html(mail)).contains(shown.group(1)));
  }

  @Test
  @Tag("MY8")
  @Tag("BC18")
  void aPersonOfAnotherSite_isMailedInItsName_withItsLogo_andStaffInThatOfTheFirm()
      throws IOException {
    String second = Portal.slug();
    administrator
        .post(office.path() + "/sites", json().put("slug", second).put("name", "Second"))
        .is(201);
    settings(second, "Lohnbüro");
    logo(second, picture(80, 80));
    String email = Portal.email("rosa");
    Visitor visitor = Visitor.elsewhere();

    Visitor.Asked asked = visitor.registering(second, "Rosa", email);
    Message verification = Portal.lastMail(email);
    visitor.verify(asked.withCode()).is(200);
    visitor.requestPasswordReset(email).is(202);
    Message reset = Portal.lastMail(email);

    assertThat(verification.subject()).isEqualTo("Verify your email address for Lohnbüro");
    assertThat(html(verification)).contains("/" + second + "/logo/", "width=\"64\" height=\"64\"");
    assertThat(reset.subject()).isEqualTo("Set a new password for Lohnbüro");
    assertThat(html(reset)).contains("/" + second + "/logo/");
    String staff = Portal.email("sam");
    administrator
        .post(
            office.path() + "/staff",
            json().put("name", "Sam").put("email", staff).put("role", "staff"))
        .is(201);
    assertThat(html(Portal.lastMail(staff))).contains("Meyer &amp; Søn").doesNotContain("<img");
  }

  @Test
  @Tag("MY8")
  void withoutLogo_aMailShowsTheNameAlone() throws IOException {
    settings(office.slug(), "Meyer Tax");
    logo(office.slug(), picture(80, 80));
    administrator.delete(site(office.slug()) + "/logo").is(204);

    Office.Client dora = office.client("Dora").invite();

    assertThat(html(Portal.lastMail(dora.email()))).contains("Meyer Tax").doesNotContain("<img");
  }
}
