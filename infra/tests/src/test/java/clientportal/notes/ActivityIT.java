package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code listActivity}: the log of a client's documents and notes, from which staff share. */
final class ActivityIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folder = client.path() + "/folders/" + client.folder("Taxes");

  /** Returns each entry as {@code kind name state}, and marks what is archived. */
  private List<String> log() {
    List<String> log = new ArrayList<>();
    for (JsonNode each : ada.get(client.path() + "/activity").is(200).at("items")) {
      log.add(
          "%s %s %s%s"
              .formatted(
                  each.path("kind").asText(),
                  each.path("name").asText(),
                  each.path("shareState").asText(),
                  each.path("archived").asBoolean() ? " archived" : ""));
    }
    return log;
  }

  private String document(String id) {
    return folder + "/documents/" + id;
  }

  private String note(String id) {
    return client.path() + "/notes/" + id;
  }

  /** Returns where the shares of an entry are, by its ids. */
  private String shares(JsonNode entry) {
    return switch (entry.path("kind").asText()) {
      case "document" ->
          "%s/folders/%s/documents/%s/shares"
              .formatted(
                  client.path(),
                  entry.path("folderId").asText(),
                  entry.path("documentId").asText());
      case "note" -> note(entry.path("noteId").asText()) + "/shares";
      case "group-note" ->
          new GroupNote(office, entry.path("noteId").asText()).path(client) + "/shares";
      default -> throw new AssertionError(entry);
    };
  }

  @Test
  void theLog_hasDocumentsAndNotes_newestFirst_withWhoMadeThem() {
    assertThat(log()).isEmpty();
    String first = File.text("first.txt", "1").upload(ada, folder);
    client.note("Call about taxes", "They called.");
    Shares.set(office, folder, "client view-upload").is(200);
    File.text("second.txt", "2").upload(carla.person(), folder);

    JsonNode items = ada.get(client.path() + "/activity").is(200).at("items");

    assertThat(Shares.texts(items, "name"))
        .containsExactly("second.txt", "Call about taxes", "first.txt");
    assertThat(items.findValues("by"))
        .extracting(by -> by.path("name").asText() + " " + by.path("as").asText())
        .containsExactly("Carla client", "Ada Admin staff", "Ada Admin staff");
    Answer document = ada.get(document(first));
    assertThat(items.path(2).path("at").asText()).isEqualTo(document.text("createdAt"));
    Answer note = ada.get(note(items.path(1).path("noteId").asText()));
    assertThat(items.path(1).path("at").asText()).isEqualTo(note.text("createdAt"));
    carla.person().get(client.path() + "/activity").isProblem(404, "not-found");
  }

  @Test
  void anEntry_movesWithANewVersion_butNotWithAName_aText_orAShare() {
    String first = document(File.text("first.txt", "1").upload(ada, folder));
    String call = note(client.note("Call about taxes", "They called."));
    File.text("second.txt", "2").upload(ada, folder);

    ada.patch(first, json().put("name", "renamed.txt")).is(200);
    ada.patch(call, json().put("title", "Call about wages").put("text", "Again.")).is(200);
    Shares.set(office, first, "client view").is(200);
    assertThat(log())
        .containsExactly(
            "document second.txt none",
            "note Call about wages none",
            "document renamed.txt selected");

    File.text("renamed.txt", "1b").uploadVersion(ada, first);

    assertThat(log())
        .containsExactly(
            "document renamed.txt selected",
            "document second.txt none",
            "note Call about wages none");
  }

  @Test
  void whatIsArchived_staysInTheLog() {
    String document = document(File.text("first.txt", "1").upload(ada, folder));
    String call = note(client.note("Call about taxes", "They called."));

    ada.delete(document).is(204);
    ada.delete(call).is(204);
    assertThat(log())
        .containsExactly("note Call about taxes none archived", "document first.txt none archived");

    ada.patch(document, json().put("archived", false)).is(200);
    ada.patch(call, json().put("archived", false)).is(200);
    ada.delete(folder).is(204);
    assertThat(log()).containsExactly("note Call about taxes none", "document first.txt none");
  }

  @Test
  @Tag("BS9")
  @Tag("BX1")
  void eachEntry_showsItsState_throughItsFolderToo_andLeadsToItsShares() {
    String box = client.path() + "/folders/" + client.folder("Box");
    File.text("boxed.txt", "1").upload(ada, box);
    File.text("filed.txt", "2").upload(ada, folder);
    client.note("Call about taxes", "They called.");
    GroupNote group = GroupNote.write(office, "Closed", "Until May.", client);
    assertThat(log())
        .containsExactly(
            "group-note Closed none",
            "note Call about taxes none",
            "document filed.txt none",
            "document boxed.txt none");

    Shares.set(office, box, "all-authorized view").is(200);
    group.open();
    Portal.settle();
    assertThat(log())
        .containsExactly(
            "group-note Closed all-authorized",
            "note Call about taxes none",
            "document filed.txt none",
            "document boxed.txt all-authorized");
    Shares.set(office, box).is(200);
    group.close();
    Portal.settle();

    for (JsonNode entry : ada.get(client.path() + "/activity").is(200).at("items")) {
      String shares = shares(entry);
      assertThat(ada.get(shares).is(200).text("shareState"))
          .isEqualTo(entry.path("shareState").asText());
      ada.put(shares, Shares.of("client view")).is(200);
    }

    assertThat(log())
        .containsExactly(
            "group-note Closed selected",
            "note Call about taxes selected",
            "document filed.txt selected",
            "document boxed.txt selected");
    assertThat(Shares.shared(carla.person(), client))
        .containsExactlyInAnyOrder(
            "group-note Closed",
            "note Call about taxes",
            "document filed.txt",
            "document boxed.txt",
            "folder Client Uploads");
  }

  @Test
  @Tag("BS8")
  void onlyWhatIsInTheLog_canBeShared() {
    File file = File.text("later.txt", "later");
    Answer declared = file.declare(ada, folder).is(201);
    String document = document(declared.text("documentId"));
    assertThat(log()).isEmpty();
    Shares.set(office, document, "client view").isProblem(409, "not-available");

    File.put(declared, file.bytes()).is(200);
    Portal.settle();
    assertThat(log()).containsExactly("document later.txt none");
    Shares.set(office, document, "client view").is(200);

    client.sharedNote("Call about taxes", "They called.", "client");
    assertThat(log())
        .containsExactly("note Call about taxes selected", "document later.txt selected");
  }

  @Test
  void whatWasRejected_isNotInTheLog() {
    new File("program.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 0}).upload(ada, folder);

    assertThat(log()).isEmpty();
  }

  @Test
  void theLog_isReadPageByPage_whileOthersAddToIt() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      File.text("file" + i + ".txt", "f").upload(ada, folder);
      client.note("Call number " + i, "They called.");
      expected.addFirst("file" + i + ".txt");
      expected.addFirst("Call number " + i);
    }

    List<String> read = new ArrayList<>();
    String next = "";
    do {
      Answer page = ada.get(client.path() + "/activity?limit=3" + next).is(200);
      read.addAll(Shares.texts(page.at("items"), "name"));
      next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
      client.note("Added meanwhile", "They called.");
    } while (!next.isEmpty());

    assertThat(read).isEqualTo(expected);
  }

  @Test
  void theLogOfAnotherClient_isAnother() {
    File.text("first.txt", "1").upload(ada, folder);
    Office.Client other = office.client("Otto");

    assertThat(ada.get(other.path() + "/activity").is(200).at("items")).isEmpty();
  }
}
