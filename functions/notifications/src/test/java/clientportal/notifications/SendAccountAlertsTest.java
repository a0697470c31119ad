package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Account;
import clientportal.platform.CallSchedule;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SendAccountAlertsTest {
  private final Scene scene = new Scene();
  private final SendAccountAlerts sendAccountAlerts =
      new SendAccountAlerts(scene.table, scene.mailSender, scene.links, scene.clock);

  private EventMessage event(EventData data) {
    return scene.event(Scene.ADA, data);
  }

  private EventMessage moving() {
    scene.activateClient();
    scene.put(
        scene
            .account(scene.clientHolder)
            .moveTo(new EmailAddress("thief@evil.test"), scene.clock.instant()));
    return event(new AddressChanged(scene.clientHolder, new EmailAddress("carla@client.test")));
  }

  @Test
  void theProvedAddress_isNotifiedThatAnotherIsOnFile_andNotWhich() {
    sendAccountAlerts.handle(moving());

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mail.address()).isEqualTo("carla@client.test");
    assertThat(mail.sender()).isEqualTo(Scene.MEYER);
    assertThat(mail.mail().text()).contains("https://portal.test/meyer", "Carla Client");
    assertThat(mail.mail().text() + mail.mail().html()).doesNotContain("thief");
  }

  @Test
  void theAddress_isTheOneOfTheEvent_evenIfTheMoveIsOverByNow() {
    EventMessage message = moving();
    Account account = scene.account(scene.clientHolder);
    scene.put(account.activate(account.person().orElseThrow(), scene.clock.instant()));

    sendAccountAlerts.handle(message);

    assertThat(scene.mails.all().getFirst().address()).isEqualTo("carla@client.test");
  }

  @Test
  void aPersonWhoseAccessWasTakenAway_isNotified() {
    scene.activateClient();

    sendAccountAlerts.handle(
        event(new AccessTakenAway(scene.clientHolder, new EmailAddress("carla@client.test"))));

    assertThat(scene.mails.subjects())
        .containsExactly("Your access to the portal of Meyer & Søn has ended");
  }

  @Test
  void aRevokedAccountHolder_isNotified_unlessOnlyInvited() {
    scene.put(scene.invite(scene.clientHolder, "carla@client.test").revoke());
    sendAccountAlerts.handle(event(new AccountRevoked(scene.clientHolder)));
    assertThat(scene.mails.all()).isEmpty();

    scene.activateClient();
    EventMessage message = event(new AccountRevoked(scene.clientHolder));
    scene.put(scene.account(scene.clientHolder).revoke());
    sendAccountAlerts.handle(message);
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.mails.all().getFirst().address()).isEqualTo("carla@client.test");
  }

  @Test
  void theSameEventTwice_isMailedOnce() {
    EventMessage message = moving();

    sendAccountAlerts.handle(message);
    Map<Key, Item> after = scene.everything();
    scene.clock.advance(Duration.ofHours(1));
    sendAccountAlerts.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.everything()).isEqualTo(after);
  }

  @Test
  void aFunctionThatDiesAtAnyStep_isFollowedByOneThatNotifies() {
    EventMessage message = moving();
    Map<Key, Item> before = scene.everything();
    sendAccountAlerts.handle(message);
    int steps = scene.calls.made();
    assertThat(steps).isPositive();
    for (int step = 1; step <= steps; step++) {
      for (boolean happened : new boolean[] {false, true}) {
        scene.restore(before);
        int mails = scene.mails.all().size();
        scene.calls.failAt(step, happened);
        assertThatThrownBy(() -> sendAccountAlerts.handle(message))
            .isInstanceOf(CallSchedule.CallFailure.class);
        scene.calls.restart();
        scene.clock.advance(MailLease.LEASE);
        sendAccountAlerts.handle(message);
        assertThat(scene.mails.all().size() - mails).isBetween(1, 2);
      }
    }
  }
}
