package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A group note under one of its participants: who reads it, and who else it is open to. */
final class ParticipantsOfGroupNoteTest {
  private final TestGroupNotes group = new TestGroupNotes();
  private final TestNotes notes = group.notes;
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(group.table);
  private final PersonId reader = notes.firm.link(group.carla);
  private final GroupNotePath note = group.note(group.carla, group.hugo);
  private final ParticipantPath path = TestGroupNotes.under(group.carla, note);

  @Test
  void aReader_readsIt_onceItIsOpenToAllParticipants_untilItIsClosed() {
    assertThat(group.read(table, reader, path).problem()).isEqualTo("not-found");
    group.open(note);

    Exchange.Answer answer = group.read(table, reader, path);

    assertThat(answer.get("title")).isEqualTo("Holidays");
    assertThat(answer.get("text")).isEqualTo("We are closed.");
    assertThat(answer.get("access")).isEqualTo("view");
    assertThat(answer.body().orElseThrow().toString())
        .doesNotContain("participants", "shareState", group.hugo.client().value());
    group.close(note);
    assertThat(group.read(table, reader, path).problem()).isEqualTo("not-found");
  }

  @Test
  void staff_seeItUnderAParticipant_withItsShareStateThere() {
    group.shareWith(table, group.sharer, path, Recipient.CLIENT);

    assertThat(group.read(table, group.staff, path).get("shareState")).isEqualTo("selected");
    assertThat(
            group
                .read(table, group.staff, TestGroupNotes.under(group.hugo, note))
                .get("shareState"))
        .isEqualTo("none");
    assertThat(
            group
                .read(table, group.staff, TestGroupNotes.under(group.client("Ina"), note))
                .problem())
        .isEqualTo("not-found");
  }

  @Test
  void whoIsRemoved_losesItAtOnce_andFindsIt_likeWhatDoesNotExist() {
    group.open(note);
    group.settle();
    Exchange.Answer unknown =
        group.read(table, reader, new ParticipantPath(group.carla, notes.note("A", "b").note()));
    group.remove(note, group.carla);

    Exchange.Answer removed = group.read(table, reader, path);

    assertThat(removed.status()).isEqualTo(404);
    assertThat(removed.problem()).isEqualTo(unknown.problem());
    assertThat(removed.get("detail")).isEqualTo(unknown.get("detail"));
    assertThat(group.read(table, group.staff, path).problem()).isEqualTo("not-found");
    assertThat(group.sharesWith(table, group.staff, path).problem()).isEqualTo("not-found");
    assertThat(group.shareWith(table, group.sharer, path).problem()).isEqualTo("not-found");
    assertThat(
            group
                .read(table, notes.firm.link(group.hugo), TestGroupNotes.under(group.hugo, note))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatIsInLine_isReadOnce_andWhatIsNot_inOneMoment() {
    group.open(note);
    calls.restart();
    assertThat(group.read(table, reader, path).status()).isEqualTo(200);
    assertThat(calls.made("readSnapshot")).isEqualTo(1);
    group.settle();
    calls.restart();

    assertThat(group.read(table, reader, path).status()).isEqualTo(200);

    assertThat(calls.made()).isEqualTo(1);
    calls.restart();
    group.close(note);
    group.read(table, reader, path);
    assertThat(calls.made()).isEqualTo(2);
  }

  @Test
  void theEntityTag_staysTheSame_whateverHappensToOtherParticipants() {
    group.open(note);
    Exchange.Answer before = group.read(table, reader, path);
    group.settle();
    group.add(note, group.client("Ina"));
    group.remove(note, group.hugo);
    group.shareWith(table, group.sharer, path, Recipient.ALL_AUTHORIZED, Recipient.CLIENT);
    group.settle();

    Exchange.Answer after = group.read(table, reader, path);

    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.headers()).isEqualTo(before.headers());
    notes.later();
    group.update(table, group.sharer, note, "{\"text\": \"Open.\"}");
    assertThat(group.read(table, reader, path).headers().get("etag"))
        .matches("\"[0-9a-f]{16}\"")
        .isNotEqualTo(before.headers().get("etag"));
  }

  @Test
  void recipientsOfOneParticipant_areChosenBesides() {
    Contact contact = notes.firm.contact(group.carla, Optional.empty(), true);
    PersonId colin = notes.firm.linkContact(group.carla, contact.id(), true);
    Recipient chosen = new Recipient.Contact(contact.id());

    Exchange.Answer shared = group.shareWith(table, group.sharer, path, chosen);

    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(shared.get("shareState")).isEqualTo("selected");
    assertThat(shared.headers()).containsEntry("etag", "\"2\"");
    assertThat(group.stored(note).chosen()).isEqualTo(1);
    assertThat(group.read(table, colin, path).status()).isEqualTo(200);
    assertThat(group.read(table, reader, path).problem()).isEqualTo("not-found");
    assertThat(group.feed(group.carla, chosen, false)).hasSize(1);
    assertThat(notes.event(GroupNoteShared.class).audience()).containsExactly(chosen);
    group.shareWith(table, group.sharer, path, chosen, Recipient.CLIENT);
    assertThat(group.stored(note).chosen()).isEqualTo(1);
    assertThat(group.read(table, reader, path).status()).isEqualTo(200);

    group.shareWith(table, group.sharer, path);

    assertThat(group.stored(note).chosen()).isZero();
    assertThat(group.feed(group.carla, chosen, false)).isEmpty();
    assertThat(group.read(table, colin, path).problem()).isEqualTo("not-found");
  }

  @Test
  void theShareWithAllParticipants_isInherited() {
    group.open(note);

    Exchange.Answer answer = group.sharesWith(table, group.staff, path);

    assertThat(answer.get("recipients").toString())
        .contains("recipient=all-authorized", "via=group-note");
    assertThat(answer.get("candidates").toString()).contains("Carla Client");
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    Exchange.Answer without = group.shareWith(table, group.sharer, path, Recipient.CLIENT);
    assertThat(without.problem()).isEqualTo("inherited-share");
    assertThat(without.get("detail").toString()).contains("group note");
    assertThat(
            group
                .shareWith(table, group.sharer, path, Recipient.ALL_AUTHORIZED, Recipient.CLIENT)
                .get("shareState"))
        .isEqualTo("all-authorized");
    assertThat(group.stored(path).orElseThrow().grants().all()).hasSize(1);
    assertThat(group.sharesWith(table, reader, path).problem()).isEqualTo("permission-required");
    assertThat(group.shareWith(table, reader, path).problem()).isEqualTo("permission-required");
    assertThat(group.shareWith(table, group.staff, path).problem())
        .isEqualTo("permission-required");
  }

  @Test
  void theSameRecipientsAgain_changeNothing_andTheOthersMustBeKnown() {
    group.shareWith(table, group.sharer, path, Recipient.CLIENT);
    var before = notes.firm.table.everything();

    assertThat(group.shareWith(table, group.sharer, path, Recipient.CLIENT).status())
        .isEqualTo(200);

    assertThat(notes.firm.table.everything()).isEqualTo(before);
    Recipient unknown = new Recipient.Contact(new ContactId(notes.firm.ids.next()));
    assertThat(group.shareWith(table, group.sharer, path, unknown).problem())
        .isEqualTo("recipient-not-permitted");
    assertThat(
            group
                .to("PUT", group.sharer, path, "/shares")
                .header("if-match", "\"9\"")
                .json("{\"recipients\": []}")
                .send(
                    new SetParticipantSharesHandler(
                        notes.module(table).setParticipantShares(), notes.clock))
                .status())
        .isEqualTo(412);
  }

  @Test
  void listsFollow_andEachParticipantIsToldOnce() {
    group.open(note);
    assertThat(group.feed(group.carla, Recipient.ALL_AUTHORIZED, false)).isEmpty();

    group.settle();
    group.settle();

    for (ClientPath client : List.of(group.carla, group.hugo)) {
      FeedRow row = group.feed(client, Recipient.ALL_AUTHORIZED, false).getFirst();
      assertThat(row.path()).isEqualTo(TestGroupNotes.under(client, note));
      assertThat(row.name()).isEqualTo("Holidays");
      assertThat(row.sharedAt()).isEqualTo(TestFirm.NOW);
      assertThat(group.notified(client))
          .singleElement()
          .satisfies(event -> assertThat(event.at()).isEqualTo(TestFirm.NOW))
          .satisfies(event -> assertThat(event.actor().name()).isEqualTo("Ada Staff"))
          .satisfies(event -> assertThat(event.audience()).containsExactly("all-authorized"))
          .satisfies(event ->
              assertThat(event.toItem().toString())
                  .doesNotContain(
                      "closed",
                      Stream.of(group.carla, group.hugo)
                          .filter(other -> !other.equals(client))
                          .findFirst()
                          .orElseThrow()
                          .client()
                          .value()));
    }
    notes.later();
    group.update(table, group.sharer, note, "{\"title\": \"New\"}");
    group.archive(table, group.sharer, note);
    group.settle();
    assertThat(group.feed(group.hugo, Recipient.ALL_AUTHORIZED, false)).isEmpty();
    assertThat(group.feed(group.hugo, Recipient.ALL_AUTHORIZED, true))
        .extracting(FeedRow::name)
        .containsExactly("New");
    group.update(table, group.sharer, note, "{\"archived\": false}");
    group.close(note);
    group.settle();
    assertThat(group.feed(group.hugo, Recipient.ALL_AUTHORIZED, true)).isEmpty();
    assertThat(group.notified(group.hugo)).hasSize(1);
    notes.later();
    group.open(note);
    group.settle();
    assertThat(group.notified(group.hugo)).hasSize(2);
  }

  @Test
  void whoIsAddedLater_isToldThen_andSeesNoEarlierTime() {
    group.open(note);
    group.settle();
    notes.later();
    ClientPath ina = group.client("Ina");
    group.add(note, ina);
    group.settle();

    assertThat(group.notified(ina))
        .singleElement()
        .satisfies(event -> assertThat(event.at()).isEqualTo(notes.clock.instant()));
    assertThat(group.feed(ina, Recipient.ALL_AUTHORIZED, false))
        .extracting(FeedRow::sharedAt)
        .containsExactly(notes.clock.instant());
    assertThat(group.notified(group.hugo)).hasSize(1);
    group.remove(note, ina);
    group.settle();
    assertThat(group.feed(ina, Recipient.ALL_AUTHORIZED, false)).isEmpty();
    assertThat(notes.firm.table.everything())
        .doesNotContainKey(TableKeys.participant(TestGroupNotes.under(ina, note)));
  }

  @Test
  void whoHasItAlready_isNotToldAgain_norLeftOut_whenChosenInBetween() {
    group.shareWith(table, group.sharer, path, Recipient.CLIENT);
    notes.later();
    group.open(note);
    notes.later();
    group.shareWith(table, group.sharer, path, Recipient.ALL_AUTHORIZED);
    group.settle();

    assertThat(group.notified(group.carla))
        .filteredOn(event -> event.audience().contains("all-authorized"))
        .singleElement()
        .satisfies(event ->
            assertThat(((GroupNoteShared) event.data()).recipients().openBefore())
                .containsExactly(Recipient.CLIENT));
    assertThat(group.feed(group.carla, Recipient.CLIENT, false)).isEmpty();
    assertThat(group.feed(group.carla, Recipient.ALL_AUTHORIZED, false)).hasSize(1);
  }

  @Test
  void whoHasItThroughAllAuthorizedOfTheirOwn_isNotToldOfTheOpening() {
    group.shareWith(table, group.sharer, path, Recipient.ALL_AUTHORIZED);
    notes.later();
    group.open(note);
    group.settle();

    assertThat(group.notified(group.carla))
        .extracting(event -> event.audience().size())
        .containsExactlyInAnyOrder(1, 0);
    assertThat(group.feed(group.carla, Recipient.ALL_AUTHORIZED, false)).hasSize(1);
    group.close(note);
    group.settle();
    assertThat(group.feed(group.carla, Recipient.ALL_AUTHORIZED, false)).hasSize(1);
  }
}
