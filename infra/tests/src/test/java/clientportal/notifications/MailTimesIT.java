package clientportal.notifications;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A firm's quiet hours and days, and its limit of a day, as clients and contacts notice them. */
final class MailTimesIT {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** Begins at ten in the morning, so that a day does not end within a test. */
  private final Office office = atTen();

  private static Office atTen() {
    LocalDateTime now = LocalDateTime.ofInstant(Portal.now(), ZoneOffset.UTC);
    LocalDateTime ten = now.toLocalDate().plusDays(1).atTime(10, 0);
    Portal.advance(Duration.between(now, ten));
    return Office.open();
  }

  private Answer set(Consumer<ObjectNode> change) {
    ObjectNode patch = json();
    change.accept(patch.putObject("settings").put("timeZone", "UTC"));
    return office.administrator().patch(office.path(), patch).is(200);
  }

  private static long mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .count();
  }

  private static void share(Office.Client client, String name) {
    client.share(client.folder(name), "client", "view").is(200);
  }

  private static String today() {
    return LocalDateTime.ofInstant(Portal.now(), ZoneOffset.UTC)
        .getDayOfWeek()
        .name()
        .toLowerCase(Locale.ROOT);
  }

  @Test
  @Tag("FC12")
  void aDigestWaitsForTheEndOfQuietHours_andInvitationsAndDigestsToStaffDoNot() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Office.Member sam = office.member("Sam", false);
    client.assignTeam(sam.staffId());
    Answer firm =
        set(settings -> settings.putObject("quietHours").put("from", "09:30").put("to", "11:00"));
    assertThat(firm.text("settings/quietHours/from")).isEqualTo("09:30");
    assertThat(office.administrator().get(office.path()).is(200).json()).isEqualTo(firm.json());

    share(client, "Taxes 2031");
    File.text("passport.txt", "p")
        .upload(carla.person(), client.path() + "/folders/" + client.uploads());
    Office.Client invited = office.client("Ivo").invite();
    Portal.advance(WINDOW);

    assertThat(mailsWith(client.email(), "Taxes 2031")).isZero();
    assertThat(mailsWith(sam.person().email(), "passport.txt")).isEqualTo(1);
    assertThat(mailsWith(invited.email(), "/invitation#")).isEqualTo(1);
    share(client, "Letters 2031");
    Portal.settle();
    assertThat(carla.person().get("/v1/me/notices").is(200).at("items")).hasSize(2);
    Portal.advance(Duration.ofHours(1));
    assertThat(Portal.mails(client.email()))
        .filteredOn(mail -> String.valueOf(mail.text()).contains("Taxes 2031"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Letters 2031"));
  }

  @Test
  @Tag("FC17")
  void aDigestWhoseTimeHasBecomeQuiet_isPutOff_untilTheDayHasEnded() {
    Office.Client client = office.activeClient("Carla").client();
    share(client, "Taxes 2032");
    Portal.settle();
    set(settings -> settings.putArray("quietDays").add(today()));

    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2032")).isZero();
    share(client, "Letters 2032");
    Portal.advance(Duration.ofHours(13));
    assertThat(mailsWith(client.email(), "Taxes 2032")).isZero();
    Portal.advance(Duration.ofHours(1));
    assertThat(Portal.mails(client.email()))
        .filteredOn(mail -> String.valueOf(mail.text()).contains("Taxes 2032"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("Letters 2032"));
  }

  @Test
  @Tag("FC17")
  void afterTheLastMailOfADay_theNextGoesInTheMorning_andTakesAlongWhatComes() {
    Office.Client client = office.activeClient("Carla").client();
    Office.Client other = office.activeClient("Otto").client();
    assertThat(set(settings -> settings.put("mailsPerDay", 1)).text("settings/mailsPerDay"))
        .isEqualTo("1");

    share(client, "Taxes 2033");
    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2033")).isEqualTo(1);
    share(client, "Letters 2033");
    share(other, "Taxes 2034");
    Portal.advance(WINDOW);
    assertThat(mailsWith(other.email(), "Taxes 2034")).isEqualTo(1);
    share(client, "Deeds 2033");
    Portal.advance(Duration.ofHours(11));
    assertThat(mailsWith(client.email(), "2033")).isEqualTo(1);

    LocalDateTime now = LocalDateTime.ofInstant(Portal.now(), ZoneOffset.UTC);
    LocalDateTime nine = now.toLocalDate().plusDays(1).atTime(9, 0);
    Portal.advance(Duration.ofMinutes(ChronoUnit.MINUTES.between(now, nine) - 1));
    assertThat(mailsWith(client.email(), "2033")).isEqualTo(1);
    Portal.advance(Duration.ofMinutes(2));
    assertThat(Portal.lastMail(client.email()).text())
        .contains("Letters 2033", "Deeds 2033")
        .doesNotContain("Taxes 2033");
    assertThat(mailsWith(client.email(), "2033")).isEqualTo(2);
  }
}
