package clientportal.sharing;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The share policy of a firm: the operator sets it ({@code setSharePolicy}), staff see it ({@code
 * getSharePolicy}), and what it keeps closed is closed to readers, whatever is shared.
 */
@Tag("BS2")
@Tag("BX6")
final class SharePolicyIT {
  private static final String TITLE = "What we agreed on";
  private static final File FILE = File.text("Invoice May.txt", "Some text.");

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Person operator = Portal.signIn(LocalStack.OPERATOR);
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Person reader = carla.person();
  private final Office.Client client = carla.client();
  private final String openId = client.folder("Taxes");
  private final String open = client.path() + "/folders/" + openId;
  private final String closed = client.path() + "/folders/" + client.folder("Drafts");
  private final List<String> types = types("Invoice", "Letter");
  private final String invoice = types.getFirst();
  private final String letter = types.getLast();

  private List<String> types(String... names) {
    ObjectNode body = json();
    ArrayNode all = body.putArray("documentTypes");
    for (String name : names) {
      all.addObject().put("name", name);
    }
    Answer set = ada.put(office.path() + "/document-types", body).is(200);
    return Shares.texts(set.at("documentTypes"), "documentTypeId");
  }

  private static ObjectNode body(String mode, String... documentTypes) {
    ObjectNode body = json().put("mode", mode).put("reason", "Letter of 1 March.");
    ArrayNode ids = body.putArray("documentTypeIds");
    List.of(documentTypes).forEach(ids::add);
    return body;
  }

  private Answer policy(String mode, String... documentTypes) {
    return operator.put(office.path() + "/share-policy", body(mode, documentTypes)).is(200);
  }

  private String document(String folder, String type) {
    Answer declared =
        ada.post(folder + "/documents", FILE.declaration().put("documentType", type)).is(201);
    File.put(declared, FILE.bytes()).is(200);
    Portal.settle();
    return folder + "/documents/" + declared.text("documentId");
  }

  private String note(String type) {
    ObjectNode body = Office.note(TITLE, "They called.").put("documentType", type);
    body.set("shares", Shares.of("client view"));
    return client.path()
        + "/notes/"
        + ada.post(client.path() + "/notes", body).is(201).text("noteId");
  }

  private List<String> names(Person person, String list) {
    return Shares.texts(person.get(list).is(200).at("items"), "name");
  }

  private List<String> noticesAbout(String field) {
    return Shares.texts(reader.get("/v1/me/notices").is(200).at("items"), field);
  }

  private List<Message> mailsWith(String text) {
    return Portal.mails(client.email()).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .toList();
  }

  @Test
  void theOperatorSetsIt_withAReason_andStaffSeeItsHistory() {
    String path = office.path() + "/share-policy";
    Person sam = office.member("Sam Staff", false).person();
    Answer before = sam.get(path).is(200);
    assertThat(before.text("mode")).isEqualTo("all");
    assertThat(before.at("history")).isEmpty();
    ada.put(path, body("only")).isProblem(403, "permission-required");
    Office.open().administrator().put(path, body("only")).isProblem(404, "not-found");
    reader.get(path).isProblem(404, "not-found");

    Answer set = policy("all-but", invoice, "none");

    assertThat(set.header("etag")).contains("\"1\"");
    assertThat(set.text("history/0/reason")).isEqualTo("Letter of 1 March.");
    for (Person caller : List.of(sam, ada, operator)) {
      assertThat(caller.get(path).is(200).json()).isEqualTo(set.json());
    }
    Answer next = policy("all");
    assertThat(Shares.texts(next.at("history"), "mode")).containsExactly("all", "all-but");
    assertThat(
            operator
                .put(path, body("only", "01kjm4x4c6e8g0h2k4m6n8p0q2"))
                .isProblem(400, "invalid-request")
                .text("errors/0/pointer"))
        .isEqualTo("/documentTypeIds/0");
  }

  @Test
  void aDocumentOfAClosedType_isUnknownToReaders_andOpensAgainAsItWas() {
    client.share(openId, "client", "view").is(200);
    String inOpen = document(open, invoice);
    String byItself = document(closed, invoice);
    Shares.set(office, byItself, "client view").is(200);
    document(open, letter);
    List<String> both = List.of(inOpen, byItself);
    assertThat(names(reader, open + "/documents")).hasSize(2);
    List<String> shared = Shares.shared(reader, client);
    assertThat(shared).contains("document " + FILE.name());

    policy("all-but", invoice);

    Map<String, Object> everything = Portal.everything();
    for (String document : both) {
      reader.get(document).isProblem(404, "not-found");
      reader.post(document + "/download", json()).isProblem(404, "not-found");
      reader.post(document + "/versions", FILE.declaration()).isProblem(404, "not-found");
      reader.patch(document, json().put("name", "x")).isProblem(404, "not-found");
      reader.delete(document).isProblem(404, "not-found");
      reader.get(document + "/shares").isProblem(404, "not-found");
      ada.put(document + "/shares", Shares.of("client view", "all-authorized view"))
          .isProblem(409, "not-shareable");
      ada.post(document + "/shares/preview", Shares.of("client view", "all-authorized view"))
          .isProblem(409, "not-shareable");
      assertThat(ada.get(document).is(200).text("shareState")).isEqualTo("none");
      Answer shares = ada.get(document + "/shares").is(200);
      assertThat(shares.at("keptClosed").asBoolean()).isTrue();
      assertThat(shares.text("shareState")).isEqualTo("none");
      assertThat(shares.at("recipients")).hasSize(1);
    }
    assertThat(Portal.everything()).isEqualTo(everything);
    assertThat(names(reader, open + "/documents")).hasSize(1);
    assertThat(names(ada, open + "/documents")).hasSize(2);
    assertThat(Shares.shared(reader, client)).doesNotContain("document " + FILE.name());
    assertThat(Shares.shared(reader, client)).contains("folder Taxes");
    assertThat(Shares.texts(ada.get(client.path() + "/activity").at("items"), "shareState"))
        .containsExactlyInAnyOrder("none", "none", "selected");

    policy("all");

    for (String document : both) {
      reader.get(document).is(200);
      File.download(reader, document).is(200);
      assertThat(ada.get(document).text("shareState")).isEqualTo("selected");
      assertThat(ada.get(document + "/shares").json().has("keptClosed")).isFalse();
    }
    assertThat(names(reader, open + "/documents")).hasSize(2);
    assertThat(Shares.shared(reader, client)).isEqualTo(shared);
  }

  @Test
  void aNoteOfAClosedType_isUnknownToReaders_andOpensAgainAsItWas() {
    String note = note(invoice);
    List<String> shared = Shares.shared(reader, client);
    assertThat(shared).contains("note " + TITLE);

    policy("only", letter);

    reader.get(note).isProblem(404, "not-found");
    reader.get(note + "/shares").isProblem(404, "not-found");
    assertThat(Shares.shared(reader, client)).doesNotContain("note " + TITLE);
    assertThat(ada.get(note).is(200).text("shareState")).isEqualTo("none");
    assertThat(ada.get(note + "/shares").at("keptClosed").asBoolean()).isTrue();
    Shares.set(office, note, "client view").isProblem(409, "not-shareable");
    ObjectNode another = Office.note("Another", "They called.").put("documentType", invoice);
    another.set("shares", Shares.of("client view"));
    ada.post(client.path() + "/notes", another).isProblem(409, "not-shareable");

    policy("all");

    reader.get(note).is(200);
    assertThat(Shares.shared(reader, client)).isEqualTo(shared);
  }

  @Test
  void whatIsKeptClosed_canBeClosedForGood() {
    String note = note(invoice);
    String document = document(closed, invoice);
    Shares.set(office, document, "client view").is(200);
    policy("all-but", invoice);

    for (String item : List.of(note, document)) {
      Answer set = Shares.set(office, item).is(200);
      assertThat(set.at("keptClosed").asBoolean()).isTrue();
      assertThat(set.at("recipients")).isEmpty();
    }
    policy("all");

    reader.get(note).isProblem(404, "not-found");
    reader.get(document).isProblem(404, "not-found");
  }

  @Test
  void nobodyIsNotifiedOfWhatIsKeptClosed_andNoNameIsLeftInNotices() {
    client.share(openId, "client", "view").is(200);
    String document = document(open, invoice);
    note(invoice);
    Portal.settle();
    assertThat(noticesAbout("noteTitle")).contains(TITLE);
    assertThat(noticesAbout("documentName")).contains(FILE.name());

    policy("all-but", invoice);
    FILE.uploadVersion(ada, document);
    int notices = noticesAbout("type").size();
    Portal.advance(Duration.ofMinutes(6));

    assertThat(mailsWith(TITLE)).isEmpty();
    assertThat(mailsWith(FILE.name())).isEmpty();
    assertThat(mailsWith("Taxes")).isNotEmpty();
    assertThat(noticesAbout("type")).hasSize(notices).contains("note-shared", "document-added");
    assertThat(noticesAbout("noteTitle")).doesNotContain(TITLE);
    assertThat(noticesAbout("documentName")).doesNotContain(FILE.name());

    policy("all");

    assertThat(noticesAbout("type")).hasSize(notices);
    assertThat(noticesAbout("noteTitle")).contains(TITLE);
    assertThat(noticesAbout("documentName")).contains(FILE.name());
  }

  @Test
  void aContactWhoIsInvitedByAShare_isNotToldOfWhatIsClosedMeanwhile() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    ObjectNode body = Office.note(TITLE, "They called.").put("documentType", letter);
    body.set("shares", Shares.of(contact + " view"));
    ada.post(client.path() + "/notes", body).is(201);
    assertThat(Portal.lastMail(email).subject()).contains(TITLE);

    policy("only", invoice);
    Person colin = Portal.acceptInvitation(email);

    assertThat(Shares.shared(colin, client)).isEmpty();
  }

  @Test
  @Tag("BS3")
  void withoutWebPortal_staffPublishNothingByItsType_andAChangeOfTypeNotifiesNobody() {
    Person sam = office.member("Sam Staff", false).person();
    client.share(openId, "client", "view").is(200);
    String document = document(open, invoice);
    String note = note(invoice);
    policy("all-but", invoice);
    Portal.advance(Duration.ofMinutes(6));
    int mails = Portal.mails(client.email()).size();
    int notices = noticesAbout("type").size();

    for (String item : List.of(document, note)) {
      sam.patch(item, json().put("documentType", letter)).isProblem(403, "permission-required");
      sam.patch(item, json().putNull("documentType")).isProblem(403, "permission-required");
      reader.get(item).isProblem(404, "not-found");
      ada.patch(item, json().put("documentType", letter)).is(200);
      reader.get(item).is(200);
    }
    sam.post(document + "/versions", FILE.declaration().put("documentType", letter))
        .isProblem(403, "permission-required");
    Portal.advance(Duration.ofMinutes(6));

    assertThat(Portal.mails(client.email())).hasSize(mails);
    assertThat(noticesAbout("type")).hasSize(notices);
    assertThat(Shares.shared(reader, client)).contains("note " + TITLE);
  }

  @Test
  void whatAClientUploads_hasNoType_andThePolicyCanKeepThatClosed() {
    String uploads = client.path() + "/folders/" + client.uploads();
    policy("all-but", "none");

    String document = uploads + "/documents/" + FILE.upload(reader, uploads);

    reader.get(document).isProblem(404, "not-found");
    assertThat(names(reader, uploads + "/documents")).isEmpty();
    assertThat(ada.get(document).is(200).text("status")).isEqualTo("available");
    assertThat(names(ada, uploads + "/documents")).containsExactly(FILE.name());
  }

  @Test
  void aGroupNoteOfAClosedType_isUnknownToReaders_andOpensAgainAsItWas() {
    ObjectNode body =
        GroupNote.body(TITLE, "They called.", GroupNote.ids(client)).put("documentType", invoice);
    String notes = office.path() + "/group-notes";
    Answer created = ada.post(notes, body).is(201);
    assertThat(created.text("documentType")).isEqualTo(invoice);
    String group = notes + "/" + created.text("noteId");
    String note = client.path() + "/group-notes/" + created.text("noteId");
    Shares.set(office, note, "client view").is(200);
    Portal.settle();
    assertThat(reader.get(note).is(200).json().has("documentType")).isFalse();
    assertThat(noticesAbout("noteTitle")).contains(TITLE);

    policy("all-but", invoice);

    reader.get(note).isProblem(404, "not-found");
    assertThat(Shares.shared(reader, client)).containsExactly("folder Client Uploads");
    assertThat(noticesAbout("noteTitle")).doesNotContain(TITLE);
    for (String shown : List.of(group, note)) {
      assertThat(ada.get(shown).is(200).text("shareState")).isEqualTo("none");
    }
    assertThat(ada.get(notes).text("items/0/shareState")).isEqualTo("none");
    assertThat(ada.get(client.path() + "/activity").text("items/0/shareState")).isEqualTo("none");
    Shares.set(office, note, "client view").isProblem(409, "not-shareable");
    ada.put(group + "/shares", GroupNote.toAll()).isProblem(409, "not-shareable");

    ada.patch(group, json().put("documentType", letter)).is(200);
    Portal.settle();

    assertThat(reader.get(note).is(200).text("title")).isEqualTo(TITLE);
    assertThat(Shares.shared(reader, client))
        .containsExactly("group-note " + TITLE, "folder Client Uploads");
    ada.put(group + "/shares", GroupNote.toAll()).is(200);

    ada.patch(group, json().putNull("documentType")).is(200);
    policy("only", letter);
    reader.get(note).isProblem(404, "not-found");
    policy("all");
    assertThat(reader.get(note).is(200).text("title")).isEqualTo(TITLE);
  }
}
