package clientportal.notifications;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class NoticesIT {
  private final Office office = Office.open();

  private static List<Message> mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .toList();
  }

  @Test
  @Tag("FC18")
  @Tag("FC19")
  void everyMemberOfTheTeam_isNotifiedOfAnUpload_andWithoutATeamNobodyIs() {
    Office.Member one = office.member("Sam", true);
    Office.Member two = office.member("Tom", false);
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.path() + "/folders/" + client.uploads();
    File.text("before.txt", "b").upload(carla.person(), folder);
    client.assignTeam(one.staffId(), two.staffId());

    String id = File.text("passport.txt", "p").upload(carla.person(), folder);
    Portal.advance(Duration.ofMinutes(5));

    String link =
        Portal.stack().describe().get("staffUrl")
            + "/firms/"
            + office.firmId()
            + "/clients/"
            + client.clientId()
            + "/folders/"
            + client.uploads()
            + "/documents/"
            + id;
    for (Office.Member member : List.of(one, two)) {
      assertThat(mailsWith(member.person().email(), "passport.txt"))
          .singleElement()
          .satisfies(mail -> assertThat(mail.text()).contains(link, "Carla"));
      Answer notices = member.person().get("/v1/me/notices").is(200);
      assertThat(notices.at("items")).hasSize(1);
      assertThat(notices.text("items/0/type")).isEqualTo("document-uploaded");
      assertThat(notices.text("items/0/documentName")).isEqualTo("passport.txt");
      assertThat(notices.text("items/0/by")).isEqualTo("Carla");
    }
    assertThat(mailsWith(office.administrator().email(), "passport.txt")).isEmpty();
    assertThat(mailsWith(one.person().email(), "before.txt")).isEmpty();
    assertThat(mailsWith(client.email(), "passport.txt")).isEmpty();
  }

  @Test
  @Tag("FC17")
  void aReader_isNotifiedOfADocumentThatStaffAdd_onceItIsAvailable() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folderId = client.folder("Taxes");
    String folder = client.path() + "/folders/" + folderId;
    client.share(folderId, "client", "view").is(200);

    File.pdf("assessment.pdf").upload(office.administrator(), folder);
    File.pdf("letter.pdf").upload(office.administrator(), folder);

    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(notices.at("items")).hasSize(3);
    assertThat(notices.text("items/0/type")).isEqualTo("document-added");
    assertThat(notices.text("items/0/documentName")).isEqualTo("letter.pdf");
    assertThat(notices.text("items/2/type")).isEqualTo("folder-shared");
    Portal.advance(Duration.ofMinutes(5));
    assertThat(mailsWith(client.email(), "assessment.pdf"))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("letter.pdf", "Taxes"));
    Portal.advance(Duration.ofMinutes(5));
    assertThat(mailsWith(client.email(), "assessment.pdf")).hasSize(1);
  }

  @Test
  void anInvitedClient_isNotifiedByMailOnly() {
    Office.Client client = office.client("Carla").invite();
    String folder = client.folder("Taxes 2024");
    client.share(folder, "client", "view").is(200);

    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(client.email(), "Taxes 2024")).hasSize(1);
    assertThat(Portal.acceptInvitation(client.email()).get("/v1/me/notices").at("items")).isEmpty();
  }

  @Test
  void nobodyIsNotified_ofItemsTheyCanNoLongerSee() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Secret plan");
    client.share(folder, "client", "view").is(200);
    Portal.settle();
    office
        .administrator()
        .put(client.path() + "/folders/" + folder + "/shares", Office.nobody())
        .is(200);

    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(client.email(), "Secret plan")).isEmpty();
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(notices.at("items")).hasSize(1);
    assertThat(notices.text()).doesNotContain("Secret plan");
  }

  @Test
  void theStaffMemberWhoUploads_isNotNotifiedOfTheirOwnUpload() {
    Office.Client client = office.client("Carla");
    client.assignTeam(office.staffId());
    String folder = client.path() + "/folders/" + client.folder("Box");

    File.text("mine.txt", "m").upload(office.administrator(), folder);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(office.administrator().email(), "mine.txt")).isEmpty();
    assertThat(office.administrator().get("/v1/me/notices").at("items")).isEmpty();
  }

  @Test
  void aTeam_hasOnlyEnabledMembers() {
    Office.Client client = office.client("Carla");
    Office other = Office.open("Other", true);

    var body = json();
    body.putArray("staffIds").add(other.staffId());
    office.administrator().put(client.path() + "/team", body).isProblem(422, "unknown-staff");
  }
}
