package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AddressBounced;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.ids.PersonId;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Folder;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.delivery.NoticeType;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a digest that bounces to the staff who caused it, until the address is confirmed. */
final class DeadAddressTest {
  private final Scene scene = new Scene();
  private final Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
  private final StaffMember sam =
      scene.staff("sam@firm.test", true, Optional.of(TestFirm.person()));
  private final StaffMember tom =
      scene.staff("tom@firm.test", true, Optional.of(TestFirm.person()));
  private final RecordMailReports reports =
      new RecordMailReports(scene.table, scene.recordBounces());

  private static Actor by(StaffMember member) {
    return new Actor(member.person(), Actor.As.STAFF, member.id().value(), member.name());
  }

  private MailTags digestBy(Actor actor) {
    scene
        .recordNotices()
        .handle(
            scene.event(
                actor,
                new FolderShared(
                    folder.named(),
                    Scene.recipients(List.of(), List.of()),
                    List.of(Recipient.CLIENT))));
    scene.clock.advance(Duration.ofMinutes(5));
    scene.sendDueDigests().handle(() -> true).requireSuccess("digests");
    return MailTags.of(scene.digests(scene.clientHolder).getLast());
  }

  private void bounce(MailTags mail, String detailType, Instant sentAt) {
    reports.handle(JsonReader.of(Reports.of(detailType, "Permanent", mail.toTags(), sentAt)));
  }

  private List<EventMessage> events() {
    return scene.everything().values().stream()
        .filter(
            item -> item.fields().optionalText(Event.TYPE).equals(Optional.of("AddressBounced")))
        .map(item -> new EventMessage(item.key(), Optional.empty()))
        .toList();
  }

  private Account account() {
    return scene.account(scene.clientHolder);
  }

  private long mailsToCarla() {
    return scene.mails.all().stream()
        .filter(mail -> mail.address().equals("carla@client.test"))
        .count();
  }

  @Test
  void aDigestThatBounces_isReportedOnceToWhoCausedIt_andNoMoreAreSent() {
    PersonId carla = scene.activateClient();
    MailTags mail = digestBy(by(sam));
    assertThat(mailsToCarla()).isEqualTo(1);

    bounce(mail, "Email Bounced", scene.clock.instant());
    bounce(mail, "Email Bounced", scene.clock.instant());

    assertThat(account().status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account().isReachable()).isFalse();
    assertThat(events())
        .singleElement()
        .satisfies(message ->
            assertThat(Event.fromItem(scene.item(message.key())).data())
                .isEqualTo(
                    new AddressBounced(
                        scene.clientHolder, "Carla Client", "bounced", List.of(sam.id()))));
    events().forEach(scene.recordNotices()::handle);
    assertThat(scene.inbox(sam.person().orElseThrow()))
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.type()).isEqualTo(NoticeType.ADDRESS_BOUNCED);
          assertThat(notice.client()).contains(scene.path);
        });
    assertThat(scene.inbox(tom.person().orElseThrow())).isEmpty();

    digestBy(by(tom));
    assertThat(mailsToCarla()).isEqualTo(1);
    assertThat(scene.inbox(carla)).hasSize(2);
    assertThat(scene.mails.all().getLast().mail().subject())
        .isEqualTo("Mails to Carla Client do not arrive");
    assertThat(scene.mails.all().getLast().address()).isEqualTo("sam@firm.test");
  }

  @Test
  void onceStaffConfirmTheAddress_mailsGoAgain_andALateReportChangesNothing() {
    scene.activateClient();
    MailTags mail = digestBy(by(sam));
    Instant sentAt = scene.clock.instant();
    bounce(mail, "Email Complaint Received", sentAt);
    assertThat(account().isReachable()).isFalse();

    scene.clock.advance(Duration.ofMinutes(1));
    scene.put(account().confirm(scene.clock.instant()));
    Map<Key, Item> before = scene.everything();
    bounce(mail, "Email Complaint Received", sentAt);
    assertThat(scene.everything()).isEqualTo(before);
    MailTags next = digestBy(by(sam));
    assertThat(mailsToCarla()).isEqualTo(2);
    bounce(next, "Email Bounced", scene.clock.instant());
    assertThat(account().isReachable()).isFalse();
    assertThat(events()).hasSize(2);
  }

  @Test
  void somebodyWhoWasInvited_isMarkedAsBounced() {
    scene.invite(scene.clientHolder, "carla@client.test");
    MailTags mail = digestBy(by(sam));

    bounce(mail, "Email Bounced", scene.clock.instant());

    assertThat(account().status()).isEqualTo(AccountStatus.BOUNCED);
    assertThat(events()).hasSize(1);
  }

  @Test
  void ifNoStaffCausedIt_theTeamIsNotified() {
    scene.activateClient();
    scene.team(tom);
    MailTags mail = digestBy(Actor.PORTAL);

    bounce(mail, "Email Bounced", scene.clock.instant());
    events().forEach(scene.recordNotices()::handle);

    assertThat(scene.inbox(tom.person().orElseThrow())).hasSize(1);
    assertThat(scene.inbox(sam.person().orElseThrow())).isEmpty();
  }

  @Test
  void whatSesDidNotSend_saysNothingOfTheAddress() {
    scene.activateClient();
    bounce(digestBy(by(sam)), "Email Rejected", scene.clock.instant());

    assertThat(account().isReachable()).isTrue();
    assertThat(events()).isEmpty();
  }
}
