package clientportal.notifications;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person has read in the portal: {@code markNoticesRead} and {@code listNotices}. */
final class ReadNoticesIT {
  private final Office office = Office.open();

  private static Answer mark(Person person, String... ids) {
    ObjectNode body = json();
    List.of(ids).forEach(body.putArray("noticeIds")::add);
    return person.post("/v1/me/notices/read", body);
  }

  private static Answer notices(Person person) {
    Portal.settle();
    return person.get("/v1/me/notices").is(200);
  }

  private static long mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .count();
  }

  @Test
  @Tag("FC14")
  void whatAReaderHasMarkedAsRead_isInNoMail_andStaysInTheList() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    client.share(client.folder("Taxes 2041"), "client", "view").is(200);
    client.share(client.folder("Letters 2041"), "client", "view").is(200);
    Answer before = notices(carla.person());
    assertThat(before.text("items/0/read")).isEqualTo("false");
    String letters = before.text("items/0/noticeId");

    mark(carla.person(), letters).is(204);
    Map<String, Object> marked = Portal.everything();
    mark(carla.person(), letters).is(204);
    assertThat(Portal.everything()).isEqualTo(marked);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(client.email(), "Taxes 2041")).isEqualTo(1);
    assertThat(mailsWith(client.email(), "Letters 2041")).isZero();
    Answer after = notices(carla.person());
    assertThat(after.at("items")).hasSize(2);
    assertThat(after.text("items/0/read")).isEqualTo("true");
    assertThat(after.text("items/1/read")).isEqualTo("false");
  }

  @Test
  void aMemberOfTheTeam_whoHasReadAll_getsNoMail() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Office.Member sam = office.member("Sam", false);
    client.assignTeam(sam.staffId());
    File.text("passport.txt", "p")
        .upload(carla.person(), client.path() + "/folders/" + client.uploads());

    mark(sam.person(), notices(sam.person()).text("items/0/noticeId")).is(204);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(sam.person().email(), "passport.txt")).isZero();
  }

  @Test
  void noticesOfOthers_andUnknownOnes_areIgnored_andFaultsAreAllReported() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client.SignedIn otto = office.activeClient("Otto");
    Office.Client client = carla.client();
    client.share(client.folder("Taxes 2042"), "client", "view").is(200);
    String id = notices(carla.person()).text("items/0/noticeId");
    Map<String, Object> before = Portal.everything();

    mark(otto.person(), id, "01arz3ndektsv4rrffq69g5fav").is(204);
    assertThat(mark(carla.person(), id, "x", id).isProblem(400, "invalid-request").faults())
        .containsExactlyInAnyOrder("/noticeIds/1 format", "/noticeIds/2 duplicate");
    assertThat(mark(carla.person()).isProblem(400, "invalid-request").faults())
        .containsExactly("/noticeIds length");

    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(notices(carla.person()).text("items/0/read")).isEqualTo("false");
  }
}
