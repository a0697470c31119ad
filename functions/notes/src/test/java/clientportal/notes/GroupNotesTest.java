package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.GroupNoteArchived;
import clientportal.access.events.EventData.GroupNoteCreated;
import clientportal.access.events.EventData.GroupNoteEdited;
import clientportal.access.events.EventData.GroupNoteOpened;
import clientportal.access.events.EventData.ParticipantsChanged;
import clientportal.access.ids.ClientId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.records.Participation;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff do with a group note as a whole. */
final class GroupNotesTest {
  private final TestGroupNotes group = new TestGroupNotes();
  private final TestNotes notes = group.notes;
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(group.table);

  private static String body(String clientIds) {
    return "{\"title\": \"Holidays\", \"text\": \"We are\\nclosed.\", \"clientIds\": [%s]}"
        .formatted(clientIds);
  }

  @Test
  void aGroupNote_isWrittenAtOnceForAllItsParticipants_andOpenToNobody() {
    Exchange.Answer answer =
        group.create(table, group.staff, body(TestGroupNotes.ids(group.carla, group.hugo)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers().get("location"))
        .isEqualTo("/v1/firms/" + notes.firm.id + "/group-notes/" + answer.get("noteId"));
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.get("text")).isEqualTo("We are\nclosed.");
    assertThat(answer.get("shareState")).isEqualTo("none");
    assertThat(answer.get("participants")).isEqualTo(2L);
    assertThat(answer.get("by", "name")).isEqualTo("Ada Staff");
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(notes.event(GroupNoteCreated.class).clients())
        .containsExactly(group.carla.client(), group.hugo.client());
    assertThat(notes.event(GroupNoteCreated.class).toString()).doesNotContain("closed");
    assertThat(group.messages()).isEmpty();
  }

  @Test
  void ninetyClients_areParticipantsOfANewOne_andNoMore() {
    ClientPath[] clients =
        IntStream.range(0, 91).mapToObj(i -> group.client("C" + i)).toArray(ClientPath[]::new);
    ClientPath[] ninety = Stream.of(clients).limit(90).toArray(ClientPath[]::new);

    Exchange.Answer most =
        group
            .toList("POST", group.staff)
            .header("idempotency-key", "k")
            .json(body(TestGroupNotes.ids(ninety)))
            .send(new CreateGroupNoteHandler(notes.module(table).createGroupNote()));

    assertThat(most.status()).isEqualTo(201);
    assertThat(most.get("participants")).isEqualTo(90L);
    assertThat(
            group
                .create(table, group.staff, body(TestGroupNotes.ids(clients)))
                .get("errors")
                .toString())
        .contains("/clientIds", "code=length");
  }

  @Test
  void theSameRequestAgain_hasTheSameAnswer() {
    CreateGroupNoteHandler handler =
        new CreateGroupNoteHandler(notes.module(table).createGroupNote());
    List<Exchange.Answer> answers =
        IntStream.range(0, 2)
            .mapToObj(_ ->
                group
                    .toList("POST", group.staff)
                    .header("idempotency-key", "k")
                    .json(body(TestGroupNotes.ids(group.carla)))
                    .send(handler))
            .toList();

    assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
    assertThat(answers.get(1).headers()).isEqualTo(answers.get(0).headers());
    assertThat(notes.events()).filteredOn(GroupNoteCreated.class::isInstance).hasSize(1);
  }

  @Test
  void whoIsNoClientOfTheFirm_isNoParticipant() {
    Map<Key, Item> before = notes.firm.table.everything();
    ClientPath ofAnother = new TestGroupNotes().carla;
    ClientId nobody = new ClientId(notes.firm.ids.next());

    for (String unknown :
        List.of(
            TestGroupNotes.ids(group.carla, ofAnother), "\"" + nobody + "\"", "\"not an id\"")) {
      Exchange.Answer answer = group.create(table, group.staff, body(unknown));
      assertThat(answer.status()).as(unknown).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("unknown-client");
    }
    assertThat(notes.firm.table.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\": \"T\", \"text\": \"x\", \"clientIds\": []}",
        "{\"title\": \"T\", \"text\": \"x\", \"clientIds\": [\"a\", \"a\"]}",
        "{\"title\": \"\", \"text\": \"x\", \"clientIds\": [\"a\"]}",
        "{\"title\": \"T\", \"text\": \"x\", \"clientIds\": [\"a\"], \"shares\": {}}",
      })
  void aBodyWithFaults_isRefused(String json) {
    assertThat(group.create(table, group.staff, json).problem()).isEqualTo("invalid-request");
  }

  @Test
  void theGeneralLog_showsTheNewestFirst_withTheBeginningOfTheText() {
    GroupNotePath first = group.note(group.carla);
    notes.later();
    GroupNotePath second = group.note(group.carla, group.hugo);
    group.open(second);

    List<?> items = (List<?>) group.list(table, group.staff).get("items");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).toString())
        .contains(second.note().value(), "We are closed.", "all-authorized", "participants=2");
    assertThat(items.get(1).toString()).contains(first.note().value(), "shareState=none");
    group.archive(table, group.sharer, second);
    assertThat((List<?>) group.list(table, group.staff).get("items")).hasSize(1);
  }

  @Test
  void theActivityLogOfEachParticipant_showsIt_withItsShareStateThere() {
    GroupNotePath note = group.note(group.carla, group.hugo);
    group.shareWith(
        group.table, group.sharer, TestGroupNotes.under(group.carla, note), Recipient.CLIENT);

    assertThat(notes.activity(table, group.staff).body().orElseThrow().toString())
        .contains("kind=group-note", note.note().value(), "name=Holidays", "shareState=selected");
    group.open(note);
    assertThat(notes.activity(table, group.staff).body().orElseThrow().toString())
        .contains("shareState=all-authorized");
    group.remove(note, group.carla);
    assertThat((List<?>) notes.activity(table, group.staff).get("items")).isEmpty();
  }

  @Test
  void anEdit_keepsTheEarlierText_andTellsListsOnlyOfAnotherTitle() {
    GroupNotePath note = group.note(group.carla, group.hugo);
    notes.later();

    Exchange.Answer text = group.update(table, group.staff, note, "{\"text\": \"Open.\"}");

    assertThat(text.get("text")).isEqualTo("Open.");
    assertThat(text.has("editedAt")).isTrue();
    assertThat(text.headers()).containsEntry("etag", "\"2\"");
    assertThat(notes.event(GroupNoteEdited.class).participants()).isZero();
    group.update(table, group.staff, note, "{\"title\": \"New\"}");
    assertThat(notes.events().stream().filter(GroupNoteEdited.class::isInstance))
        .extracting(event -> ((GroupNoteEdited) event).participants())
        .containsExactlyInAnyOrder(0, 2);
    assertThat(((List<?>) group.versions(table, group.staff, note).get("items")).toString())
        .containsSubsequence("version=3", "New", "version=2", "Open.", "version=1", "closed");
    assertThat(((List<?>) group.list(table, group.staff).get("items")).toString())
        .contains("New", "Open.");
    assertThat(group.update(table, group.staff, note, "{\"title\": \"New\"}").headers())
        .containsEntry("etag", "\"3\"");
  }

  @Test
  void whatIsArchived_isNotChanged_untilItIsTakenOut() {
    GroupNotePath note = group.note(group.carla);
    assertThat(group.archive(table, group.staff, note).status()).isEqualTo(204);
    assertThat(group.archive(table, group.staff, note).status()).isEqualTo(204);
    Map<Key, Item> before = notes.firm.table.everything();

    assertThat(notes.event(GroupNoteArchived.class).participants()).isEqualTo(1);
    assertThat(group.update(table, group.staff, note, "{\"title\": \"New\"}").problem())
        .isEqualTo("archived");
    assertThat(group.open(note).problem()).isEqualTo("archived");
    assertThat(group.add(note, group.hugo).problem()).isEqualTo("archived");
    assertThat(
            group
                .shareWith(
                    table, group.sharer, TestGroupNotes.under(group.carla, note), Recipient.CLIENT)
                .problem())
        .isEqualTo("archived");
    assertThat(notes.firm.table.everything()).isEqualTo(before);
    assertThat(
            group
                .update(table, group.staff, note, "{\"archived\": false, \"title\": \"New\"}")
                .get("title"))
        .isEqualTo("New");
  }

  @Test
  void openingItToAll_isOneWrite_whateverTheirNumber() {
    GroupNotePath note = group.note(group.carla, group.hugo);

    Exchange.Answer opened = group.share(table, group.sharer, note, true);

    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(opened.get("shareState")).isEqualTo("all-authorized");
    assertThat(opened.get("recipients").toString())
        .contains("All authorized", "access=view", "sharedAt=2026-03-01T09:30");
    assertThat(opened.get("participants")).isEqualTo(2L);
    assertThat(notes.event(GroupNoteOpened.class).participants()).isEqualTo(2);
    calls.restart();
    assertThat(group.share(table, group.sharer, note, true).headers()).isEqualTo(opened.headers());
    assertThat(calls.made("write")).isZero();
    assertThat(group.shares(table, group.staff, note).body()).isEqualTo(opened.body());
    assertThat(group.share(table, group.sharer, note, false).get("recipients").toString())
        .isEqualTo("[]");
  }

  @Test
  void onceItIsOpenToSomebody_itTakesWebPortalToChangeIt() {
    GroupNotePath note = group.note(group.carla, group.hugo);
    assertThat(group.share(table, group.staff, note, true).problem())
        .isEqualTo("permission-required");
    assertThat(group.update(table, group.staff, note, "{\"title\": \"A\"}").status())
        .isEqualTo(200);
    group.shareWith(
        group.table, group.sharer, TestGroupNotes.under(group.carla, note), Recipient.CLIENT);
    Map<Key, Item> before = notes.firm.table.everything();

    for (Exchange.Answer refused :
        List.of(
            group.update(table, group.staff, note, "{\"title\": \"B\"}"),
            group.archive(table, group.staff, note),
            group.change(table, group.staff, note, "{}"))) {
      assertThat(refused.problem()).isEqualTo("permission-required");
    }
    assertThat(notes.firm.table.everything()).isEqualTo(before);
    assertThat(group.get(table, group.staff, note).get("shareState")).isEqualTo("selected");

    group.remove(note, group.carla);

    assertThat(group.get(table, group.staff, note).get("shareState")).isEqualTo("none");
    assertThat(group.archive(table, group.staff, note).status()).isEqualTo(204);
  }

  @Test
  void nobodyButStaff_knowsItAsAWhole() {
    GroupNotePath note = group.note(group.carla);
    group.open(note);
    for (var caller : List.of(notes.firm.link(group.carla), TestFirm.person())) {
      for (Exchange.Answer answer :
          List.of(
              group.get(table, caller, note),
              group.list(table, caller),
              group.create(table, caller, body(TestGroupNotes.ids(group.carla))),
              group.versions(table, caller, note),
              group.participants(table, caller, note),
              group.shares(table, caller, note),
              group.update(table, caller, note, "{}"),
              group.archive(table, caller, note),
              group.change(table, caller, note, "{}"),
              group.share(table, caller, note, false))) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
      }
    }
    GroupNotePath unknown = new GroupNotePath(notes.firm.id, notes.note("A", "b").note());
    assertThat(group.get(table, group.staff, unknown).problem()).isEqualTo("not-found");
  }

  @Test
  void participants_areListedByName_withTheirShareState() {
    GroupNotePath note = group.note(group.carla, group.hugo);
    group.shareWith(
        group.table, group.sharer, TestGroupNotes.under(group.carla, note), Recipient.CLIENT);

    String items = group.participants(table, group.staff, note).get("items").toString();

    assertThat(items)
        .contains("clientId=" + group.carla.client() + ", name=Carla Client, shareState=selected")
        .contains("clientId=" + group.hugo.client() + ", name=Hugo Client, shareState=none");
    group.remove(note, group.carla);
    group.open(note);
    assertThat(group.participants(table, group.staff, note).get("items").toString())
        .doesNotContain("Carla")
        .contains("Hugo Client, shareState=all-authorized");
  }

  @Test
  void participants_areAddedAndRemoved_andWhoIsOneAlreadyIsNotTwice() {
    GroupNotePath note = group.note(group.carla);
    ClientPath ina = group.client("Ina");

    Exchange.Answer changed =
        group.change(
            table,
            group.staff,
            note,
            "{\"add\": [%s], \"remove\": [%s, \"x\"]}"
                .formatted(TestGroupNotes.ids(group.hugo, ina), TestGroupNotes.ids(group.carla)));

    assertThat(changed.get("participants")).isEqualTo(2L);
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    ParticipantsChanged event = notes.event(ParticipantsChanged.class);
    assertThat(event.added()).containsExactly(group.hugo.client(), ina.client());
    assertThat(event.removed()).containsExactly(group.carla.client());
    assertThat(event.participants()).isEqualTo(3);
    Exchange.Answer again =
        group.change(
            table,
            group.staff,
            note,
            "{\"add\": [%s], \"remove\": [%s]}"
                .formatted(TestGroupNotes.ids(ina), TestGroupNotes.ids(group.carla)));
    assertThat(again.get("participants")).isEqualTo(2L);
    assertThat(again.headers()).containsEntry("etag", "\"2\"");
    assertThat(group.add(note, group.carla).get("participants")).isEqualTo(3L);
    assertThat(group.stored(TestGroupNotes.under(group.carla, note)))
        .map(Participation::revision)
        .contains(3L);
    group.settle();
    assertThat(group.stored(TestGroupNotes.under(group.carla, note))).isPresent();
  }

  @Test
  void participants_areNotChanged_beyondTheLimits() {
    GroupNotePath note = group.note(group.carla);
    for (int call = 0; call < 6; call++) {
      ClientPath[] more =
          IntStream.range(0, call < 5 ? 90 : 49)
              .mapToObj(i -> group.client("C" + i))
              .toArray(ClientPath[]::new);
      assertThat(group.add(note, more).status()).isEqualTo(200);
    }
    assertThat(group.stored(note).participants()).isEqualTo(500);
    assertThat(group.add(note, group.hugo).problem()).isEqualTo("limit-reached");
    assertThat(
            group
                .change(
                    table,
                    group.sharer,
                    note,
                    "{\"add\": [%s], \"remove\": [%s]}"
                        .formatted(TestGroupNotes.ids(group.hugo), TestGroupNotes.ids(group.carla)))
                .status())
        .isEqualTo(200);
    String many =
        IntStream.range(0, 90).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    assertThat(
            group
                .change(
                    table,
                    group.sharer,
                    note,
                    "{\"add\": [\"a\"], \"remove\": [%s]}".formatted(many))
                .get("errors")
                .toString())
        .contains("/remove", "code=length");
  }

  @Test
  void aChangeOfParticipants_namesNobodyTwice_norAnUnknownOne() {
    GroupNotePath note = group.note(group.carla);
    String carla = TestGroupNotes.ids(group.carla);

    assertThat(
            group
                .change(
                    table,
                    group.staff,
                    note,
                    "{\"add\": [%s], \"remove\": [%s]}".formatted(carla, carla))
                .get("errors")
                .toString())
        .contains("/remove/0", "code=duplicate");
    assertThat(
            group
                .change(
                    table,
                    group.staff,
                    note,
                    "{\"add\": [\"%s\"]}".formatted(notes.firm.ids.next()))
                .problem())
        .isEqualTo("unknown-client");
    assertThat(
            group
                .to("POST", group.staff, note, "/participants")
                .header("if-match", "\"9\"")
                .json("{}")
                .send(new ChangeParticipantsHandler(notes.module(table).changeParticipants()))
                .status())
        .isEqualTo(412);
  }

  @Test
  void whatTheCallerDidNotSee_isNotChanged() {
    GroupNotePath note = group.note(group.carla);
    Exchange.Answer update =
        group
            .to("PATCH", group.staff, note, "")
            .header("if-match", "\"9\"")
            .json("{\"title\": \"New\"}")
            .send(new UpdateGroupNoteHandler(notes.module(table).updateGroupNote()));
    Exchange.Answer share =
        group
            .to("PUT", group.sharer, note, "/shares")
            .header("if-match", "\"9\"")
            .json("{\"recipients\": []}")
            .send(new SetGroupNoteSharesHandler(notes.module(table).setGroupNoteShares()));

    assertThat(List.of(update.status(), share.status())).containsExactly(412, 412);
    assertThat(
            group
                .to("PUT", group.sharer, note, "/shares")
                .json("{\"recipients\": [{\"recipient\": \"client\"}]}")
                .send(new SetGroupNoteSharesHandler(notes.module(table).setGroupNoteShares()))
                .get("errors")
                .toString())
        .contains("/recipients/0/recipient", "code=enum");
  }
}
