package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Folder;
import clientportal.access.records.GrantFields;
import clientportal.access.records.Links;
import clientportal.delivery.DigestWindow;
import clientportal.delivery.EventMessage;
import clientportal.delivery.MailRecord;
import clientportal.delivery.MailStep;
import clientportal.delivery.Notice;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * A reader is notified of a document that is open to them alone, while the document moves to the
 * archive and back or the account moves to another address: no name is lost, and no mail.
 */
final class NoticeInterleavingsTest {

  private static final class World {
    final Scene scene = new Scene();
    final PersonId reader = scene.activateClient();
    final PersonId staff = scene.firm.staff(Role.STAFF, false);
    final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW);
    final NamedDocument document = scene.document(folder, "Balance.pdf");
    final EventMessage message =
        scene.event(
            Scene.ADA,
            new DocumentShared(
                document, Scene.recipients(List.of(), List.of()), List.of(Recipient.CLIENT)));

    World() {
      Grant open =
          new Grant(Recipient.CLIENT, AccessLevel.VIEW, scene.clock.instant(), Optional.empty());
      scene.write(
          Write.create(
              Fields.of()
                  .with("name", "Balance.pdf")
                  .with("createdAt", scene.clock.instant())
                  .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(new Grants(List.of(open))))
                  .with(Item.REVISION, 1)
                  .at(live())));
    }

    World recorded() {
      scene.recordNotices().handle(message);
      scene.clock.advance(Duration.ofMinutes(5));
      return this;
    }

    /** Opens the window of a digest with a notice that is not this one. */
    World withAnEarlierNotice() {
      scene.recordNotices().handle(scene.added(folder, "Earlier.pdf", Recipient.CLIENT));
      return this;
    }

    /** The same message comes to another consumer. */
    void deliverAgain() {
      scene.recordNotices().handle(message);
    }

    void closeDigests() {
      scene.clock.advance(Duration.ofMinutes(5));
      sendDigests(scene.firm.table);
    }

    private Key live() {
      return TableKeys.document(folder.path(), document.id());
    }

    private Key archived() {
      return TableKeys.archivedDocument(folder.path(), document.id());
    }

    World archive() {
      move(live(), archived());
      return this;
    }

    void restore() {
      move(archived(), live());
    }

    private void move(Key from, Key to) {
      Item item = scene.item(from);
      long revision = item.fields().number(Item.REVISION);
      scene.write(
          Write.delete(from),
          Write.create(
              Fields.of().withAll(item.fields()).with(Item.REVISION, revision + 1).at(to)));
    }

    /** Another person proves the new address, and has the account from then on. */
    void moveAccount() {
      PersonId next = TestFirm.person();
      Account account = scene.account(scene.clientHolder);
      Account moved =
          account
              .moveTo(new EmailAddress("new@client.test"), scene.clock.instant())
              .activate(next, scene.clock.instant());
      Capacity capacity =
          new Capacity(
              Recipient.CLIENT, "Carla Client", true, scene.clock.instant(), Optional.empty());
      List<Write> writes = new ArrayList<>();
      writes.add(moved.replace(account.revision()));
      writes.addAll(Links.add(scene.path, next, capacity, Optional.empty()));
      writes.addAll(
          Links.remove(
              scene.path,
              reader,
              Recipient.CLIENT,
              Optional.of(scene.item(TableKeys.link(scene.path, reader)))));
      scene.write(writes.toArray(Write[]::new));
    }

    String list(Table table) {
      Exchange.Answer answer =
          Exchange.of("GET", "/v1/me/notices")
              .as(reader.value())
              .send(new ListNoticesHandler(new ListNotices(table, scene.clock)));
      return answer.status() + " " + answer.body();
    }

    String listDeliveries(Table table) {
      Exchange.Answer answer =
          Exchange.of("GET", scene.path + "/deliveries")
              .as(staff.value())
              .path("firmId", scene.firm.id)
              .path("clientId", scene.path.client())
              .send(
                  new ListDeliveriesHandler(
                      new ListDeliveries(new Access(table, scene.clock), table)));
      return answer.status() + " " + answer.body();
    }

    /** SES reports that the digest has arrived. */
    void deliver() {
      MailRecord.record(
          MailTags.of(scene.digests(scene.clientHolder).getFirst()).mailKey(),
          MailStep.DELIVERED,
          scene.clock.instant(),
          scene.table);
    }

    String markRead(Table table) {
      Exchange.Answer answer =
          Exchange.of("POST", "/v1/me/notices/read")
              .as(reader.value())
              .json("{\"noticeIds\": [\"%s\"]}".formatted(Scene.id(message)))
              .send(new MarkNoticesReadHandler(new MarkNoticesRead(table, scene.clock)));
      return answer.status() + " " + answer.body();
    }

    void markRead() {
      markRead(scene.firm.table);
    }

    /** The firm wants no mails at this time any more. */
    void becomeQuiet() {
      scene.mailAt(
          ZoneOffset.UTC,
          new MailTimes(Optional.empty(), List.of(DayOfWeek.SUNDAY), Optional.empty()));
    }

    void limitMails() {
      scene.mailAt(ZoneOffset.UTC, new MailTimes(Optional.empty(), List.of(), Optional.of(1L)));
    }

    void sendDigests() {
      sendDigests(scene.firm.table);
    }

    /** It is Sunday; what waits goes on Monday. */
    void assertMailedByMonday() {
      sendDigests();
      scene.clock.advance(Duration.ofDays(1));
      sendDigests();
      assertMailed();
    }

    /** The digest is sent without what was read, or was before. */
    void assertMailedOrRead() {
      sendDigests();
      assertThat(scene.mails.all().size()).isLessThanOrEqualTo(1);
      assertThat(scene.digests(scene.clientHolder))
          .extracting(DigestWindow::state)
          .containsExactly(DigestWindow.State.SENT);
      assertThat(Notice.isRead(scene.partition(TableKeys.inbox(reader)).getFirst())).isTrue();
    }

    void sendDigests(Table table) {
      new SendDueDigests(table, scene.mails, scene.texts, scene.links, scene.clock)
          .handle(() -> true)
          .requireSuccess("digests");
    }

    void assertMailed() {
      assertThat(scene.mails.all()).hasSize(1);
      assertThat(scene.mails.all().getFirst().mail().text()).contains("Balance.pdf");
    }

    void assertMailedOnce() {
      closeDigests();
      assertThat(scene.mails.all())
          .filteredOn(sent -> sent.mail().text().contains("Balance.pdf"))
          .hasSize(1);
    }

    void assertRecordedOnce() {
      assertThat(scene.digests(scene.clientHolder)).hasSize(1);
      recorded();
      sendDigests(scene.firm.table);
      assertMailed();
    }
  }

  private static Interleavings<World> recorded(List<Consumer<World>> others) {
    return new Interleavings<>(() -> new World().recorded(), here -> here.scene.firm.table, others);
  }

  @Test
  void theListOfNotices_hasTheNamesAllTheTime() {
    for (List<Consumer<World>> others :
        List.<List<Consumer<World>>>of(
            List.of(World::archive),
            List.of(World::archive, World::restore),
            List.of(World::moveAccount))) {
      assertThat(recorded(others).check("ListNotices", World::list)).isGreaterThan(2);
    }
  }

  @Test
  void theDigest_namesTheDocumentAllTheTime() {
    for (List<Consumer<World>> others :
        List.<List<Consumer<World>>>of(
            List.of(World::archive),
            List.of(World::archive, World::restore),
            List.of(World::moveAccount))) {
      assertThat(recorded(others).checkJob(World::sendDigests, World::assertMailed))
          .isGreaterThan(2);
    }
  }

  @Test
  void aNotice_isMarkedAsRead_asBeforeOrAfterTheOthers() {
    for (List<Consumer<World>> others :
        List.<List<Consumer<World>>>of(
            List.of(World::archive, World::restore),
            List.of(World::moveAccount),
            List.of(World::sendDigests),
            List.of(World::markRead, World::sendDigests))) {
      assertThat(recorded(others).check("MarkNoticesRead", World::markRead)).isGreaterThan(2);
    }
  }

  @Test
  void theListOfDeliveries_isAsBeforeOrAfterTheOthers() {
    for (Consumer<World> other :
        List.<Consumer<World>>of(
            World::markRead, World::deliver, World::sendDigests, World::moveAccount)) {
      assertThat(recorded(List.of(other)).check("ListDeliveries", World::listDeliveries))
          .isGreaterThan(2);
    }
  }

  @Test
  void theDigest_isSentOnce_whileItsNoticeIsRead() {
    assertThat(
            recorded(List.of(World::markRead))
                .checkJob(World::sendDigests, World::assertMailedOrRead))
        .isGreaterThan(2);
  }

  @Test
  void theDigest_isSentOnce_whileTheFirmChangesTheTimesOfMails_orAnotherRoundIsMade() {
    for (List<Consumer<World>> others :
        List.<List<Consumer<World>>>of(
            List.of(World::becomeQuiet), List.of(World::limitMails, World::sendDigests))) {
      assertThat(recorded(others).checkJob(World::sendDigests, World::assertMailedByMonday))
          .isGreaterThan(2);
    }
  }

  @Test
  void aNotice_isRecordedOnce() {
    for (Consumer<World> others :
        List.<Consumer<World>>of(World::archive, World::moveAccount, world -> world.recorded())) {
      new Interleavings<>(World::new, (World here) -> here.scene.firm.table, List.of(others))
          .checkJob(
              (here, table) -> new RecordNotices(table).handle(here.message),
              World::assertRecordedOnce);
    }
  }

  @Test
  void ofTwoConsumersOfAMessage_whileTheDigestCloses_oneNotifies() {
    for (List<Consumer<World>> others :
        List.<List<Consumer<World>>>of(
            List.of(World::deliverAgain, World::closeDigests),
            List.of(World::closeDigests, World::deliverAgain),
            List.of(World::closeDigests, World::deliverAgain, World::closeDigests))) {
      for (Supplier<World> world :
          List.<Supplier<World>>of(World::new, () -> new World().withAnEarlierNotice())) {
        int ways =
            new Interleavings<>(world, (World here) -> here.scene.firm.table, others)
                .checkJob(
                    (here, table) -> new RecordNotices(table).handle(here.message),
                    World::assertMailedOnce);
        assertThat(ways).isGreaterThan(5);
      }
    }
  }
}
