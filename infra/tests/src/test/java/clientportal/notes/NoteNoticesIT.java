package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.WholeLog;
import clientportal.local.messaging.Message;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers are notified of, and that the text of a note is in none of it. */
final class NoteNoticesIT {
  private static final String TITLE = "What we agreed on";

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String notes = client.path() + "/notes";

  private List<Message> mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .toList();
  }

  @Test
  @Tag("ST3")
  void readersAreNotified_ofANoteSharedAtOnceOrLater_withLinksToIt() {
    String first = client.sharedNote(TITLE, "They called.", "client");
    String later = client.note("For your lawyer", "Nothing yet.");
    Shares.set(office, notes + "/" + later, "all-authorized view").is(200);
    assertThat(mailsWith(client.email(), TITLE)).isEmpty();

    Portal.advance(Duration.ofMinutes(5));

    String site = Portal.stack().describe().get("portalUrl") + "/" + office.slug();
    String page = site + "/clients/" + client.clientId() + "/notes/";
    assertThat(mailsWith(client.email(), TITLE))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.text()).contains("For your lawyer", page + first, page + later);
          assertThat(mail.html()).contains(TITLE, page + first, page + later);
        });
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(Shares.texts(notices.at("items"), "type"))
        .containsExactly("note-shared", "note-shared");
    assertThat(Shares.texts(notices.at("items"), "noteId")).containsExactly(later, first);
    assertThat(notices.text("items/1/noteTitle")).isEqualTo(TITLE);
    assertThat(notices.text("items/1/clientName")).isEqualTo("Carla");
    assertThat(notices.text("items/1/by")).isEqualTo("Ada Admin");
    assertThat(notices.at("items/1").has("folderId")).isFalse();
    assertThat(ada.get("/v1/me/notices").at("items")).isEmpty();
  }

  /** As of a note about their client alone, which it is to them. */
  @Test
  @Tag("BS16")
  @Tag("ST3")
  void readersOfAllParticipants_areNotifiedOnce_ofAGroupNote_withLinksToIt() {
    Office.Client.SignedIn otto = office.activeClient("Otto");
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    ada.post(client.path() + "/contacts/" + contact + "/account", json().put("email", email))
        .is(201);
    Person colin = Portal.acceptInvitation(email);
    GroupNote note = GroupNote.write(office, TITLE, "They called.", client, otto.client());

    note.open();
    note.open();
    Portal.settle();
    ada.patch(note.path(), json().put("text", "They called again.")).is(200);
    ada.delete(note.path()).is(204);
    ada.patch(note.path(), json().put("archived", false)).is(200);
    assertThat(mailsWith(client.email(), TITLE)).isEmpty();
    Portal.advance(Duration.ofMinutes(5));

    String site = Portal.stack().describe().get("portalUrl") + "/" + office.slug();
    for (Office.Client.SignedIn each : List.of(carla, otto)) {
      String page = site + "/clients/" + each.client().clientId() + "/group-notes/" + note.noteId();
      assertThat(mailsWith(each.client().email(), TITLE))
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.text()).contains(page);
            assertThat(mail.html()).contains(TITLE, page);
          });
      Answer notices = each.person().get("/v1/me/notices").is(200);
      assertThat(notices.at("items")).hasSize(1);
      assertThat(notices.text("items/0/type")).isEqualTo("group-note-shared");
      assertThat(notices.text("items/0/noteId")).isEqualTo(note.noteId());
      assertThat(notices.text("items/0/noteTitle")).isEqualTo(TITLE);
      assertThat(notices.text("items/0/clientName")).isEqualTo(each.client().name());
      assertThat(notices.text("items/0/by")).isEqualTo("Ada Admin");
    }
    assertThat(mailsWith(email, TITLE)).hasSize(1);
    assertThat(colin.get("/v1/me/notices").is(200).at("items")).hasSize(1);
    assertThat(ada.get("/v1/me/notices").at("items")).isEmpty();

    note.close();
    Portal.settle();
    Answer closed = carla.person().get("/v1/me/notices").is(200);
    assertThat(closed.at("items/0").has("noteTitle")).isFalse();
  }

  /** Who was chosen before is not notified of the share with all, and who is added is. */
  @Test
  @Tag("BS18")
  void whoGainsTheNote_isNotified_whicheverWayItIsOpened() {
    Office.Client.SignedIn otto = office.activeClient("Otto");
    Office.Client.SignedIn nora = office.activeClient("Nora");
    GroupNote note = GroupNote.write(office, TITLE, "They called.", client, otto.client());
    Shares.set(office, note.path(client), "client view").is(200);
    Portal.settle();
    assertThat(carla.person().get("/v1/me/notices").is(200).at("items")).hasSize(1);
    assertThat(otto.person().get("/v1/me/notices").is(200).at("items")).isEmpty();

    note.open();
    note.add(nora.client()).is(200);
    Portal.settle();

    for (Office.Client.SignedIn each : List.of(otto, nora)) {
      Answer notices = each.person().get("/v1/me/notices").is(200);
      assertThat(Shares.texts(notices.at("items"), "type")).containsExactly("group-note-shared");
    }
    note.remove(nora.client()).is(200);
    Portal.settle();
    assertThat(nora.person().get("/v1/me/notices").is(200).at("items/0").has("noteTitle"))
        .isFalse();
    assertThat(carla.person().get("/v1/me/notices").is(200).at("items")).hasSize(1);
  }

  @Test
  @Tag("ST3")
  void aFirmThatMailsNothingAboutNotes_stillNotifiesInThePortal_andInvites() {
    ObjectNode off = json();
    off.putObject("settings").putObject("notices").putObject("notes").put("email", false);
    ada.patch(office.path(), off).is(200);
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    int mails = Portal.mails(client.email()).size();

    String note = client.sharedNote(TITLE, "They called.", "client");
    Shares.set(office, notes + "/" + note, "client view", contact + " view").is(200);
    GroupNote.write(office, "For all of you", "They called.", client).open();
    Portal.advance(Duration.ofMinutes(6));

    assertThat(Portal.mails(client.email())).hasSize(mails);
    assertThat(Portal.mails(email)).hasSize(1);
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(Shares.texts(notices.at("items"), "noteTitle"))
        .containsExactly("For all of you", TITLE);
  }

  private void tellByText(String phone) {
    ObjectNode texts = json();
    texts
        .putObject("settings")
        .putObject("notices")
        .putObject("notes")
        .put("email", false)
        .put("sms", true);
    ada.patch(office.path(), texts).is(200);
    ada.patch(client.path(), json().put("phone", phone)).is(200);
  }

  @Test
  @Tag("ST3")
  void aFirmThatWantsTextMessages_hasOneSent_thatNamesFirmAndPortalAlone() {
    String phone = "+436641000001";
    tellByText(phone);
    client.sharedNote(TITLE, "They called.", "client");

    Portal.advance(Duration.ofMinutes(5));

    assertThat(Portal.textMessages(phone))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.channel()).isEqualTo(Message.Channel.SMS);
          assertThat(message.text())
              .isEqualTo(
                  "Meyer & Søn has shared a new note with you. Sign in to read: "
                      + Portal.stack().describe().get("portalUrl")
                      + "/"
                      + office.slug());
          assertThat(message.headers()).containsEntry("AWS.SNS.SMS.SMSType", "Transactional");
        });
    assertThat(mailsWith(client.email(), TITLE)).isEmpty();
    assertThat(carla.person().get("/v1/me/notices").text("items/0/noteTitle")).isEqualTo(TITLE);
  }

  @Test
  @Tag("ST3")
  void whoeverHasOptedOut_orHasNoNumber_getsTheMailInstead() {
    String phone = "+436641000002";
    tellByText(phone);
    String colin = Portal.email("colin");
    String contact = client.contact("Colin", colin, true);
    Shares.set(office, notes + "/" + client.note("First", "They called."), contact + " view");
    Portal.acceptInvitation(colin);
    Portal.stack().outbox().reply(phone, true);
    Shares.set(
        office, notes + "/" + client.note(TITLE, "They called."), "client view", contact + " view");

    Portal.advance(Duration.ofMinutes(6));

    assertThat(Portal.textMessages(phone)).isEmpty();
    assertThat(mailsWith(client.email(), TITLE)).hasSize(1);
    assertThat(mailsWith(colin, TITLE)).hasSize(1);
    Portal.stack().outbox().reply(phone, false);
  }

  @Test
  void nobodyIsNotified_ofTheSameSetAgain_norOfEdits_norOfTheArchive() {
    String note = notes + "/" + client.sharedNote(TITLE, "They called.", "client");
    Portal.advance(Duration.ofMinutes(5));
    int notices = carla.person().get("/v1/me/notices").at("items").size();
    int mails = Portal.mails(client.email()).size();

    Shares.set(office, note, "client view").is(200);
    ada.patch(note, json().put("title", "What we agreed on in May").put("text", "More.")).is(200);
    ada.delete(note).is(204);
    ada.patch(note, json().put("archived", false)).is(200);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(carla.person().get("/v1/me/notices").at("items")).hasSize(notices);
    assertThat(Portal.mails(client.email())).hasSize(mails);
  }

  @Test
  void aRepeatedRequest_writesAndNotifiesOnce() {
    ObjectNode body = Office.note(TITLE, "They called.");
    body.set("shares", Shares.of("client view"));

    Call call = ada.call("POST", notes).header("Idempotency-Key", Portal.slug()).json(body);
    String id = call.send().is(201).text("noteId");
    assertThat(call.send().is(201).text("noteId")).isEqualTo(id);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(ada.get(notes).is(200).at("items")).hasSize(1);
    assertThat(carla.person().get("/v1/me/notices").at("items")).hasSize(1);
    assertThat(mailsWith(client.email(), TITLE)).hasSize(1);
  }

  @Test
  void aNoteThatIsUnshared_isNamedNoMore_andNotMailed() {
    String note = notes + "/" + client.sharedNote(TITLE, "They called.", "client");
    Portal.settle();
    assertThat(carla.person().get("/v1/me/notices").text("items/0/noteTitle")).isEqualTo(TITLE);

    Shares.set(office, note).is(200);
    Portal.advance(Duration.ofMinutes(5));

    assertThat(mailsWith(client.email(), TITLE)).isEmpty();
    Answer notices = carla.person().get("/v1/me/notices").is(200);
    assertThat(notices.text("items/0/type")).isEqualTo("note-shared");
    assertThat(notices.at("items/0").has("noteTitle")).isFalse();
    assertThat(notices.text()).doesNotContain(TITLE);
  }

  @Test
  @Tag("BS7")
  void aContactWithoutAccount_isInvitedByTheShare_withOneMailThatNamesTheNote() {
    String first = Portal.email("colin");
    String second = Portal.email("ines");
    String colin = client.contact("Colin", first, true);
    String ines = client.contact("Ines", second, true);
    ObjectNode body = Office.note(TITLE, "They called.");
    body.set("shares", Shares.of(colin + " view"));

    String note = notes + "/" + ada.post(notes, body).is(201).text("noteId");
    Shares.set(office, note, colin + " view", ines + " view").is(200);
    Portal.advance(Duration.ofMinutes(6));

    for (String email : List.of(first, second)) {
      assertThat(Portal.mails(email))
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.subject()).contains("“" + TITLE + "”");
            assertThat(mail.text()).contains("/invitation#");
          });
      Person reader = Portal.acceptInvitation(email);
      assertThat(reader.get(note).is(200).text("text")).isEqualTo("They called.");
      assertThat(Shares.shared(reader, client)).containsExactly("note " + TITLE);
    }
  }

  /** As {@link #theTextOfANote_isInItsOwnItemsAlone}, through the fan-out. */
  @Test
  void theTextOfAGroupNote_isInItsOwnItemsAlone() {
    List<String> marked = List.of("Powidltascherl", "Palatschinken");
    Office.Client otto = office.client("Otto");
    GroupNote note =
        GroupNote.write(office, TITLE, "About " + marked.getFirst() + ".", client, otto);
    String email = Portal.email("colin");
    Shares.set(office, note.path(client), client.contact("Colin", email, true) + " view").is(200);
    note.open();
    Portal.advance(Duration.ofMinutes(6));
    ada.patch(note.path(), json().put("text", "About " + marked.getLast() + ".")).is(200);
    note.add(office.client("Nora")).is(200);
    note.remove(otto).is(200);
    ada.delete(note.path()).is(204);
    ada.patch(note.path(), json().put("archived", false)).is(200);
    ada.get(office.path() + "/group-notes").is(200);
    carla.person().get(note.path(client)).is(200);
    Portal.advance(Duration.ofMinutes(6));
    Portal.settle();

    String texts = "#GROUPNOTE#" + note.noteId();
    for (String word : marked) {
      Map<String, Object> found = Portal.everything();
      found.values().removeIf(stored -> !stored.toString().contains(word));
      assertThat(found).isNotEmpty();
      assertThat(found.keySet()).allMatch(place -> place.contains(texts));
      assertThat(found.values().toString())
          .doesNotContain("namesPartition", "activityPartition", "dueShard");
      assertThat(WholeLog.lines()).noneMatch(line -> line.contains(word));
      for (String path : List.of("/v1/me/notices", client.path() + "/shared")) {
        assertThat(carla.person().get(path).is(200).text()).doesNotContain(word);
      }
      assertThat(ada.get(client.path() + "/activity").is(200).text()).doesNotContain(word);
    }
    assertThat(mailsWith(client.email(), TITLE)).hasSize(1);
    assertThat(Portal.mails(email)).isNotEmpty();
  }

  /** Two marked words: one of the first text, one of the text that replaces it. */
  @Test
  void theTextOfANote_isInItsOwnItemsAlone() {
    List<String> marked = List.of("Zwetschgenknoedel", "Marillenroester");
    String phone = "+436641000003";
    tellByText(phone);
    ObjectNode body = Office.note(TITLE, "About " + marked.getFirst() + ".");
    String email = Portal.email("colin");
    String contact = client.contact("Colin", email, true);
    body.set("shares", Shares.of("client view", contact + " view"));
    String id = ada.post(notes, body).is(201).text("noteId");
    String note = notes + "/" + id;
    Portal.advance(Duration.ofMinutes(6));
    ada.patch(note, json().put("text", "About " + marked.getLast() + ".")).is(200);
    Shares.set(office, note, "client view", contact + " view", "all-authorized view").is(200);
    ada.delete(note).is(204);
    ada.patch(note, json().put("archived", false)).is(200);
    ada.get(client.path() + "/activity").is(200);
    carla.person().get(note).is(200);
    Portal.advance(Duration.ofMinutes(6));
    Portal.settle();

    String texts = "#NOTE#" + id;
    for (String word : marked) {
      Map<String, Object> found = Portal.everything();
      found.values().removeIf(stored -> !stored.toString().contains(word));
      assertThat(found).isNotEmpty();
      assertThat(found.keySet()).allMatch(place -> place.contains(texts));
      assertThat(found.values().toString())
          .doesNotContain("namesPartition", "activityPartition", "dueShard");
      assertThat(WholeLog.lines()).noneMatch(line -> line.contains(word));
      assertThat(carla.person().get("/v1/me/notices").is(200).text()).doesNotContain(word);
      assertThat(carla.person().get(client.path() + "/shared").is(200).text()).doesNotContain(word);
      assertThat(ada.get(client.path() + "/activity").is(200).text()).doesNotContain(word);
    }
    assertThat(Portal.textMessages(phone)).hasSize(1);
    assertThat(Portal.mails(email)).isNotEmpty();
  }
}
