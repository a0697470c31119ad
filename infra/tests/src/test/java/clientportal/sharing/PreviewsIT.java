package clientportal.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Checklist;
import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What staff see before they make a change that notifies people: of shares ({@code
 * previewFolderShares}, {@code previewDocumentShares}), of a request ({@code previewRequest}), and
 * of a portal ({@code previewPortal}, {@code previewPortalMembers}).
 */
final class PreviewsIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folder = client.path() + "/folders/" + client.folder("Taxes 2041");

  /** Previews something; nothing is written by that. */
  private static Answer unchanged(Supplier<Answer> preview) {
    Portal.settle();
    Map<String, Object> before = Portal.everything();
    Answer answer = preview.get();
    assertThat(Portal.everything()).isEqualTo(before);
    return answer;
  }

  private Answer shares(String item, String... shares) {
    return unchanged(() -> ada.post(item + "/shares/preview", Shares.of(shares)));
  }

  private String document(String name) {
    return folder + "/documents/" + File.text(name, "2041").upload(ada, folder);
  }

  private static long mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .count();
  }

  private static Duration until(JsonNode delivery) {
    return Duration.between(Portal.now(), Instant.parse(delivery.path("at").asText()));
  }

  @Test
  @Tag("ST9")
  void theMailsOfAShare_areThoseOfThePreview() {
    String email = Portal.email("ida");
    String ida = client.contact("Ida", email, true);
    String[] set = {"client view", ida + " view"};

    Answer preview = shares(folder, set).is(200);

    assertThat(preview.at("mails").asInt()).isEqualTo(2);
    assertThat(Shares.texts(preview.at("deliveries"), "channel"))
        .containsExactly("invitation", "digest");
    assertThat(preview.at("withheld")).isEmpty();
    Shares.set(office, folder, set).is(200);
    Portal.settle();
    assertThat(mailsWith(email, "/invitation#")).isEqualTo(1);
    Portal.advance(until(preview.at("deliveries/1")).minusSeconds(60));
    assertThat(mailsWith(client.email(), "Taxes 2041")).isZero();
    Portal.advance(Duration.ofMinutes(2));
    assertThat(mailsWith(client.email(), "Taxes 2041")).isEqualTo(1);
    assertThat(shares(folder, set).is(200).at("people").asInt()).isZero();
    assertThat(Shares.texts(shares(folder, "all-authorized view").is(200).at("withheld"), "reason"))
        .containsExactly("already-open", "already-open");
  }

  @Test
  @Tag("ST9")
  void anotherItem_joinsTheMailThatIsCollecting() {
    Engagement engagement = Engagement.begin(client, "Loan 2041");
    engagement.ask("Payslips");
    Portal.settle();

    Answer preview =
        unchanged(() ->
                ada.post(
                    engagement.path() + "/items/preview", Engagement.items("document", "Deeds")))
            .is(200);

    assertThat(preview.text("deliveries/0/joins")).isNotEqualTo("0");
    engagement.ask("Deeds");
    Portal.advance(Duration.ofMinutes(6));
    assertThat(mailsWith(client.email(), "Loan 2041")).isEqualTo(1);
  }

  @Test
  void aPortal_showsWhoIsInvited_andWhatItOpens() {
    ClientGroup.setUp(office);
    Shares.set(office, folder, "client view").is(200);
    document("Plan.txt");
    String email = Portal.email("meg");
    ObjectNode body =
        ClientGroup.with(
            ClientGroup.body(office, "Family", List.of(client)), "Meg", email, "full-access");

    Answer preview = unchanged(() -> ada.post(office.path() + "/portals/preview", body)).is(200);

    assertThat(preview.text("deliveries/0/channel")).isEqualTo("invitation");
    assertThat(preview.at("deliveries/0/recipient").isMissingNode()).isTrue();
    assertThat(preview.at("opens/folders").asInt()).isEqualTo(2);
    assertThat(preview.at("opens/documents").asInt()).isEqualTo(1);
    assertThat(Portal.mails(email)).isEmpty();
    ClientGroup group = ClientGroup.create(office, body);
    String members = group.path() + "/members/preview";
    ObjectNode another =
        ClientGroup.with(Portal.json(), "Lena", Portal.email("lena"), "contributor");
    assertThat(unchanged(() -> ada.post(members, another)).is(200).text("deliveries/0/name"))
        .isEqualTo("Lena");

    refusedPortals(group, members, body);
  }

  private void refusedPortals(ClientGroup group, String members, JsonNode body) {
    String portals = office.path() + "/portals/preview";
    ada.post(portals, body).isProblem(409, "name-taken");
    ada.post(portals, ClientGroup.body(office, "Other", List.of(client)))
        .isProblem(409, "client-in-portal");
    Office bare = Office.open();
    bare.administrator()
        .post(
            bare.path() + "/portals/preview",
            ClientGroup.body(bare, "Early", List.of(bare.client("Ben"))))
        .isProblem(409, "settings-required");
    ada.post(portals, ClientGroup.body(office, "Unknown", List.of(bare.client("Cleo"))))
        .isProblem(422, "unknown-reference");
    String meg = "{\"members\": [{\"memberId\": \"%s\", \"role\": \"%s\"}]}";
    send(members, meg.formatted(group.member("Meg"), "contributor"))
        .isProblem(409, "status-conflict");
    send(members, meg.formatted("01kjm4w3b5d7f9g1h3j5k7m9n1", "contributor"))
        .isProblem(422, "unknown-reference");
    ObjectNode forty = Portal.json();
    for (int i = 0; i < 40; i++) {
      ClientGroup.with(forty, "New " + i, Portal.email("new"), "contributor");
    }
    ada.post(members, forty).isProblem(409, "limit-reached");
    ada.delete(group.path()).is(204);
    send(members, meg.formatted(group.member("Meg"), "full-access")).isProblem(409, "archived");
  }

  private Answer send(String path, String json) {
    return ada.call("POST", path).json(json).send();
  }

  @Test
  void whatSharingRefuses_isRefused() {
    String document = document("Assessment.txt");
    String withoutPermission = client.contact("Otto", false);
    Office.Client none = office.client("None");
    String closed = none.path() + "/folders/" + none.folder("Closed");
    String ofNone = closed + "/documents/" + File.text("a.txt", "a").upload(ada, closed);
    for (String item : List.of(folder, document)) {
      shares(item, withoutPermission + " view").isProblem(422, "recipient-not-permitted");
    }
    for (String item : List.of(closed, ofNone)) {
      shares(item, "client view").isProblem(422, "account-required");
    }
    String pending =
        folder
            + "/documents/"
            + File.text("late.txt", "late").declare(ada, folder).is(201).text("documentId");
    shares(pending, "client view").isProblem(409, "not-available");
    Shares.set(office, folder, "client view").is(200);
    shares(document).isProblem(409, "inherited-share");
    ada.delete(document).is(204);
    shares(document, "client view").isProblem(409, "archived");
    ada.delete(folder).is(204);
    shares(folder, "client view").isProblem(409, "archived");
  }

  @Test
  void whatAskingRefuses_isRefused() {
    Engagement engagement = Engagement.begin(client, "Loan");
    String preview = engagement.path() + "/items/preview";
    ada.post(preview, Engagement.items("document", "Deeds").put("assignee", otto()))
        .isProblem(422, "recipient-not-permitted");
    ada.post(preview, Portal.json().put("checklistId", "01kjm4w3b5d7f9g1h3j5k7m9n1"))
        .isProblem(422, "unknown-reference");
    Checklist archived = Checklist.create(office, "Old", "Letter").archive();
    ada.post(preview, Portal.json().put("checklistId", archived.checklistId()))
        .isProblem(409, "archived");
    String[] many = IntStream.range(0, 80).mapToObj(i -> "Item " + i).toArray(String[]::new);
    engagement.ask(Engagement.items("text", many).put("draft", true));
    ada.post(preview, Engagement.items("document", "Deeds")).isProblem(409, "limit-reached");
    assertThat(send(preview, "{\"send\": {}}").is(200).at("people").asInt()).isEqualTo(1);
    Engagement ended = Engagement.begin(client, "Ended");
    ada.put(ended.path() + "/status", Portal.json().put("status", "cancelled")).is(200);
    ada.post(ended.path() + "/items/preview", Engagement.items("document", "Deeds"))
        .isProblem(409, "status-conflict");
  }

  private String otto() {
    return client.contact("Otto", false);
  }
}
