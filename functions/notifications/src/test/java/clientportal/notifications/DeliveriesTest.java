package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.access.records.LastReminder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.DigestWindow;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of which notices mails are sent, by the settings of the firm and the choice of its staff. */
final class DeliveriesTest {
  private static final Actor CARLA =
      new Actor(Optional.of(TestFirm.person()), Actor.As.CLIENT, "client", "Carla");
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Scene scene = new Scene();
  private final RecordNotices recordNotices = new RecordNotices(scene.table);
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
  private final StaffMember sam =
      scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));

  DeliveriesTest() {
    scene.team(sam);
  }

  private void choose(NoticeMails mails) {
    StaffMember now = StaffMember.fromItem(scene.item(TableKeys.holder(sam.holder())));
    scene.write(Write.put(now.withNoticeMails(mails).toItem()));
  }

  private void upload(String name) {
    recordNotices.handle(scene.uploaded(folder, name, CARLA, sam));
  }

  private void withdraw(String name) {
    recordNotices.handle(scene.withdrawn(folder, name, CARLA, sam));
  }

  private void send() {
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
  }

  private DigestWindow window() {
    return scene.digests(sam.holder()).getLast();
  }

  private static Instant tomorrowMorning() {
    return TestFirm.NOW
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(1)
        .atTime(8, 0)
        .toInstant(ZoneOffset.UTC);
  }

  @Test
  void whatIsPortalOnly_isInTheInboxAlone_alsoIfItWasCollectedBefore() {
    PersonId carla = scene.activateClient();
    recordNotices.handle(scene.shared(folder, Recipient.CLIENT));
    assertThat(scene.digests(scene.clientHolder)).hasSize(1);

    scene.mail(new Deliveries(List.of("folder-shared"), List.of()));
    recordNotices.handle(scene.shared(folder, Recipient.CLIENT));
    scene.clock.advance(WINDOW);
    send();

    assertThat(scene.inbox(carla)).hasSize(2);
    assertThat(scene.mails.all()).isEmpty();
    assertThat(scene.digests(scene.clientHolder))
        .singleElement()
        .extracting(DigestWindow::state)
        .isEqualTo(DigestWindow.State.SENT);
  }

  @Test
  void aReminderInThePortalAlone_isNotAwaited() {
    scene.activateClient();
    scene.mail(new Deliveries(List.of("request-reminded"), List.of()));
    TestEngagement loan = new TestEngagement(scene, "Loan", Optional.empty());
    List<ItemId> asked = loan.ask(Recipient.CLIENT, "Deeds");

    recordNotices.handle(
        loan.event(name -> new RequestReminded(name, asked, List.of(Recipient.CLIENT))));

    LastReminder last =
        LastReminder.of(
            scene.path,
            Recipient.CLIENT,
            scene.table.read(List.of(RequestKeys.lastReminder(scene.path, Recipient.CLIENT))));
    assertThat(last.mailedAt()).isPresent();
    assertThat(scene.digests(scene.clientHolder)).isEmpty();
  }

  @Test
  void whoWantsNoMails_hasNoticesInThePortal_alsoOfWhatWasCollectedBefore() {
    upload("Early.pdf");
    choose(NoticeMails.NONE);
    upload("Late.pdf");
    scene.clock.advance(WINDOW);
    send();

    assertThat(scene.inbox(sam.person().orElseThrow())).hasSize(2);
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void whatTheFirmRequires_isMailedToWhoWantsNone_withoutTheRest() {
    scene.mail(new Deliveries(List.of(), List.of("document-uploaded")));
    choose(NoticeMails.NONE);
    withdraw("Old.pdf");
    upload("New.pdf");
    scene.clock.advance(WINDOW);
    send();

    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.mail().text()).contains("New.pdf").doesNotContain("Old.pdf"));
  }

  @Test
  void whoWantsOneMailADay_getsItInTheMorning_withEverything() {
    choose(NoticeMails.DAILY);
    upload("First.pdf");
    scene.clock.advance(Duration.ofHours(1));
    upload("Second.pdf");
    scene.clock.advance(WINDOW);
    send();
    assertThat(scene.mails.all()).isEmpty();
    assertThat(window().dueAt()).contains(tomorrowMorning());

    scene.clock.advance(Duration.between(scene.clock.instant(), tomorrowMorning()));
    send();
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(sent -> assertThat(sent.mail().text()).contains("First.pdf", "Second.pdf"));
  }

  @Test
  void whatTheFirmRequires_doesNotWaitForTheMorning_andTakesAlongWhatWaits() {
    scene.mail(new Deliveries(List.of(), List.of("document-uploaded")));
    choose(NoticeMails.DAILY);
    withdraw("Old.pdf");
    assertThat(window().dueAt()).contains(tomorrowMorning());
    upload("New.pdf");
    assertThat(window().dueAt()).contains(TestFirm.NOW.plus(WINDOW));
    scene.clock.advance(Duration.ofMinutes(1));
    withdraw("Other.pdf");
    assertThat(window().dueAt()).contains(TestFirm.NOW.plus(WINDOW));

    scene.clock.advance(WINDOW);
    send();
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(sent -> assertThat(sent.mail().text()).contains("New.pdf", "Old.pdf"));
    assertThat(scene.digests(sam.holder())).hasSize(1);
  }

  @Test
  void whoWantsEachAgain_waitsNoLongerThanTheWindow() {
    choose(NoticeMails.DAILY);
    upload("First.pdf");
    choose(NoticeMails.EACH);
    upload("Second.pdf");

    assertThat(window().dueAt()).contains(TestFirm.NOW.plus(WINDOW));
    assertThat(scene.digests(sam.holder())).hasSize(1);
  }
}
