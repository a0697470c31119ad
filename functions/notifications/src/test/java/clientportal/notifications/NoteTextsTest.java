package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.NamedNote;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.ids.NoteId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm.NoteNotices;
import clientportal.access.records.Folder;
import clientportal.access.records.Note;
import clientportal.delivery.DigestWindow;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are notified of notes by mail, by text message or both, as the firm chooses. */
@Tag("ST3")
final class NoteTextsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String PHONE = "+431234567";

  private final Scene scene = new Scene();
  private final RecordNotices recordNotices = scene.recordNotices();
  private final SendDueDigests sendDueDigests = scene.sendDueDigests();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);

  private void send() {
    sendDueDigests.handle(() -> true).requireSuccess("digests");
  }

  private void phone(Optional<String> phone) {
    Client client = Client.fromItem(scene.item(TableKeys.client(scene.path)));
    scene.write(
        client
            .withDetails(
                client.name(), client.email(), client.emailConfirmedAt(), phone, client.account())
            .saveDetails());
  }

  private Note share(String title) {
    NotePath path = new NotePath(scene.path, new NoteId(scene.ids.next()));
    Note note =
        Note.create(path, title, Optional.empty(), Scene.ADA, scene.clock.instant())
            .withGrants(
                new Grants(
                    List.of(
                        new Grant(
                            Recipient.CLIENT,
                            AccessLevel.VIEW,
                            scene.clock.instant(),
                            Optional.empty()))));
    scene.write(Write.put(note.toItem()));
    recordNotices.handle(
        scene.event(
            Scene.ADA,
            new NoteShared(
                new NamedNote(path, title),
                Scene.recipients(List.of(), List.of()),
                List.of(Recipient.CLIENT))));
    return note;
  }

  /** A digest of one note and one document for the client, which is due. */
  private void due(boolean mails, boolean texts) {
    scene.notifyOfNotes(new NoteNotices(mails, texts));
    phone(Optional.of(PHONE));
    scene.activateClient();
    share("Call of Monday");
    recordNotices.handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    scene.clock.advance(WINDOW);
  }

  private DigestWindow window() {
    return scene.digests(scene.clientHolder).getFirst();
  }

  private boolean mailed(String name) {
    return scene.mails.all().stream().anyMatch(mail -> mail.mail().text().contains(name));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, true, false",
    "true, true, true, true",
    "false, true, false, true",
    "false, false, false, false"
  })
  void peopleAreNotifiedOfNotes_asTheFirmChooses_andOfDocumentsByMail(
      boolean mails, boolean texts, boolean mailed, boolean texted) {
    due(mails, texts);

    send();

    assertThat(mailed("Balance.pdf")).isTrue();
    assertThat(mailed("Call of Monday")).isEqualTo(mailed);
    assertThat(scene.texts.all()).hasSize(texted ? 1 : 0);
    assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
  }

  @Test
  void aTextMessage_namesTheFirmAndTheAddressOfThePortal_andNothingElse() {
    scene.notifyOfNotes(new NoteNotices(false, true));
    phone(Optional.of(PHONE));
    scene.activateClient();
    share("Call of Monday");
    share("Call of Tuesday");
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.texts.all())
        .containsExactly(
            new SentTexts.Sent(
                PHONE,
                "Meyer & Søn has shared 2 new notes with you. Sign in to read:"
                    + " https://portal.test/meyer"));
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void whoeverHasNoNumber_getsTheMail() {
    due(false, true);
    phone(Optional.empty());

    send();

    assertThat(scene.texts.all()).isEmpty();
    assertThat(mailed("Call of Monday")).isTrue();
  }

  @Test
  void whoeverCannotBeSentTextMessages_getsTheMail() {
    due(false, true);
    scene.texts.refuse(PHONE::equals);

    send();

    assertThat(mailed("Call of Monday")).isTrue();
    assertThat(window().text()).isEqualTo(DigestWindow.Text.REFUSED);
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void noTextMessageIsSent_ofWhatIsNoLongerOpen_norOfWhatIsNoNote() {
    scene.notifyOfNotes(new NoteNotices(true, true));
    phone(Optional.of(PHONE));
    scene.activateClient();
    Note note = share("Call of Monday");
    recordNotices.handle(scene.added(folder, "Balance.pdf", Recipient.CLIENT));
    scene.write(Write.put(note.withGrants(Grants.NONE).toItem()));
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.texts.all()).isEmpty();
    assertThat(mailed("Balance.pdf")).isTrue();
  }

  @Test
  void whatTheFirmSaysWhenTheDigestIsDue_counts() {
    due(true, true);
    scene.notifyOfNotes(new NoteNotices(false, false));

    send();

    assertThat(scene.texts.all()).isEmpty();
    assertThat(mailed("Call of Monday")).isFalse();
    assertThat(mailed("Balance.pdf")).isTrue();
  }

  @Test
  void staff_getNoTextMessages() {
    Actor carla =
        new Actor(Optional.of(scene.activateClient()), Actor.As.CLIENT, "client", "Carla Client");
    scene.notifyOfNotes(new NoteNotices(true, true));
    recordNotices.handle(
        scene.uploaded(
            folder,
            "Payslip.pdf",
            carla,
            scene.staff(
                "sam@firm.test", true, Optional.of(clientportal.access.TestFirm.person()))));
    scene.clock.advance(WINDOW);

    send();

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.texts.all()).isEmpty();
  }

  @Test
  void aMailThatFailsAfterTheTextMessage_isTriedAgainWithoutIt() {
    due(true, true);
    scene.mails.fail(_ -> true);
    assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
    scene.mails.fail(_ -> false);
    scene.clock.advance(DigestWindow.FIRST_LEASE);

    send();

    assertThat(scene.texts.all()).hasSize(1);
    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void aTextMessageThatFailsAgainAndAgain_givesWayToTheMailInTheEnd() {
    due(false, true);
    scene.texts.fail(_ -> true);
    for (int time = 1; time < DigestWindow.MOST_TRIES; time++) {
      assertThatThrownBy(this::send).isInstanceOf(IllegalStateException.class);
      assertThat(scene.mails.all()).isEmpty();
      scene.clock.advance(DigestWindow.FIRST_LEASE.multipliedBy(1L << time));
    }

    send();

    assertThat(mailed("Call of Monday")).isTrue();
    assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
  }

  @Test
  void aCrashAtAnyStep_endsInOneOfEach_butForTheMomentBetweenAnAnswerAndItsMark() {
    due(true, true);
    Map<Key, Item> before = scene.everything();
    scene.calls.restart();
    send();
    int steps = scene.calls.made();

    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        int mails = scene.mails.all().size();
        int texts = scene.texts.all().size();
        scene.calls.failAt(step, happened);
        assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
        boolean textUnmarked =
            scene.texts.all().size() > texts && window().text() == DigestWindow.Text.NONE;
        boolean mailUnmarked =
            scene.mails.all().size() > mails && window().state() != DigestWindow.State.SENT;

        scene.clock.advance(DigestWindow.FIRST_LEASE);
        send();
        send();

        assertThat(scene.texts.all()).hasSize(texts + (textUnmarked ? 2 : 1));
        assertThat(scene.mails.all()).hasSize(mails + (mailUnmarked ? 2 : 1));
        assertThat(window().state()).isEqualTo(DigestWindow.State.SENT);
      }
    }
  }
}
