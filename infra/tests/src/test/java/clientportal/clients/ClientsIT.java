package clientportal.clients;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients as the firm's staff find and change them, among others by {@code updateClient}. */
final class ClientsIT {
  private final Office office = Office.open();
  private final Person administrator = office.administrator();

  private static ObjectNode email(String address) {
    return json().put("email", address);
  }

  private static List<String> names(Answer list) {
    List<String> names = new ArrayList<>();
    list.at("items").forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  private Answer find(String beginning) {
    return administrator
        .get(
            office.path() + "/clients?name=" + URLEncoder.encode(beginning, StandardCharsets.UTF_8))
        .is(200);
  }

  @Test
  void clients_areListedByName_pageByPage_orByABeginning() {
    for (String name : List.of("zoe", "José Ruiz", "JOSE\u0301 Alba", "Josefa", "Straße")) {
      office.client(name);
    }
    Office.open("Other", true).client("Josip");

    Answer page = administrator.get(office.path() + "/clients?limit=4").is(200);
    office.client("Aaron");
    Answer rest =
        administrator
            .get(office.path() + "/clients?limit=4&cursor=" + page.text("nextCursor"))
            .is(200);

    assertThat(names(page)).containsExactly("JOSE\u0301 Alba", "José Ruiz", "Josefa", "Straße");
    assertThat(names(rest)).containsExactly("zoe");
    assertThat(names(find("JOSÉ "))).containsExactly("JOSE\u0301 Alba", "José Ruiz");
    assertThat(names(find("jose"))).containsExactly("JOSE\u0301 Alba", "José Ruiz", "Josefa");
    assertThat(names(find("STRASS"))).containsExactly("Straße");
    assertThat(names(find("x"))).isEmpty();
    assertThat(names(find(""))).hasSize(6);
    administrator
        .get(office.path() + "/clients?name=j&cursor=" + page.text("nextCursor"))
        .isProblem(400, "invalid-request");
    administrator.get(office.path() + "/clients?limit=101").isProblem(400, "invalid-request");
  }

  @Test
  void accents_areLeftOutWhereNamesAreSortedAndSearched_andNowhereElse() {
    for (String name : List.of("Zorn", "Nguyễn", "Ärzte Nord", "Axel", "Anton")) {
      office.client(name);
    }

    assertThat(names(administrator.get(office.path() + "/clients")))
        .containsExactly("Anton", "Ärzte Nord", "Axel", "Nguyễn", "Zorn");
    assertThat(names(find("nguyen"))).containsExactly("Nguyễn");
    assertThat(names(find("NGUYỄN"))).containsExactly("Nguyễn");
    assertThat(names(find("\u0301"))).hasSize(5);
    administrator.get(office.path() + "/clients?name=%C4rzte").isProblem(400, "invalid-request");
  }

  /** As jQuery adds against caches, and as generated callers write defaults. */
  @Test
  void whatChangesNothing_alsoChangesNoCursor() {
    Office.Client carla = office.client("Carla");
    office.client("Bert");
    carla.folder("A");
    for (String path : List.of(office.path() + "/clients", carla.path() + "/folders")) {
      String cursor = administrator.get(path + "?limit=1&_=1").is(200).text("nextCursor");
      String rest = "limit=25&archived=false&name=&_=1700000000001&cursor=" + cursor;

      assertThat(administrator.get(path + "?" + rest).is(200).at("items")).hasSize(1);
    }
    String folders = carla.path() + "/folders?limit=1";
    administrator
        .get(folders + "&archived=true&cursor=" + administrator.get(folders).text("nextCursor"))
        .isProblem(400, "invalid-request");
  }

  /** As Windows PowerShell and old editors send it. */
  @Test
  void aBodyThatIsNotUtf8_isRefused_andNothingIsStored() {
    String body = "{\"kind\": \"client\", \"name\": \"Zoë\"}";
    Map<String, Object> before = Portal.everything();
    for (String charset : List.of("ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      Call call = administrator.call("POST", office.path() + "/clients");
      call.header("Content-Type", "application/json")
          .body(body.getBytes(Charset.forName(charset)))
          .send()
          .isProblem(400, "malformed-json");
      administrator
          .call("POST", office.path() + "/clients")
          .header("Content-Type", "application/json; charset=" + charset)
          .body(body.getBytes(Charset.forName(charset)))
          .send()
          .isProblem(415, "unsupported-media-type");
    }
    assertThat(Portal.everything()).isEqualTo(before);

    assertThat(
            administrator
                .call("POST", office.path() + "/clients")
                .header("Content-Type", "application/json; charset=UTF-8")
                .body("\uFEFF" + body)
                .send()
                .is(201)
                .text("name"))
        .isEqualTo("Zoë");
  }

  @Test
  @Tag("BX2")
  @Tag("BC7")
  void theList_showsClientsWithoutAddress_withAnAddressAndNoAccount_andWithAnAccount() {
    administrator
        .post(office.path() + "/clients", json().put("kind", "client").put("name", "A"))
        .is(201);
    office.client("B");
    Office.Client invited = office.client("C").invite();
    office.activeClient("D");

    Answer list = administrator.get(office.path() + "/clients").is(200);

    assertThat(list.json().at("/items/0").has("email")).isFalse();
    assertThat(list.text("items/0/account/status")).isEqualTo("none");
    assertThat(list.text("items/1/email")).isNotEmpty();
    assertThat(list.text("items/1/account/status")).isEqualTo("none");
    assertThat(list.text("items/2/account/status")).isEqualTo("invited");
    assertThat(list.text("items/3/account/status")).isEqualTo("active");
    assertThat(list.json().at("/items/2")).isEqualTo(administrator.get(invited.path()).json());
    administrator.delete(invited.path() + "/account").is(204);
    assertThat(administrator.get(office.path() + "/clients").text("items/2/account/status"))
        .isEqualTo("revoked");
  }

  @Test
  void detailsOnFile_areChanged_andShownWhereverTheyAreRead() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    client.assignTeam(office.staffId());
    client.share(client.uploads(), "client", "view-upload").is(200);
    String etag = administrator.get(client.path()).header("etag").orElseThrow();

    Answer changed =
        administrator
            .call("PATCH", client.path())
            .header("If-Match", etag)
            .json(json().put("name", "Carla Curie").put("phone", "+46701234567"))
            .send()
            .is(200);

    assertThat(changed.json()).isEqualTo(administrator.get(client.path()).json());
    assertThat(changed.text("kind")).isEqualTo("client");
    assertThat(changed.at("team")).hasSize(1);
    assertThat(names(find("carla c"))).containsExactly("Carla Curie");
    assertThat(carla.person().get("/v1/me").text("clientOf/0/clientName")).isEqualTo("Carla Curie");
    String folder = client.path() + "/folders/" + client.uploads();
    String document = File.text("a.txt", "a").upload(carla.person(), folder);
    assertThat(administrator.get(folder + "/documents/" + document).text("uploadedBy/name"))
        .isEqualTo("Carla Curie");
    assertThat(administrator.get(folder + "/shares").text("recipients/0/name"))
        .isEqualTo("Carla Curie");
    administrator
        .call("PATCH", client.path())
        .header("If-Match", etag)
        .json(json().put("name", "X"))
        .send()
        .isProblem(412, "precondition-failed");
    assertThat(
            administrator.patch(client.path(), json().putNull("phone")).is(200).json().has("phone"))
        .isFalse();
  }

  @Test
  void faultsAreAllReported_andNothingChanges() {
    Office.Client client = office.client("Carla");
    Map<String, Object> before = Portal.everything();

    Answer answer =
        administrator
            .patch(
                client.path(),
                json().putNull("name").put("email", "x").put("phone", "0").put("kind", "other"))
            .isProblem(400, "invalid-request");

    assertThat(answer.faults())
        .containsExactlyInAnyOrder("/name type", "/email format", "/phone format", "/kind unknown");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  @Tag("BC4")
  void theAddressOfAnAccount_needsWebPortal_andStays() {
    Office.Client client = office.client("Carla");
    Person sam = office.member("Sam", false).person();
    sam.patch(client.path(), json().putNull("email")).is(200);
    administrator
        .post(client.path() + "/account", email(client.email()))
        .isProblem(422, "email-required");
    sam.patch(client.path(), email(client.email())).is(200);
    client.invite();
    Map<String, Object> before = Portal.everything();

    sam.patch(client.path(), email("thief@example.test")).isProblem(403, "permission-required");
    sam.patch(client.path(), json().putNull("email")).isProblem(403, "permission-required");
    administrator.patch(client.path(), json().putNull("email")).isProblem(422, "email-required");

    assertThat(Portal.everything()).isEqualTo(before);
    sam.patch(client.path(), json().put("name", "Carla C.").put("email", client.email())).is(200);
    administrator.delete(client.path() + "/account").is(204);
    sam.patch(client.path(), json().putNull("email")).is(200);
  }

  @Test
  @Tag("BX7")
  void anInvitedClient_isInvitedAtTheNewAddress_andTheOldOneOpensNothing() {
    Office.Client client = office.client("Carla").invite();
    String old = Portal.newestToken(client.email());
    String browserKey = accept(old).text("browserKey");
    String verification = Portal.newestToken(client.email());
    String address = Portal.email("new");

    Answer changed = administrator.patch(client.path(), email(address)).is(200);

    assertThat(changed.text("account/status")).isEqualTo("invited");
    assertThat(administrator.get(client.path() + "/account").text("email")).isEqualTo(address);
    int mails = Portal.mails(client.email()).size();
    verify(verification, browserKey).isProblem(422, "token-not-valid");
    accept(old);
    assertThat(Portal.mails(client.email())).hasSize(mails);
    Person carla = Portal.acceptInvitation(address);
    assertThat(carla.get("/v1/me").text("clientOf/0/clientId")).isEqualTo(client.clientId());
    Office.Client second = office.client("Second");
    administrator.patch(second.path(), email(second.email().toUpperCase(Locale.ROOT))).is(200);
    assertThat(Portal.mails(second.email())).isEmpty();
  }

  @Test
  @Tag("BX7")
  void anActiveAccount_movesOnceTheNewAddressIsProved_andTheOldOneIsNotified() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String folder = client.folder("Taxes");
    client.share(folder, "client", "view-upload").is(200);
    Office elsewhere = Office.open("Elsewhere", true);
    String other = clientOf(elsewhere, carla.person().email());
    String address = Portal.email("new");
    int mailsBefore = Portal.mails(carla.person().email()).size();

    Answer changed = administrator.patch(client.path(), email(address)).is(200);

    assertThat(changed.text("email")).isEqualTo(address);
    assertThat(changed.text("account/status")).isEqualTo("active");
    Answer account = administrator.get(client.path() + "/account").is(200);
    assertThat(account.text("email")).isEqualTo(carla.person().email());
    assertThat(account.text("newEmail")).isEqualTo(address);
    List<Message> mails = Portal.mails(carla.person().email());
    assertThat(mails).hasSize(mailsBefore + 1);
    assertThat(mails.getLast().text()).contains("Meyer & Søn").doesNotContain(address);
    assertThat(carla.person().get(client.path() + "/shared").at("items")).hasSize(2);

    Person now = Portal.acceptInvitation(address);
    assertThat(now.personId()).isNotEqualTo(carla.person().personId());
    assertThat(now.get(client.path() + "/shared").is(200).at("items")).hasSize(2);
    now.get(client.path() + "/folders/" + folder).is(200);
    carla.person().get(client.path() + "/shared").isProblem(404, "not-found");
    carla.person().get(client.path() + "/folders/" + folder).isProblem(404, "not-found");
    assertThat(carla.person().get("/v1/me").at("clientOf")).hasSize(1);
    assertThat(carla.person().get("/v1/me").text("clientOf/0/firmName")).isEqualTo("Elsewhere");
    carla.person().get(other + "/shared").is(200);
    Answer moved = administrator.get(client.path() + "/account").is(200);
    assertThat(moved.text("email")).isEqualTo(address);
    assertThat(moved.json().has("newEmail")).isFalse();
  }

  private static String clientOf(Office firm, String address) {
    String path =
        firm.path()
            + "/clients/"
            + firm.administrator()
                .post(
                    firm.path() + "/clients",
                    json().put("kind", "individual").put("name", "C.").put("email", address))
                .is(201)
                .text("clientId");
    firm.administrator().post(path + "/account", email(address)).is(201);
    Portal.acceptInvitation(address);
    return path;
  }

  @Test
  void aMistypedAddress_locksNobodyOut_andIsUndoneByTheEarlierOne() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    String slip = Portal.email("slip");
    administrator.patch(client.path(), email(slip)).is(200);
    String first = Portal.newestToken(slip);
    administrator.post(client.path() + "/account/invitation").is(202);
    assertThat(Portal.mails(slip)).hasSize(2);

    administrator.patch(client.path(), email(carla.person().email())).is(200);

    accept(first);
    accept(Portal.newestToken(slip));
    assertThat(Portal.mails(slip)).hasSize(2);
    administrator.post(client.path() + "/account/invitation").isProblem(409, "conflict");
    carla.person().get(client.path() + "/shared").is(200);
    assertThat(administrator.get(client.path() + "/account").json().has("newEmail")).isFalse();
  }

  private static Answer accept(String token) {
    return Portal.anonymous("POST", "/v1/invitations/accept")
        .json(json().put("token", token))
        .send()
        .is(202);
  }

  private static Answer verify(String token, String browserKey) {
    return Portal.anonymous("POST", "/v1/verifications")
        .json(json().put("token", token).put("browserKey", browserKey))
        .send();
  }
}
