package clientportal.sharing;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SharesIT {
  private final Office office = Office.open();

  private static List<String> names(JsonNode items, String field) {
    List<String> names = new ArrayList<>();
    items.forEach(item -> names.add(item.path(field).asText()));
    return names;
  }

  @Test
  @Tag("BS7")
  void theClient_mustHaveAnAccount() {
    Office.Client client = office.client("Carla");
    String folder = client.folder("Taxes");
    Map<String, Object> before = Portal.everything();

    client.share(folder, "client", "view").isProblem(422, "account-required");
    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(names(shares(client, folder).at("candidates"), "recipient")).isEmpty();

    client.invite();
    client.share(folder, "client", "view").is(200);
    assertThat(names(shares(client, folder).at("candidates"), "recipient"))
        .containsExactly("client");
  }

  private Answer shares(Office.Client client, String folder) {
    return office.administrator().get(client.path() + "/folders/" + folder + "/shares").is(200);
  }

  @Test
  @Tag("FC1")
  @Tag("FC12")
  @Tag("FC13")
  @Tag("FC17")
  void aSharedFolder_isOpenToTheClient_whoIsNotifiedByMailWithALinkToIt() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes 2025");
    String path = client.path() + "/folders/" + folder;
    carla.person().get(path).isProblem(404, "not-found");
    int mails = Portal.mails(client.email()).size();

    Answer shared = client.share(folder, "client", "view").is(200);

    assertThat(shared.text("shareState")).isEqualTo("selected");
    assertThat(shared.text("recipients/0/name")).isEqualTo("Carla");
    assertThat(carla.person().get(path).is(200).text("access")).isEqualTo("view");
    assertThat(names(carla.person().get(client.path() + "/shared").at("items"), "name"))
        .containsExactly("Taxes 2025", "Client Uploads");
    assertThat(Portal.mails(client.email())).hasSize(mails);
    Portal.advance(Duration.ofMinutes(5));
    List<Message> received = Portal.mails(client.email());
    assertThat(received).hasSize(mails + 1);
    String link =
        Portal.stack().describe().get("portalUrl")
            + "/"
            + office.slug()
            + "/clients/"
            + client.clientId()
            + "/folders/"
            + folder;
    assertThat(received.getLast().text()).contains("Taxes 2025", link);
    assertThat(received.getLast().html()).contains(link);
  }

  @Test
  @Tag("BS11")
  @Tag("BS12")
  void anUnselectedFolder_isGoneAtTheNextRequest_andOtherwiseItStays() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes");
    client.share(folder, "client", "view").is(200);
    String path = client.path() + "/folders/" + folder;

    Portal.advance(Duration.ofDays(3650));
    Person later = Portal.signIn(client.email());
    later.get(path).is(200);

    Person staff = Portal.signIn(office.administrator().email());
    assertThat(staff.put(path + "/shares", Office.nobody()).is(200).text("shareState"))
        .isEqualTo("none");
    later.get(path).isProblem(404, "not-found");
    assertThat(names(later.get(client.path() + "/shared").at("items"), "name"))
        .containsExactly("Client Uploads");
  }

  @Test
  @Tag("BS13")
  @Tag("BS14")
  void allAuthorized_includesTheClient_andTheStateIsReadable() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes");

    assertThat(client.share(folder, "all-authorized", "view").is(200).text("shareState"))
        .isEqualTo("all-authorized");

    carla.person().get(client.path() + "/folders/" + folder).is(200);
    Answer state = office.administrator().get(client.path() + "/folders/" + folder).is(200);
    assertThat(state.text("shareState")).isEqualTo("all-authorized");
    assertThat(shares(client, folder).text("recipients/0/recipient")).isEqualTo("all-authorized");
  }

  @Test
  @Tag("FC16")
  void theClientSeesAllThatIsShared_andUploadsOnlyWhereItMay() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String readable = client.folder("Read");
    String writable = client.folder("Write");
    client.share(readable, "client", "view").is(200);
    client.share(writable, "all-authorized", "view-upload").is(200);
    File file = File.text("note.txt", "hello");

    file.declare(carla.person(), client.path() + "/folders/" + readable)
        .isProblem(403, "permission-required");
    file.declare(carla.person(), client.path() + "/folders/" + writable).is(201);
    Answer folders = carla.person().get(client.path() + "/folders").is(200);
    assertThat(names(folders.at("items"), "name"))
        .containsExactly("Client Uploads", "Read", "Write");
    assertThat(names(folders.at("items"), "access"))
        .containsExactly("view-upload", "view", "view-upload");
  }

  @Test
  void theSameSetAgain_notifiesNobody_andAnEndIsKeptToTheInstant() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes");
    ObjectNode body = json();
    body.putArray("recipients")
        .addObject()
        .put("recipient", "client")
        .put("access", "view")
        .put("expiresAt", Portal.now().plusSeconds(3600).toString());
    String path = client.path() + "/folders/" + folder;
    Answer first = office.administrator().put(path + "/shares", body).is(200);
    Answer again = office.administrator().put(path + "/shares", body).is(200);

    assertThat(again.header("etag")).isEqualTo(first.header("etag"));
    assertThat(again.text()).isEqualTo(first.text());
    Portal.advance(Duration.ofMinutes(5));
    assertThat(
            Portal.mails(client.email()).stream()
                .filter(mail -> String.valueOf(mail.text()).contains("Taxes")))
        .hasSize(1);
    carla.person().get(path).is(200);
    Portal.advance(Duration.ofMinutes(55));
    Person later = Portal.signIn(client.email());
    later.get(path).isProblem(404, "not-found");
    assertThat(names(later.get(client.path() + "/shared").at("items"), "name"))
        .containsExactly("Client Uploads");
    assertThat(names(later.get(client.path() + "/folders").at("items"), "name"))
        .containsExactly("Client Uploads");
  }

  @Test
  void faults_areReportedTogether_andChangeNothing() {
    Office.Client client = office.client("Carla").invite();
    String folder = client.folder("Taxes");
    ObjectNode body = json();
    ArrayNode recipients = body.putArray("recipients");
    recipients.addObject().put("recipient", "client").put("access", "own");
    recipients.addObject().put("recipient", "client").put("access", "view");
    recipients.addObject().put("recipient", "nobody").put("access", "view");
    recipients
        .addObject()
        .put("recipient", "all-authorized")
        .put("access", "view")
        .put("expiresAt", "2020-01-01T00:00:00Z");
    Map<String, Object> before = Portal.everything();

    Answer answer =
        office
            .administrator()
            .put(client.path() + "/folders/" + folder + "/shares", body)
            .isProblem(400, "invalid-request");

    assertThat(answer.faults())
        .contains(
            "/recipients/0/access enum",
            "/recipients/2/recipient format",
            "/recipients/3/expiresAt range");
    assertThat(Portal.everything()).isEqualTo(before);
    ObjectNode twice = json();
    ArrayNode two = twice.putArray("recipients");
    two.addObject().put("recipient", "client").put("access", "view");
    two.addObject().put("recipient", "client").put("access", "view-upload");
    assertThat(
            office
                .administrator()
                .put(client.path() + "/folders/" + folder + "/shares", twice)
                .isProblem(400, "invalid-request")
                .faults())
        .singleElement()
        .asString()
        .startsWith("/recipients/1")
        .endsWith("duplicate");
  }
}
