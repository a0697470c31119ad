package clientportal.sharing;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single documents, in a folder that is open to nobody. */
final class DocumentSharesIT {
  private final Office office = Office.open();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folder = client.path() + "/folders/" + client.folder("Taxes 2025");
  private final String document =
      folder
          + "/documents/"
          + File.text("Assessment.txt", "2025").upload(office.administrator(), folder);

  /** Adds a contact who is invited by the share of a folder and signs in. */
  private Person related(String email, String contact) {
    client.share(client.folder("Welcome"), contact, "view").is(200);
    return Portal.acceptInvitation(email);
  }

  @Test
  @Tag("BS1")
  @Tag("BS19")
  @Tag("FC1")
  @Tag("FC8")
  @Tag("FC14")
  void aDocument_isSharedWithTheClientAndARelatedContact_whoSignInAndRead() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Person colin = related(email, contact);
    carla.person().get(document).isProblem(404, "not-found");
    colin.post(document + "/download").isProblem(404, "not-found");

    Shares.set(office, document, "client view", contact + " view").is(200);

    for (Person reader : List.of(carla.person(), Portal.signIn(email))) {
      assertThat(Shares.shared(reader, client)).startsWith("document Assessment.txt");
      assertThat(reader.get(document).is(200).text("name")).isEqualTo("Assessment.txt");
      assertThat(reader.get(document).at("shareState").isMissingNode()).isTrue();
      assertThat(File.download(reader, document).is(200).text()).isEqualTo("2025");
      reader.get(folder).isProblem(404, "not-found");
      reader.get(folder + "/documents").isProblem(404, "not-found");
      reader.put(document + "/shares", Shares.of()).isProblem(403, "permission-required");
    }
  }

  @Test
  @Tag("FC2")
  @Tag("FC14")
  void anArchivedDocument_isFoundAmongTheArchived_read_andSharedWithNobodyElse() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Person colin = related(email, contact);
    Shares.set(office, document, "all-authorized view", contact + " view").is(200);
    List<Person> readers = List.of(carla.person(), colin);
    readers.forEach(
        reader -> assertThat(Shares.shared(reader, client)).contains("document Assessment.txt"));

    office.administrator().delete(document).is(204);

    for (Person reader : readers) {
      assertThat(Shares.shared(reader, client)).doesNotContain("document Assessment.txt");
      assertThat(Shares.shared(reader, client, true)).containsExactly("document Assessment.txt");
      assertThat(reader.get(document).is(200).at("archived").asBoolean()).isTrue();
      assertThat(File.download(reader, document).is(200).text()).isEqualTo("2025");
      assertThat(reader.get("/v1/me/notices").text("items/0/documentName"))
          .isEqualTo("Assessment.txt");
    }
    Map<String, Object> before = Portal.everything();
    Shares.set(office, document, "client view").isProblem(409, "archived");
    office
        .administrator()
        .post(document + "/versions", File.text("Assessment.txt", "new").declaration())
        .isProblem(409, "archived");
    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(Shares.recipients(office.administrator().get(document + "/shares").is(200)))
        .containsExactlyInAnyOrder("all-authorized view", contact + " view");
    assertThat(office.administrator().get(document + "/versions").is(200).at("items")).hasSize(1);

    office
        .administrator()
        .patch(document, json().put("archived", false).put("name", "Assessment 2025.txt"))
        .is(200);

    for (Person reader : readers) {
      assertThat(Shares.shared(reader, client)).contains("document Assessment 2025.txt");
      assertThat(Shares.shared(reader, client, true)).isEmpty();
    }
  }

  @Test
  void theArchive_isAskedForByTrueOrFalse() {
    assertThat(
            carla
                .person()
                .get(client.path() + "/shared?archived=perhaps&limit=0")
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("archived enum", "limit range");
  }

  @Test
  @Tag("BS11")
  @Tag("BS12")
  void anUnselectedRecipient_losesTheDocumentAtTheNextRequest_andOtherwiseItStays() {
    Shares.set(office, document, "client view").is(200);
    Portal.advance(Duration.ofDays(3650));
    Person later = Portal.signIn(client.email());
    assertThat(File.download(later, document).is(200).text()).isEqualTo("2025");

    Person staff = Portal.signIn(office.administrator().email());
    staff.put(document + "/shares", Shares.of()).is(200);

    later.get(document).isProblem(404, "not-found");
    later.post(document + "/download").isProblem(404, "not-found");
    assertThat(Shares.shared(later, client)).containsExactly("folder Client Uploads");
  }

  @Test
  void anEnd_isKept_whateverTheNextRequestIs() {
    Instant end = Portal.now().plusSeconds(600);
    Shares.set(office, document, "client view " + end).is(200);

    Portal.advance(Duration.between(Portal.now(), end).minusSeconds(10));
    carla.person().get(document).is(200);
    assertThat(Shares.shared(carla.person(), client)).contains("document Assessment.txt");
    Portal.advance(Duration.between(Portal.now(), end));
    carla.person().get(document).isProblem(404, "not-found");
    assertThat(Shares.shared(carla.person(), client)).containsExactly("folder Client Uploads");
    Answer shares = office.administrator().get(document + "/shares").is(200);
    assertThat(shares.text("shareState")).isEqualTo("none");
    assertThat(Shares.recipients(shares)).isEmpty();
  }

  @Test
  @Tag("BX1")
  @Tag("BS10")
  @Tag("BS14")
  @Tag("BS15")
  void theState_isNone_selectedOrAllAuthorized_andCountsTheFolderToo() {
    assertThat(state()).isEqualTo("none");
    Shares.set(office, document, "client view").is(200);
    assertThat(state()).isEqualTo("selected");
    assertThat(Shares.recipients(office.administrator().get(document + "/shares")))
        .containsExactly("client view");
    Shares.set(office, document, "all-authorized view").is(200);
    assertThat(state()).isEqualTo("all-authorized");
    Shares.set(office, document).is(200);
    assertThat(state()).isEqualTo("none");
    Shares.set(office, folder, "client view-upload").is(200);
    assertThat(state()).isEqualTo("selected");
    assertThat(office.administrator().get(document + "/shares").text("shareState"))
        .isEqualTo("selected");
    assertThat(
            Shares.texts(
                office.administrator().get(folder + "/documents").at("items"), "shareState"))
        .containsExactly("selected");
  }

  private String state() {
    return office.administrator().get(document).is(200).text("shareState");
  }

  @Test
  void sharesOfTheFolder_areShownAndProtected() {
    String contact = client.contact("Colin", true);
    Shares.set(office, folder, "client view-upload").is(200);
    Map<String, Object> before = Portal.everything();

    Shares.set(office, document).isProblem(409, "inherited-share");
    Shares.set(office, document, contact + " view").isProblem(409, "inherited-share");
    Shares.set(office, document, "client view-upload", contact + " view-upload")
        .isProblem(400, "invalid-request");
    assertThat(Portal.everything()).isEqualTo(before);

    Answer set = Shares.set(office, document, "client view-upload", contact + " view").is(200);
    assertThat(Shares.recipients(set))
        .containsExactly(contact + " view", "client view-upload via folder");
    Answer shown = office.administrator().get(document + "/shares").is(200);
    assertThat(Shares.recipients(shown)).isEqualTo(Shares.recipients(set));
    assertThat(shown.header("etag")).isEqualTo(set.header("etag"));
    assertThat(office.administrator().get(document).header("etag")).isEqualTo(set.header("etag"));
    assertThat(Shares.texts(shown.at("candidates"), "recipient"))
        .containsExactly("client", contact);

    Shares.set(office, folder).is(200);
    carla.person().get(document).isProblem(404, "not-found");
    assertThat(Shares.recipients(office.administrator().get(document + "/shares")))
        .containsExactly(contact + " view");
  }

  @Test
  void anOlderRevision_isRefused_andTheSameSetChangesNothing() {
    Answer first = Shares.set(office, document, "client view").is(200);
    Map<String, Object> before = Portal.everything();

    office
        .administrator()
        .call("PUT", document + "/shares")
        .header("If-Match", "\"1\"")
        .json(Shares.of())
        .send()
        .isProblem(412, "precondition-failed");
    assertThat(Shares.set(office, document, "client view").is(200).header("etag"))
        .isEqualTo(first.header("etag"));

    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void whoHasNoAccountOrNoPermission_getsNoDocument() {
    Office.Client dora = office.client("Dora");
    String taxes = dora.path() + "/folders/" + dora.folder("Taxes");
    String path =
        taxes + "/documents/" + File.text("a.txt", "a").upload(office.administrator(), taxes);

    Shares.set(office, path, "client view").isProblem(422, "account-required");
    Shares.set(office, path, dora.contact("Colin", false) + " view")
        .isProblem(422, "recipient-not-permitted");
  }

  @Test
  void aPendingDocument_isNotShared() {
    String pending =
        File.text("never.txt", "sent").declare(office.administrator(), folder).text("documentId");
    String path = folder + "/documents/" + pending;

    office.administrator().get(path + "/shares").isProblem(409, "not-available");
    Shares.set(office, path, "client view").isProblem(409, "not-available");
    carla.person().get(path + "/shares").isProblem(404, "not-found");
  }

  @Test
  @Tag("FC12")
  @Tag("FC13")
  @Tag("FC17")
  void readersAreNotified_ofADocumentSharedAndOfOneAddedToTheirFolder_withLinksToIt() {
    String open = client.path() + "/folders/" + client.folder("Payroll");
    int mails = Portal.mails(client.email()).size();
    Shares.set(office, document, "client view").is(200);
    Shares.set(office, open, "client view").is(200);
    String added = File.text("May.txt", "May").upload(office.administrator(), open);
    assertThat(Portal.mails(client.email())).hasSize(mails);

    Portal.advance(Duration.ofMinutes(5));

    List<Message> received = Portal.mails(client.email());
    assertThat(received).hasSize(mails + 1);
    String site = Portal.stack().describe().get("portalUrl") + "/" + office.slug();
    String clients = "/clients/" + client.clientId() + "/folders/";
    assertThat(received.getLast().text())
        .contains("Assessment.txt", "Payroll", "May.txt")
        .contains(site + link(document), site + link(open) + "\n")
        .contains(site + link(open) + "/documents/" + added)
        .contains(clients);
    assertThat(received.getLast().html()).contains(site + link(document));
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(Shares.texts(notices.at("items"), "type"))
        .containsExactlyInAnyOrder("document-shared", "folder-shared", "document-added");

    Shares.set(office, document).is(200);
    Answer after = carla.person().get("/v1/me/notices").is(200);
    assertThat(Shares.texts(after.at("items"), "documentName"))
        .contains("May.txt")
        .doesNotContain("Assessment.txt");
  }

  /** Returns a path of the API as the portal's pages have it. */
  private static String link(String path) {
    return path.substring(path.indexOf("/clients/"));
  }

  @Test
  void aDocumentThatIsUnsharedBeforeTheMail_isLeftOut() {
    int mails = Portal.mails(client.email()).size();
    Shares.set(office, document, "client view").is(200);
    Shares.set(office, document).is(200);

    Portal.advance(Duration.ofMinutes(5));

    assertThat(Portal.mails(client.email())).hasSize(mails);
  }
}
