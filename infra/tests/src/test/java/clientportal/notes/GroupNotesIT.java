package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Notes about several clients: staff write them ({@code createGroupNote}), find them ({@code
 * listGroupNotes}, {@code getGroupNote}), change them ({@code updateGroupNote}, {@code
 * archiveGroupNote}, {@code listGroupNoteVersions}), say who takes part ({@code listParticipants},
 * {@code changeParticipants}) and share them with all ({@code getGroupNoteShares}, {@code
 * setGroupNoteShares}) or with one participant ({@code getParticipantShares}, {@code
 * setParticipantShares}), who reads them ({@code readGroupNote}).
 */
final class GroupNotesIT {
  private static final String TITLE = "Closed over the holidays";
  private static final String TEXT = "Our office is closed from 24 December to 6 January.";
  private static final String UPLOADS = "folder Client Uploads";

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client.SignedIn otto = office.activeClient("Otto");
  private final String list = office.path() + "/group-notes";

  private GroupNote written() {
    return GroupNote.write(office, TITLE, TEXT, carla.client(), otto.client());
  }

  /** Adds a contact of Carla who has signed in. */
  private Contact contact(String name) {
    String email = Portal.email("colin");
    String id = carla.client().contact(name, email, true);
    String path = carla.client().path() + "/contacts/" + id;
    ada.post(path + "/account", json().put("email", email)).is(201);
    return new Contact(id, path, Portal.acceptInvitation(email));
  }

  private record Contact(String id, String path, Person person) {}

  /** Returns what a client finds in the portal, newest first, once all lists have followed. */
  private static List<String> shared(Office.Client.SignedIn client) {
    Portal.settle();
    return Shares.shared(client.person(), client.client());
  }

  private static void reads(Office.Client.SignedIn client, GroupNote note) {
    assertThat(client.person().get(note.path(client.client())).is(200).text("text"))
        .isEqualTo(TEXT);
  }

  private static void readsNothing(Office.Client.SignedIn client, GroupNote note) {
    client.person().get(note.path(client.client())).isProblem(404, "not-found");
  }

  private List<String> participants(GroupNote note) {
    List<String> participants = new ArrayList<>();
    ada.get(note.path() + "/participants")
        .is(200)
        .at("items")
        .forEach(each ->
            participants.add(each.path("name").asText() + " " + each.path("shareState").asText()));
    return participants.stream().sorted().toList();
  }

  /** Returns the state of the note in a client's activity log. */
  private String logged(Office.Client client, GroupNote note) {
    for (JsonNode each : ada.get(client.path() + "/activity").is(200).at("items")) {
      if (each.path("noteId").asText().equals(note.noteId())) {
        assertThat(each.path("kind").asText()).isEqualTo("group-note");
        return each.path("name").asText() + " " + each.path("shareState").asText();
      }
    }
    return "nothing";
  }

  private String state(GroupNote note) {
    String state = ada.get(note.path()).is(200).text("shareState");
    Answer shares = ada.get(note.path() + "/shares").is(200);
    assertThat(shares.text("shareState")).isEqualTo(state);
    return state;
  }

  @Test
  @Tag("BS17")
  void aGroupNote_isForStaffAlone_untilItIsShared() {
    Person sam = office.member("Sam Staff", false).person();

    Answer created =
        sam.post(list, GroupNote.body(TITLE, TEXT, GroupNote.ids(carla.client(), otto.client())))
            .is(201);

    GroupNote note = new GroupNote(office, created.text("noteId"));
    assertThat(created.header("location")).contains(note.path());
    assertThat(created.text("title")).isEqualTo(TITLE);
    assertThat(created.text("text")).isEqualTo(TEXT);
    assertThat(created.text("by/name")).isEqualTo("Sam Staff");
    assertThat(created.text("by/as")).isEqualTo("staff");
    assertThat(created.at("archived").asBoolean(true)).isFalse();
    assertThat(created.text("shareState")).isEqualTo("none");
    assertThat(created.at("participants").asInt()).isEqualTo(2);
    assertThat(created.json().has("editedAt")).isFalse();
    Answer read = ada.get(note.path()).is(200);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.header("etag")).isEqualTo(created.header("etag"));
    assertThat(participants(note)).containsExactly("Carla none", "Otto none");
    for (Office.Client.SignedIn client : List.of(carla, otto)) {
      readsNothing(client, note);
      client.person().get(note.path()).isProblem(404, "not-found");
      client.person().get(list).isProblem(404, "not-found");
      assertThat(shared(client)).containsExactly(UPLOADS);
      assertThat(logged(client.client(), note)).isEqualTo(TITLE + " none");
      Answer forStaff = sam.get(note.path(client.client())).is(200);
      assertThat(forStaff.text("text")).isEqualTo(TEXT);
      assertThat(forStaff.text("shareState")).isEqualTo("none");
    }
  }

  /** What decides is written by the call; lists and notices follow. */
  @Test
  @Tag("BS16")
  @Tag("BS18")
  @Tag("BX3")
  void oneCall_opensIt_toAllParticipants_andTheirContactsWithWebPortal() {
    Contact colin = contact("Colin");
    Contact winona = contact("Winona");
    ada.patch(winona.path(), json().put("webPortal", false)).is(200);
    Office.Client.SignedIn nora = office.activeClient("Nora");
    GroupNote note = written();

    Answer shares = ada.put(note.path() + "/shares", GroupNote.toAll()).is(200);

    for (Office.Client.SignedIn client : List.of(carla, otto)) {
      reads(client, note);
    }
    Answer read = colin.person().get(note.path(carla.client())).is(200);
    assertThat(read.text("title")).isEqualTo(TITLE);
    assertThat(read.text("access")).isEqualTo("view");
    assertThat(read.text("by/name")).isEqualTo("Ada Admin");
    assertThat(read.json().has("shareState")).isFalse();
    assertThat(read.json().has("participants")).isFalse();
    winona.person().get(note.path(carla.client())).isProblem(404, "not-found");
    readsNothing(nora, note);
    nora.person().get(note.path(carla.client())).isProblem(404, "not-found");
    assertThat(shares.text("shareState")).isEqualTo("all-authorized");
    assertThat(shares.at("participants").asInt()).isEqualTo(2);
    assertThat(Shares.recipients(shares)).containsExactly("all-authorized view");
    assertThat(shares.json()).isEqualTo(ada.get(note.path() + "/shares").is(200).json());
    assertThat(state(note)).isEqualTo("all-authorized");
    assertThat(participants(note)).containsExactly("Carla all-authorized", "Otto all-authorized");
    for (Office.Client.SignedIn client : List.of(carla, otto)) {
      assertThat(shared(client)).containsExactly("group-note " + TITLE, UPLOADS);
      assertThat(logged(client.client(), note)).isEqualTo(TITLE + " all-authorized");
      assertThat(ada.get(note.path(client.client())).text("shareState"))
          .isEqualTo("all-authorized");
    }
    assertThat(Shares.shared(colin.person(), carla.client())).contains("group-note " + TITLE);
    assertThat(shared(nora)).containsExactly(UPLOADS);

    ada.patch(winona.path(), json().put("webPortal", true)).is(200);

    winona.person().get(note.path(carla.client())).is(200);
    assertThat(Shares.shared(winona.person(), carla.client())).contains("group-note " + TITLE);
  }

  @Test
  @Tag("BS11")
  @Tag("BS16")
  void whoIsNotChosenThemselves_losesTheNote_whenItIsClosed() {
    Contact colin = contact("Colin");
    GroupNote note = written().open();
    Portal.settle();
    ada.put(note.path(carla.client()) + "/shares", all(colin.id() + " view")).is(200);

    Answer closed = ada.put(note.path() + "/shares", Office.nobody()).is(200);

    readsNothing(carla, note);
    readsNothing(otto, note);
    colin.person().get(note.path(carla.client())).is(200);
    assertThat(closed.text("shareState")).isEqualTo("selected");
    assertThat(closed.at("recipients")).isEmpty();
    assertThat(participants(note)).containsExactly("Carla selected", "Otto none");
    assertThat(shared(carla)).containsExactly(UPLOADS);
    assertThat(shared(otto)).containsExactly(UPLOADS);
    assertThat(Shares.shared(colin.person(), carla.client()))
        .containsExactly("group-note " + TITLE);

    Shares.set(office, note.path(carla.client())).is(200);
    colin.person().get(note.path(carla.client())).isProblem(404, "not-found");
    assertThat(state(note)).isEqualTo("none");
    Portal.settle();
    assertThat(Shares.shared(colin.person(), carla.client())).isEmpty();
  }

  /** Returns the body with what the group's shares give and others. */
  private static JsonNode all(String... others) {
    List<String> shares = new ArrayList<>(List.of("all-authorized view"));
    shares.addAll(List.of(others));
    return Shares.of(shares.toArray(String[]::new));
  }

  @Test
  @Tag("BS17")
  @Tag("BS10")
  void oneParticipant_hasSharesOfTheirOwn_likeThoseOfANote() {
    Contact colin = contact("Colin");
    String winona = carla.client().contact("Winona", false);
    GroupNote note = written();
    String mine = note.path(carla.client());

    Answer saved = Shares.set(office, mine, colin.id() + " view").is(200);

    assertThat(saved.text("shareState")).isEqualTo("selected");
    assertThat(Shares.recipients(saved)).containsExactly(colin.id() + " view");
    colin.person().get(mine).is(200);
    colin.person().get(mine + "/shares").isProblem(403, "permission-required");
    assertThat(Shares.shared(colin.person(), carla.client()))
        .containsExactly("group-note " + TITLE);
    readsNothing(carla, note);
    readsNothing(otto, note);
    assertThat(participants(note)).containsExactly("Carla selected", "Otto none");
    assertThat(state(note)).isEqualTo("selected");
    assertThat(logged(carla.client(), note)).isEqualTo(TITLE + " selected");
    assertThat(logged(otto.client(), note)).isEqualTo(TITLE + " none");

    note.open();

    Answer both = ada.get(mine + "/shares").is(200);
    assertThat(both.text("shareState")).isEqualTo("all-authorized");
    assertThat(Shares.recipients(both))
        .containsExactlyInAnyOrder("all-authorized view via group-note", colin.id() + " view");
    assertThat(both.at("candidates").findValuesAsText("name")).containsExactly("Carla", "Colin");
    Map<String, Object> before = Portal.everything();
    Shares.set(office, mine).isProblem(409, "inherited-share");
    Shares.set(office, mine, "client view").isProblem(409, "inherited-share");
    ada.put(mine + "/shares", all(winona + " view")).isProblem(422, "recipient-not-permitted");
    assertThat(Portal.everything()).isEqualTo(before);

    ada.put(mine + "/shares", all()).is(200);
    note.close();
    colin.person().get(mine).isProblem(404, "not-found");
    assertThat(state(note)).isEqualTo("none");
  }

  @Test
  void aClientWithoutAccount_takesPart_andIsChosenOnceThereIsOne() {
    Office.Client dora = office.client("Dora");
    GroupNote note = GroupNote.write(office, TITLE, TEXT, dora, carla.client());
    Map<String, Object> before = Portal.everything();
    Shares.set(office, note.path(dora), "client view").isProblem(422, "account-required");
    assertThat(Portal.everything()).isEqualTo(before);

    note.open();
    Portal.settle();
    Office.Client.SignedIn active = dora.activate();

    reads(active, note);
    assertThat(shared(active)).containsExactly("group-note " + TITLE, UPLOADS);
  }

  @Test
  @Tag("BS12")
  void aShareOfOneParticipant_endsWhenItSays_andThatWithAllStays() {
    GroupNote note = written();
    Instant end = Portal.now().plusSeconds(600);
    Shares.set(office, note.path(carla.client()), "client view " + end).is(200);
    reads(carla, note);

    Portal.advance(Duration.between(Portal.now(), end));

    readsNothing(carla, note);
    assertThat(participants(note)).containsExactly("Carla none", "Otto none");
    assertThat(shared(carla)).containsExactly(UPLOADS);
    note.open();
    reads(carla, note);
    assertThat(shared(carla)).containsExactly("group-note " + TITLE, UPLOADS);
  }

  @Test
  @Tag("BS3")
  void withoutWebPortal_staffChangeAGroupNote_untilItIsOpenToSomebody() {
    Person sam = office.member("Sam Staff", false).person();
    Office.Client dora = office.client("Dora");
    GroupNote note = written();
    String mine = note.path(carla.client());
    sam.patch(note.path(), json().put("title", "Closed")).is(200);
    sam.post(note.path() + "/participants", GroupNote.changing(GroupNote.ids(dora), List.of()))
        .is(200);
    for (Runnable opening :
        List.<Runnable>of(note::open, () -> Shares.set(office, mine, "client view").is(200))) {
      opening.run();
      Map<String, Object> before = Portal.everything();

      sam.patch(note.path(), json().put("text", "No.")).isProblem(403, "permission-required");
      sam.delete(note.path()).isProblem(403, "permission-required");
      sam.post(note.path() + "/participants", GroupNote.changing(List.of(), GroupNote.ids(dora)))
          .isProblem(403, "permission-required");
      sam.put(note.path() + "/shares", Office.nobody()).isProblem(403, "permission-required");
      sam.put(mine + "/shares", Shares.of()).isProblem(403, "permission-required");
      carla.person().put(mine + "/shares", Shares.of()).isProblem(403, "permission-required");

      assertThat(Portal.everything()).isEqualTo(before);
      assertThat(sam.get(note.path() + "/shares").is(200).at("participants").asInt()).isEqualTo(3);
      note.close();
    }
    sam.delete(note.path()).isProblem(403, "permission-required");
    Shares.set(office, mine).is(200);
    sam.put(note.path() + "/shares", GroupNote.toAll()).isProblem(403, "permission-required");
    sam.delete(note.path()).is(204);
  }

  @Test
  @Tag("BS18")
  void whoIsAdded_readsWhatIsOpenToAll_andWhoIsRemoved_losesItAtOnce() {
    Office.Client.SignedIn nora = office.activeClient("Nora");
    Contact colin = contact("Colin");
    GroupNote note = written().open();
    ada.put(note.path(carla.client()) + "/shares", all(colin.id() + " view")).is(200);
    Portal.settle();

    Answer changed =
        note.change(GroupNote.ids(nora.client()), GroupNote.ids(carla.client())).is(200);

    assertThat(changed.at("participants").asInt()).isEqualTo(2);
    assertThat(changed.header("etag")).isEqualTo(ada.get(note.path()).header("etag"));
    reads(nora, note);
    reads(otto, note);
    readsNothing(carla, note);
    colin.person().get(note.path(carla.client())).isProblem(404, "not-found");
    ada.get(note.path(carla.client())).isProblem(404, "not-found");
    ada.get(note.path(carla.client()) + "/shares").isProblem(404, "not-found");
    Shares.set(office, note.path(carla.client()), "client view").isProblem(404, "not-found");
    assertThat(participants(note)).containsExactly("Nora all-authorized", "Otto all-authorized");
    assertThat(logged(carla.client(), note)).isEqualTo("nothing");
    assertThat(logged(nora.client(), note)).isEqualTo(TITLE + " all-authorized");
    assertThat(shared(nora)).containsExactly("group-note " + TITLE, UPLOADS);
    assertThat(shared(otto)).containsExactly("group-note " + TITLE, UPLOADS);
    assertThat(shared(carla)).containsExactly(UPLOADS);
    assertThat(Shares.shared(colin.person(), carla.client())).isEmpty();

    note.close();
    note.add(carla.client()).is(200);
    Portal.settle();
    readsNothing(carla, note);
    colin.person().get(note.path(carla.client())).isProblem(404, "not-found");
    assertThat(participants(note)).containsExactly("Carla none", "Nora none", "Otto none");
    assertThat(state(note)).isEqualTo("none");
  }

  @Test
  void whatIsThereAlready_isNotWrittenAgain() {
    Office.Client dora = office.client("Dora");
    GroupNote note = written().open();
    Portal.settle();
    Answer before = ada.get(note.path());
    Map<String, Object> stored = Portal.everything();

    note.add(carla.client()).is(200);
    note.remove(dora).is(200);
    ada.post(note.path() + "/participants", json()).is(200);
    note.open();
    ada.put(note.path(carla.client()) + "/shares", all()).is(200);
    ada.patch(note.path(), json().put("title", TITLE).put("text", TEXT).put("archived", false))
        .is(200);
    ada.patch(note.path(), json()).is(200);

    assertThat(Portal.everything()).isEqualTo(stored);
    assertThat(ada.get(note.path()).header("etag")).isEqualTo(before.header("etag"));
  }

  @Test
  @Tag("BS17")
  void theGeneralLog_hasAllGroupNotes_newestFirst_pageByPage_withTheirStates() {
    GroupNote closed = GroupNote.write(office, "Closed", "x".repeat(201), carla.client());
    GroupNote chosen = GroupNote.write(office, "Chosen", "One.\nTwo.", carla.client());
    Shares.set(office, chosen.path(carla.client()), "client view").is(200);
    GroupNote open = GroupNote.write(office, "Open", TEXT, carla.client(), otto.client()).open();
    GroupNote old = GroupNote.write(office, "Old", TEXT, otto.client());
    ada.patch(closed.path(), json().put("title", "Closed to readers")).is(200);
    ada.delete(old.path()).is(204);
    Portal.settle();

    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      Answer page = ada.get(list + "?limit=2" + next).is(200);
      page.at("items").forEach(all::add);
      next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
    } while (!next.isEmpty());

    assertThat(all)
        .extracting(each ->
            "%s %s %d %s"
                .formatted(
                    each.path("title").asText(),
                    each.path("shareState").asText(),
                    each.path("participants").asInt(),
                    each.path("excerpt").asText()))
        .containsExactly(
            "Open all-authorized 2 " + TEXT,
            "Chosen selected 1 One.\nTwo.",
            "Closed to readers none 1 " + "x".repeat(200));
    assertThat(all).extracting(each -> each.path("noteId").asText()).startsWith(open.noteId());
    assertThat(all).noneMatch(each -> each.has("text"));
    assertThat(all).extracting(each -> each.has("editedAt")).containsExactly(false, false, true);
    JsonNode archived = ada.get(list + "?archived=true").is(200).at("items");
    assertThat(Shares.texts(archived, "title")).containsExactly("Old");
    assertThat(Office.open().administrator().get(list).isProblem(404, "not-found").text())
        .doesNotContain("Open");
  }

  @Test
  void readersSeeTheNewestTextAtOnce_theTitleInTheirLists_andStaffWhatWasBefore() {
    Person sam = office.member("Sam Staff", true).person();
    GroupNote note = written().open();
    Portal.settle();

    ada.patch(note.path(), json().put("text", "We are back on 7 January.")).is(200);
    Answer edited = sam.patch(note.path(), json().put("title", "Open again")).is(200);

    Answer read = carla.person().get(note.path(carla.client())).is(200);
    assertThat(read.text("title")).isEqualTo("Open again");
    assertThat(read.text("text")).isEqualTo("We are back on 7 January.");
    assertThat(read.text("by/name")).isEqualTo("Ada Admin");
    assertThat(read.text("editedAt")).isEqualTo(edited.text("editedAt"));
    assertThat(shared(carla)).containsExactly("group-note Open again", UPLOADS);
    assertThat(logged(otto.client(), note)).isEqualTo("Open again all-authorized");
    JsonNode versions = ada.get(note.path() + "/versions").is(200).at("items");
    assertThat(Shares.texts(versions, "version")).containsExactly("3", "2", "1");
    assertThat(Shares.texts(versions, "current")).containsExactly("true", "false", "false");
    assertThat(Shares.texts(versions, "title")).containsExactly("Open again", TITLE, TITLE);
    assertThat(Shares.texts(versions, "text"))
        .containsExactly("We are back on 7 January.", "We are back on 7 January.", TEXT);
    assertThat(versions.findValues("by"))
        .extracting(by -> by.path("name").asText())
        .containsExactly("Sam Staff", "Ada Admin", "Ada Admin");
    Answer first = ada.get(note.path() + "/versions?limit=2").is(200);
    Answer rest =
        ada.get(note.path() + "/versions?limit=2&cursor=" + first.text("nextCursor")).is(200);
    assertThat(Shares.texts(rest.at("items"), "version")).containsExactly("1");
    carla.person().get(note.path() + "/versions").isProblem(404, "not-found");
  }

  @Test
  void anArchivedGroupNote_isReadByItsReaders_andChangedByNobody() {
    Office.Client dora = office.client("Dora");
    GroupNote note = written().open();
    Portal.settle();

    ada.delete(note.path()).is(204);
    ada.delete(note.path()).is(204);

    for (Office.Client.SignedIn client : List.of(carla, otto)) {
      assertThat(client.person().get(note.path(client.client())).at("archived").asBoolean())
          .isTrue();
      reads(client, note);
      assertThat(shared(client)).containsExactly(UPLOADS);
      assertThat(Shares.shared(client.person(), client.client(), true))
          .containsExactly("group-note " + TITLE);
    }
    assertThat(ada.get(list).is(200).at("items")).isEmpty();
    Map<String, Object> before = Portal.everything();
    ada.patch(note.path(), json().put("title", "Other")).isProblem(409, "archived");
    note.add(dora).isProblem(409, "archived");
    note.remove(otto.client()).isProblem(409, "archived");
    ada.put(note.path() + "/shares", Office.nobody()).isProblem(409, "archived");
    ada.put(note.path(carla.client()) + "/shares", all("client view")).isProblem(409, "archived");
    assertThat(Portal.everything()).isEqualTo(before);
    assertThat(state(note)).isEqualTo("all-authorized");

    Answer back =
        ada.patch(note.path(), json().put("archived", false).put("title", "Again")).is(200);

    assertThat(back.at("archived").asBoolean(true)).isFalse();
    assertThat(shared(carla)).containsExactly("group-note Again", UPLOADS);
    assertThat(Shares.shared(carla.person(), carla.client(), true)).isEmpty();
  }

  @Test
  void ifMatch_isHonoured() {
    GroupNote note = written();
    String mine = note.path(carla.client());
    String old = ada.get(note.path()).header("etag").orElseThrow();
    String mineOld = ada.get(mine + "/shares").header("etag").orElseThrow();
    ada.patch(note.path(), json().put("text", "Newer.")).is(200);
    Shares.set(office, mine, "client view").is(200);
    Map<String, Object> before = Portal.everything();

    for (Call call :
        List.of(
            ada.call("PATCH", note.path()).json(json().put("text", "Lost update.")),
            ada.call("DELETE", note.path()),
            ada.call("PUT", note.path() + "/shares").json(GroupNote.toAll()),
            ada.call("POST", note.path() + "/participants")
                .json(GroupNote.changing(List.of(), GroupNote.ids(otto.client()))))) {
      call.header("If-Match", old).send().isProblem(412, "precondition-failed");
    }
    ada.call("PUT", mine + "/shares")
        .json(Shares.of())
        .header("If-Match", mineOld)
        .send()
        .isProblem(412, "precondition-failed");

    assertThat(Portal.everything()).isEqualTo(before);
    for (String shares : List.of(note.path() + "/shares", mine + "/shares")) {
      String current = ada.get(shares).header("etag").orElseThrow();
      ada.call("PUT", shares).json(Office.nobody()).header("If-Match", current).send().is(200);
    }
  }

  /** Nothing that is not the caller's differs from what does not exist. */
  @Test
  void groupNotes_areNeitherReadNorChanged_fromAnotherFirmOrAsANote() {
    Office other = Office.open();
    Office.Client theirs = other.client("Olga");
    GroupNote foreign = GroupNote.write(other, TITLE, TEXT, theirs).open();
    GroupNote own = written().open();
    String note = carla.client().sharedNote("Call", "They called.", "client");
    Map<String, Object> before = Portal.everything();

    ada.get(office.path() + "/group-notes/" + foreign.noteId()).isProblem(404, "not-found");
    ada.get(office.path() + "/group-notes/" + note).isProblem(404, "not-found");
    for (Person person : List.of(ada, carla.person())) {
      String client = carla.client().path();
      person.get(client + "/group-notes/" + foreign.noteId()).isProblem(404, "not-found");
      person.get(client + "/group-notes/" + note).isProblem(404, "not-found");
      person.get(client + "/notes/" + own.noteId()).isProblem(404, "not-found");
    }
    own.add(theirs).isProblem(422, "unknown-client");
    own.change(GroupNote.ids(otto.client()), GroupNote.ids(theirs)).is(200);
    ada.post(list, GroupNote.body(TITLE, TEXT, GroupNote.ids(carla.client(), theirs)))
        .isProblem(422, "unknown-client");

    assertThat(Portal.everything()).isEqualTo(before);
  }
}
