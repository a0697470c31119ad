package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.Folder;
import clientportal.access.records.Note;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.delivery.Notice;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers are not notified of what a firm's share policy keeps closed. */
@Tag("BS2")
@Tag("BX6")
final class KeptClosedTest {
  private final Scene scene = new Scene();
  private final PersonId reader = scene.activateClient();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
  private final DocumentTypeId invoice = scene.firm.documentTypes("Invoice").getFirst();
  private final Note note =
      Note.create(
              new NotePath(scene.path, new NoteId(scene.ids.next())),
              "Call of Monday",
              Optional.of(invoice),
              Scene.ADA,
              scene.clock.instant())
          .withGrants(
              new Grants(
                  List.of(
                      new Grant(
                          Recipient.CLIENT,
                          AccessLevel.VIEW,
                          scene.clock.instant(),
                          Optional.empty()))));
  private final NamedDocument document = scene.document(folder, "Balance.pdf");

  KeptClosedTest() {
    scene.write(
        Write.create(note.toItem()),
        Write.create(
            Fields.of()
                .with("name", "Balance.pdf")
                .with("createdAt", scene.clock.instant())
                .with(DocumentTypeField.ATTRIBUTE, invoice.value())
                .with(Item.REVISION, 1)
                .at(TableKeys.document(folder.path(), document.id()))));
  }

  private List<EventMessage> events() {
    return List.of(
        scene.event(
            Scene.ADA, new DocumentAdded(document, 1, Optional.empty(), List.of(Recipient.CLIENT))),
        scene.event(
            Scene.ADA,
            new NoteShared(
                note.named(), Scene.recipients(List.of(), List.of()), List.of(Recipient.CLIENT))));
  }

  private void record() {
    events().forEach(scene.recordNotices()::handle);
  }

  private String notices() {
    return Exchange.of("GET", "/v1/me/notices")
        .as(reader.value())
        .send(new ListNoticesHandler(new ListNotices(scene.table, scene.clock)))
        .get("items")
        .toString();
  }

  private void sendDigests() {
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  @Test
  void noNoticeIsRecorded() {
    scene.firm.policy(Mode.ALL_BUT, invoice);

    record();

    assertThat(scene.inbox(reader)).isEmpty();
    assertThat(scene.digests(scene.clientHolder)).isEmpty();
  }

  @Test
  void staffAreNotifiedAllTheSame() {
    scene.firm.policy(Mode.ONLY);
    PersonId person = TestFirm.person();
    StaffMember sam = scene.staff("sam@meyer.test", true, Optional.of(person));
    scene.team(sam);
    Actor carla = new Actor(Optional.of(reader), Actor.As.CLIENT, "client", "Carla Client");

    scene
        .recordNotices()
        .handle(
            scene.event(
                carla, new DocumentUploaded(document, 1, Optional.empty(), List.of(sam.id()))));

    assertThat(scene.inbox(person)).hasSize(1);
  }

  @Test
  void aDigestThatWasOpened_leavesItOut() {
    record();
    scene.firm.policy(Mode.ALL_BUT, invoice);

    sendDigests();

    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void aDigest_namesWhatThePolicyOpens() {
    scene.firm.policy(Mode.ONLY, invoice);
    record();

    sendDigests();

    assertThat(scene.mails.all().getFirst().mail().text())
        .contains("Balance.pdf", "Call of Monday");
  }

  @Test
  void itsNameIsInNoNotice_whileItIsClosed() {
    record();
    assertThat(notices()).contains("Balance.pdf", "Call of Monday");

    scene.firm.policy(Mode.ALL_BUT, invoice);
    assertThat(notices()).doesNotContain("Balance.pdf", "Call of Monday").contains("note-shared");

    scene.firm.policy(Mode.ALL);
    assertThat(notices()).contains("Balance.pdf", "Call of Monday");
    assertThat(scene.inbox(reader)).extracting(Notice::id).hasSize(2);
  }

  @Test
  void anInvitationByAShare_doesNotNameIt() {
    Holder.Party contact = scene.contact(true);
    scene.invite(contact, "colin@example.test");
    EventMessage shared =
        scene.event(
            Scene.ADA,
            new NoteShared(
                note.named(),
                Scene.recipients(List.of(), List.of(contact.party())),
                List.of(contact.party())));
    scene.firm.policy(Mode.ALL_BUT, invoice);

    new SendInvitations(
            scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces())
        .handle(shared);

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(sent -> assertThat(sent.mail().text()).doesNotContain("Call of Monday"));
  }
}
