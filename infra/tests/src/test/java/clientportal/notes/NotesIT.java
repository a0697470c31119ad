package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Notes about a client: staff write them ({@code createNote}), find them ({@code listNotes}, {@code
 * getNote}), change them ({@code updateNote}, {@code archiveNote}, {@code listNoteVersions}) and
 * share them ({@code getNoteShares}, {@code setNoteShares}).
 */
final class NotesIT {
  private static final String TITLE = "What we agreed on";
  private static final String TEXT = "The advance payments are lower from May on.";

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String notes = client.path() + "/notes";

  /** Adds a contact who is invited by the share of a folder and signs in. */
  private Person related(String email, String contact) {
    client.share(client.folder("Welcome"), contact, "view").is(200);
    return Portal.acceptInvitation(email);
  }

  private static ObjectNode shared(String... shares) {
    ObjectNode note = Office.note(TITLE, TEXT);
    note.set("shares", Shares.of(shares));
    return note;
  }

  private String written() {
    return notes + "/" + client.note(TITLE, TEXT);
  }

  @Test
  @Tag("ST2")
  void aNote_isForStaffAlone_untilItIsShared() {
    Person sam = office.member("Sam Staff", false).person();

    Answer created = sam.post(notes, Office.note(TITLE, TEXT)).is(201);

    String note = created.header("location").orElseThrow();
    assertThat(note).isEqualTo(notes + "/" + created.text("noteId"));
    assertThat(created.text("title")).isEqualTo(TITLE);
    assertThat(created.text("text")).isEqualTo(TEXT);
    assertThat(created.text("by/name")).isEqualTo("Sam Staff");
    assertThat(created.text("by/as")).isEqualTo("staff");
    assertThat(created.at("archived").asBoolean(true)).isFalse();
    assertThat(created.text("shareState")).isEqualTo("none");
    assertThat(created.json().has("editedAt")).isFalse();
    Answer read = ada.get(note).is(200);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.header("etag")).isEqualTo(created.header("etag"));
    carla.person().get(note).isProblem(404, "not-found");
    assertThat(Shares.shared(carla.person(), client)).containsExactly("folder Client Uploads");

    Answer shares = Shares.set(office, note, "client view").is(200);

    assertThat(shares.text("shareState")).isEqualTo("selected");
    Answer open = carla.person().get(note).is(200);
    assertThat(open.text("text")).isEqualTo(TEXT);
    assertThat(open.text("access")).isEqualTo("view");
    assertThat(open.json().has("shareState")).isFalse();
    assertThat(open.header("etag")).isEqualTo(shares.header("etag"));
    assertThat(Shares.shared(carla.person(), client))
        .containsExactly("note " + TITLE, "folder Client Uploads");
    assertThat(ada.get(note).text("shareState")).isEqualTo("selected");
  }

  @Test
  @Tag("ST1")
  void aNote_isSharedWhileItIsWritten_withTheClientAndAContact() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Person colin = related(email, contact);

    Answer created = ada.post(notes, shared("client view", contact + " view")).is(201);

    String note = notes + "/" + created.text("noteId");
    assertThat(created.text("shareState")).isEqualTo("selected");
    Answer shares = ada.get(note + "/shares").is(200);
    assertThat(Shares.recipients(shares)).containsExactly("client view", contact + " view");
    assertThat(shares.header("etag")).isEqualTo(created.header("etag"));
    for (Person reader : List.of(carla.person(), colin)) {
      assertThat(reader.get(note).is(200).text("text")).isEqualTo(TEXT);
      assertThat(Shares.shared(reader, client)).startsWith("note " + TITLE);
      reader.get(note + "/shares").isProblem(403, "permission-required");
      reader.get(note + "/versions").isProblem(403, "permission-required");
    }
  }

  /** It is saved and shared, or neither. */
  @Test
  @Tag("ST1")
  void aNoteWhoseSharesAreRefused_isNotWritten() {
    Office.Client dora = office.client("Dora");
    String withoutPermission = client.contact("Winona", false);
    Person sam = office.member("Sam Staff", false).person();
    Map<String, Object> before = Portal.everything();

    ada.post(dora.path() + "/notes", shared("client view")).isProblem(422, "account-required");
    ada.post(notes, shared("client view", withoutPermission + " view"))
        .isProblem(422, "recipient-not-permitted");
    sam.post(notes, shared("client view")).isProblem(403, "permission-required");

    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(ada.get(notes).is(200).at("items")).isEmpty();
    assertThat(sam.post(notes, shared()).is(201).text("shareState")).isEqualTo("none");
  }

  @Test
  @Tag("BS3")
  void withoutWebPortal_staffChangeANote_untilItIsOpenToSomebody() {
    Person sam = office.member("Sam Staff", false).person();
    String note = written();
    sam.patch(note, json().put("title", "What they want")).is(200);
    sam.put(note + "/shares", Shares.of("client view")).isProblem(403, "permission-required");
    Shares.set(office, note, "client view").is(200);
    Map<String, Object> before = Portal.everything();

    sam.patch(note, json().put("text", "Nothing.")).isProblem(403, "permission-required");
    sam.patch(note, json().put("archived", true)).isProblem(403, "permission-required");
    sam.delete(note).isProblem(403, "permission-required");
    sam.put(note + "/shares", Shares.of()).isProblem(403, "permission-required");
    carla.person().patch(note, json().put("text", "No.")).isProblem(403, "permission-required");
    carla.person().delete(note).isProblem(403, "permission-required");

    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(sam.get(note + "/shares").is(200).text("shareState")).isEqualTo("selected");
    Shares.set(office, note).is(200);
    sam.delete(note).is(204);
  }

  @Test
  @Tag("BS11")
  void anUnselectedRecipient_losesTheNoteAtTheNextRequest() {
    String note = notes + "/" + client.sharedNote(TITLE, TEXT, "client");
    carla.person().get(note).is(200);

    assertThat(Shares.set(office, note).is(200).text("shareState")).isEqualTo("none");

    carla.person().get(note).isProblem(404, "not-found");
    carla.person().get(note + "/shares").isProblem(404, "not-found");
    carla.person().get(note + "/versions").isProblem(404, "not-found");
    assertThat(Shares.shared(carla.person(), client)).containsExactly("folder Client Uploads");
  }

  @Test
  @Tag("BS12")
  void aShareWithAnEnd_endsThen_andOneWithoutStays() {
    Instant end = Portal.now().plusSeconds(600);
    String ending = notes + "/" + ada.post(notes, shared("client view " + end)).text("noteId");
    String staying = notes + "/" + client.sharedNote("For good", TEXT, "client");
    assertThat(ada.get(ending + "/shares").text("recipients/0/expiresAt")).startsWith(second(end));
    Portal.settle();

    Portal.advance(Duration.between(Portal.now(), end).minusSeconds(10));
    carla.person().get(ending).is(200);
    assertThat(Shares.shared(carla.person(), client)).contains("note " + TITLE);
    Portal.advance(Duration.between(Portal.now(), end));

    carla.person().get(ending).isProblem(404, "not-found");
    assertThat(Shares.shared(carla.person(), client))
        .containsExactly("note For good", "folder Client Uploads");
    Answer shares = ada.get(ending + "/shares").is(200);
    assertThat(shares.text("shareState")).isEqualTo("none");
    assertThat(Shares.recipients(shares)).isEmpty();
    Portal.advance(Duration.ofDays(3650));
    Portal.signIn(client.email()).get(staying).is(200);
  }

  private static String second(Instant instant) {
    return instant.toString().substring(0, 19);
  }

  @Test
  @Tag("BS13")
  @Tag("BS14")
  @Tag("BS15")
  @Tag("BX1")
  @Tag("BX3")
  void allAuthorized_includesWhoGetsThePermissionLater_andTheStateSaysSo() {
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    Person colin = related(email, contact);
    String path = client.path() + "/contacts/" + contact;
    ada.patch(path, json().put("webPortal", false)).is(200);
    String note = written();
    assertThat(ada.get(note).text("shareState")).isEqualTo("none");
    Shares.set(office, note, "client view").is(200);
    assertThat(ada.get(note).text("shareState")).isEqualTo("selected");
    Shares.set(office, note, "all-authorized view", "client view").is(200);
    assertThat(ada.get(note).text("shareState")).isEqualTo("all-authorized");
    assertThat(ada.get(notes).text("items/0/shareState")).isEqualTo("all-authorized");
    colin.get(note).isProblem(404, "not-found");

    ada.patch(path, json().put("webPortal", true)).is(200);

    colin.get(note).is(200);
    assertThat(Shares.shared(colin, client)).contains("note " + TITLE);
    carla.person().get(note).is(200);
  }

  @Test
  @Tag("ST4")
  @Tag("BS10")
  void aNote_isSharedAsADocumentIs() {
    String folder = client.path() + "/folders/" + client.folder("Taxes");
    String document = folder + "/documents/" + File.text("a.txt", "a").upload(ada, folder);
    String note = written();
    String contact = client.contact("Colin", true);
    client.contact("Winona", false);

    for (String[] set :
        new String[][] {
          {"client view", contact + " view 2999-12-31T23:00:00.000Z"},
          {contact + " view"},
          {"all-authorized view"},
          {}
        }) {
      List<JsonNode> saved = new ArrayList<>();
      List<JsonNode> read = new ArrayList<>();
      for (String item : List.of(document, note)) {
        saved.add(withoutTimes(Shares.set(office, item, set).is(200)));
        read.add(withoutTimes(ada.get(item + "/shares").is(200)));
      }
      assertThat(saved.get(1)).isEqualTo(saved.get(0));
      assertThat(read.get(1)).isEqualTo(read.get(0));
      assertThat(read.get(1).path("candidates").findValuesAsText("name"))
          .containsExactly("Carla", "Colin");
      assertThat(read.get(1).path("recipients")).hasSize(set.length);
    }
  }

  private static JsonNode withoutTimes(Answer shares) {
    JsonNode json = shares.json();
    json.path("recipients").forEach(each -> ((ObjectNode) each).remove("sharedAt"));
    return json;
  }

  @Test
  void readersSeeTheNewestText_andStaffThoseBeforeIt() {
    Person sam = office.member("Sam Staff", true).person();
    String note = notes + "/" + client.sharedNote(TITLE, TEXT, "client");

    Answer edited = ada.patch(note, json().put("text", "They are lower from June on.")).is(200);
    sam.patch(note, json().put("title", "What we agreed on in May")).is(200);

    assertThat(edited.text("text")).isEqualTo("They are lower from June on.");
    assertThat(edited.text("title")).isEqualTo(TITLE);
    assertThat(edited.text("shareState")).isEqualTo("selected");
    Answer open = carla.person().get(note).is(200);
    assertThat(open.text("title")).isEqualTo("What we agreed on in May");
    assertThat(open.text("text")).isEqualTo("They are lower from June on.");
    assertThat(open.text("by/name")).isEqualTo("Ada Admin");
    assertThat(Instant.parse(open.text("editedAt")))
        .isAfterOrEqualTo(Instant.parse(edited.text("editedAt")))
        .isAfter(Instant.parse(open.text("createdAt")));
    assertThat(Shares.shared(carla.person(), client)).startsWith("note What we agreed on in May");
    JsonNode versions = ada.get(note + "/versions").is(200).at("items");
    assertThat(Shares.texts(versions, "version")).containsExactly("3", "2", "1");
    assertThat(Shares.texts(versions, "current")).containsExactly("true", "false", "false");
    assertThat(Shares.texts(versions, "title"))
        .containsExactly("What we agreed on in May", TITLE, TITLE);
    assertThat(Shares.texts(versions, "text"))
        .containsExactly("They are lower from June on.", "They are lower from June on.", TEXT);
    assertThat(versions.findValues("by"))
        .extracting(by -> by.path("name").asText())
        .containsExactly("Sam Staff", "Ada Admin", "Ada Admin");
    assertThat(versions.path(0).path("at").asText()).isEqualTo(open.text("editedAt"));
    assertThat(versions.path(2).path("at").asText()).isEqualTo(open.text("createdAt"));
  }

  @Test
  void theTextsOfANote_areListedPageByPage_alsoWhileItIsEdited() {
    String note = written();
    for (int i = 2; i <= 5; i++) {
      ada.patch(note, json().put("text", "Text number " + i)).is(200);
    }

    Answer first = ada.get(note + "/versions?limit=2").is(200);
    ada.patch(note, json().put("text", "Text number 6")).is(200);
    List<String> all = new ArrayList<>(Shares.texts(first.at("items"), "version"));
    String next = first.text("nextCursor");
    while (!next.isEmpty()) {
      Answer page = ada.get(note + "/versions?limit=2&cursor=" + next).is(200);
      all.addAll(Shares.texts(page.at("items"), "version"));
      next = page.at("nextCursor").asText();
    }

    assertThat(all).containsExactly("5", "4", "3", "2", "1");
  }

  @Test
  void aChangeThatChangesNothing_writesNothing() {
    String note = written();
    Answer before = ada.get(note);
    Map<String, Object> stored = Portal.everything();

    Answer same =
        ada.patch(note, json().put("title", TITLE).put("text", TEXT).put("archived", false))
            .is(200);
    ada.patch(note, json()).is(200);

    assertThat(same.json()).isEqualTo(before.json());
    assertThat(same.header("etag")).isEqualTo(before.header("etag"));
    assertThat(Portal.everything()).isEqualTo(stored);
  }

  @Test
  void anArchivedNote_isReadByItsReaders_andChangedByNobody() {
    String note = notes + "/" + client.sharedNote(TITLE, TEXT, "client");

    ada.delete(note).is(204);
    ada.delete(note).is(204);

    assertThat(ada.get(notes).is(200).at("items")).isEmpty();
    assertThat(ada.get(notes + "?archived=true").text("items/0/title")).isEqualTo(TITLE);
    assertThat(Shares.shared(carla.person(), client)).containsExactly("folder Client Uploads");
    assertThat(Shares.shared(carla.person(), client, true)).containsExactly("note " + TITLE);
    for (Person person : List.of(ada, carla.person())) {
      Answer read = person.get(note).is(200);
      assertThat(read.at("archived").asBoolean()).isTrue();
      assertThat(read.text("text")).isEqualTo(TEXT);
    }
    Map<String, Object> before = Portal.everything();
    ada.patch(note, json().put("title", "Other")).isProblem(409, "archived");
    ada.patch(note, json().put("text", "Other").put("archived", true)).isProblem(409, "archived");
    Shares.set(office, note, "all-authorized view").isProblem(409, "archived");
    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(Shares.recipients(ada.get(note + "/shares").is(200))).containsExactly("client view");

    Answer back =
        ada.patch(note, json().put("archived", false).put("text", "It counts again.")).is(200);

    assertThat(back.at("archived").asBoolean(true)).isFalse();
    assertThat(ada.get(notes + "?archived=true").is(200).at("items")).isEmpty();
    assertThat(carla.person().get(note).text("text")).isEqualTo("It counts again.");
    assertThat(Shares.shared(carla.person(), client)).startsWith("note " + TITLE);
    assertThat(Shares.shared(carla.person(), client, true)).isEmpty();
  }

  @Test
  void theList_hasTheBeginningOfEachText_newestFirst_pageByPage() {
    String exact = "🌍".repeat(200);
    List<String> titles = new ArrayList<>();
    for (String text : List.of("Short.\nTwo lines.", exact, exact + "and more", "x".repeat(201))) {
      titles.addFirst("Note of " + text.length());
      client.note(titles.getFirst(), text);
    }
    ada.patch(notes + "/" + ada.get(notes).text("items/3/noteId"), json().put("text", "Shorter."))
        .is(200);

    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      Answer page = ada.get(notes + "?limit=3" + next).is(200);
      page.at("items").forEach(all::add);
      next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
    } while (!next.isEmpty());

    assertThat(all).extracting(each -> each.path("title").asText()).isEqualTo(titles);
    assertThat(all)
        .extracting(each -> each.path("excerpt").asText())
        .containsExactly("x".repeat(200), exact, exact, "Shorter.");
    assertThat(all).noneMatch(each -> each.has("text"));
    assertThat(all)
        .extracting(each -> each.has("editedAt"))
        .containsExactly(false, false, false, true);
    carla.person().get(notes).isProblem(404, "not-found");
  }

  @Test
  void ifMatch_isHonoured() {
    String note = written();
    String old = ada.get(note).header("etag").orElseThrow();
    ada.patch(note, json().put("text", "Newer.")).is(200);
    Map<String, Object> before = Portal.everything();

    for (Call call :
        List.of(
            ada.call("PATCH", note).json(json().put("text", "Lost update.")),
            ada.call("DELETE", note),
            ada.call("PUT", note + "/shares").json(Shares.of("client view")))) {
      call.header("If-Match", old).send().isProblem(412, "precondition-failed");
    }

    assertThat(Portal.everything()).isEqualTo(before);
    String current = ada.get(note).header("etag").orElseThrow();
    ada.call("DELETE", note).header("If-Match", current).send().is(204);
  }

  /** The client is also a contact of their own: each way in opens something. */
  @Test
  void whatIsShared_isListedOnce_inWhicheverCapacityItIsOpen() {
    String contact = client.contact("Carla for the company", client.email(), true);
    Shares.set(office, written(), contact + " view").is(200);
    Person both = Portal.acceptInvitation(client.email());
    client.sharedNote("For the client", TEXT, "client");
    client.sharedNote("For all", TEXT, "all-authorized");
    Answer created =
        ada.post(notes, shared("client view", contact + " view", "all-authorized view")).is(201);
    String twice = notes + "/" + created.text("noteId");
    ada.patch(twice, json().put("title", "For both")).is(200);

    assertThat(Shares.shared(both, client))
        .containsExactly(
            "note For both",
            "note For all",
            "note For the client",
            "note " + TITLE,
            "folder Client Uploads");

    Shares.set(office, twice, contact + " view").is(200);
    both.get(twice).is(200);
    assertThat(Shares.shared(both, client)).contains("note For both");
    Shares.set(office, twice).is(200);
    both.get(twice).isProblem(404, "not-found");
    assertThat(Shares.shared(both, client)).doesNotContain("note For both");
  }

  @Test
  void notesOfAnotherClient_areNeitherListedNorRead() {
    Office.Client.SignedIn otto = office.activeClient("Otto");
    String note = client.sharedNote(TITLE, TEXT, "all-authorized");

    ada.get(otto.client().path() + "/notes/" + note).isProblem(404, "not-found");
    otto.person().get(notes + "/" + note).isProblem(404, "not-found");
    assertThat(ada.get(otto.client().path() + "/notes").is(200).at("items")).isEmpty();
    assertThat(Shares.shared(otto.person(), otto.client()))
        .containsExactly("folder Client Uploads");
  }
}
