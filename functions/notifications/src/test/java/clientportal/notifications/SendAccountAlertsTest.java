package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.SignInRenewed;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.Language;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.SignInChange;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.Mail;
import clientportal.notifications.mail.Mails;
import clientportal.notifications.mail.Reader;
import clientportal.notifications.mail.Sender;
import clientportal.notifications.mail.SignInChangedMail;
import clientportal.platform.CallSchedule;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    assertThat(mail.mail().text())
        .startsWith("Hello Carla Client,\n")
        .contains("https://portal.test/meyer", "Carla Client");
    assertThat(mail.mail().text() + mail.mail().html()).doesNotContain("thief");
  }

  @Test
  void aPersonOfAnotherSite_isNotifiedInItsName_andLedThere() {
    EventMessage message = moving();
    PersonId person = scene.account(scene.clientHolder).person().orElseThrow();
    scene.write(
        Write.put(
            Fields.of()
                .with("site", Scene.SECOND)
                .at(TableKeys.personSite(person, scene.firm.id))));

    sendAccountAlerts.handle(message);
    sendAccountAlerts.handle(
        event(new PasswordReset(new EmailAddress("carla@client.test"), person)));

    assertThat(scene.mails.all())
        .hasSize(2)
        .allSatisfy(mail -> {
          assertThat(mail.sender()).isEqualTo(Scene.OF_SECOND);
          assertThat(mail.mail().subject()).contains("Meyer Payroll");
          assertThat(mail.mail().text()).contains("https://portal.test/second-site");
        });
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

  @Test
  void aPersonWhoseSignInWasReplaced_isToldWhatHappened_once() {
    PersonId carla = scene.activateClient();
    EmailAddress email = new EmailAddress("carla@client.test");
    EventMessage reset = event(new PasswordReset(email, carla));

    sendAccountAlerts.handle(reset);
    sendAccountAlerts.handle(reset);
    sendAccountAlerts.handle(event(new SignInRenewed(email, carla)));

    assertThat(scene.mails.subjects())
        .containsExactly(
            "Your sign-in to Meyer & Søn was changed", "Your sign-in to Meyer & Søn was changed");
    assertThat(scene.mails.all())
        .allSatisfy(mail -> {
          assertThat(mail.address()).isEqualTo("carla@client.test");
          assertThat(mail.mail().text())
              .contains("https://portal.test/meyer", "If this was not you");
        });
    assertThat(scene.mails.all().getFirst().mail().text()).contains("new password was set");
    assertThat(scene.mails.all().getLast().mail().text()).contains("opened again");
  }

  /** A reset with a mailed link keeps an authenticator app, and then the passkeys too. */
  @ParameterizedTest
  @EnumSource
  void noMail_promisesThatANewPasswordRemovesAnApp(SignInChangedMail.Change change) {
    Mail mail =
        Mails.in(Language.ENGLISH)
            .signInChanged(
                Reader.UNKNOWN,
                new SignInChangedMail(Letterhead.of("Meyer"), change, "https://portal.test"));

    assertThat(List.of(mail.text(), mail.html()))
        .allSatisfy(text ->
            assertThat(text)
                .doesNotContain("removes everything")
                .contains("set a new password at once")
                .doesNotContainPattern("Passkeys [a-z ]*were removed(?!, unless)"));
    boolean isOfApp =
        change == SignInChangedMail.Change.APP_ADDED
            || change == SignInChangedMail.Change.SECOND_FACTOR_SWITCHED;
    assertThat(mail.text().contains("ask an administrator of your firm or the operator"))
        .isEqualTo(isOfApp);
  }

  @Test
  void whatTheMailsOfAFullReset_say() {
    for (SignInChangedMail.Change change :
        List.of(SignInChangedMail.Change.RESET, SignInChangedMail.Change.REVOKED)) {
      assertThat(
              Mails.in(Language.ENGLISH)
                  .signInChanged(
                      Reader.UNKNOWN,
                      new SignInChangedMail(Letterhead.of("Meyer"), change, "https://portal.test"))
                  .text())
          .contains("app is no longer asked for", "passwords, passkeys and recovery codes");
    }
  }

  @Test
  void aPersonWithoutAFirm_isToldByThePortal() {
    EmailAddress email = new EmailAddress("operator@portal.test");

    sendAccountAlerts.handle(
        event(new PasswordReset(email, new PersonId("7b8f1c1e-5a7e-4a5c-9a51-0d7a4b7f2f11"))));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.sender()).isEqualTo(Sender.PORTAL);
    assertThat(mail.mail().text()).contains("https://staff.");
  }

  private JsonReader report(String call, String more) {
    return JsonReader.of(
        (Map<?, ?>)
            Json.read(
                """
                {"detail-type": "AWS API Call via CloudTrail", "source": "aws.cognito-idp", "detail": {
                  "eventName": "%s", "eventID": "382ae09a-151d-4116-8f2b-6ac0a804a38c",
                  "eventTime": "2026-03-01T09:30:00Z" %s}}
                """
                    .formatted(call, more)));
  }

  private void known(PersonId person) {
    scene.table.write(
        List.of(
            Write.create(
                Fields.of().with("email", "carla@client.test").at(TableKeys.person(person)))));
  }

  @Test
  void everyChangeOfAPasswordOrPasskeyAtTheUserPool_isMailedToItsPerson_once() {
    PersonId carla = scene.activateClient();
    known(carla);
    String by = ", \"additionalEventData\": {\"sub\": \"" + carla + "\"}";
    Map<String, String> said =
        Map.of(
            "ChangePassword", "password was set or changed",
            "CompleteWebAuthnRegistration", "passkey was added",
            "DeleteWebAuthnCredential", "passkey was removed",
            "VerifySoftwareToken", "authenticator app was added",
            "SetUserMFAPreference", "code of an authenticator app was changed");
    said.forEach((call, words) -> {
      SendAccountAlertsTest other = new SendAccountAlertsTest();
      PersonId person = other.scene.activateClient();
      other.known(person);
      String sub = ", \"additionalEventData\": {\"sub\": \"" + person + "\"}";
      other.sendAccountAlerts.handle(other.report(call, sub));
      other.sendAccountAlerts.handle(other.report(call, sub));
      assertThat(other.scene.mails.all())
          .singleElement()
          .satisfies(mail -> {
            assertThat(mail.address()).isEqualTo("carla@client.test");
            assertThat(mail.mail().text()).contains(words, "If this was not you");
          });
    });

    sendAccountAlerts.handle(report("ChangePassword", by + ", \"errorCode\": \"NotAuthorized\""));
    sendAccountAlerts.handle(report("GetUser", by));
    sendAccountAlerts.handle(report("ChangePassword", ""));
    sendAccountAlerts.handle(
        report(
            "ChangePassword",
            ", \"additionalEventData\": {\"sub\": \"7b8f1c1e-5a7e-4a5c-9a51-0d7a4b7f2f11\"}"));
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void whatAChangeOfOurOwnRemoves_isNotReported_andWhatOthersRemoveMeanwhileIs() {
    PersonId carla = scene.activateClient();
    known(carla);
    SignInChange change = SignInChange.of(carla);
    Instant now = Instant.parse("2026-03-01T09:30:00Z");

    scene.table.write(change.begin(now, Duration.ofSeconds(15)));
    sendAccountAlerts.handle(removal(carla, change));
    scene.table.write(List.of(change.end(now)));
    sendAccountAlerts.handle(removal(carla, change));
    assertThat(scene.mails.all()).isEmpty();

    sendAccountAlerts.handle(removal(carla, SignInChange.of(carla)));
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> assertThat(mail.mail().text()).contains("passkey was removed"));
  }

  private JsonReader removal(PersonId person, SignInChange change) {
    return report(
        "DeleteWebAuthnCredential",
        """
        , "additionalEventData": {"sub": "%s"}, "userAgent": "aws-sdk-java/2 sign-in-change/%s"
        """
            .formatted(person, change.claim()));
  }

  @Test
  void aReportOfTheUserPool_isRememberedForFifteenDays() {
    PersonId carla = scene.activateClient();
    known(carla);

    sendAccountAlerts.handle(
        report("ChangePassword", ", \"additionalEventData\": {\"sub\": \"" + carla + "\"}"));

    Key told =
        TableKeys.notifiedOfCall(
            new EmailAddress("carla@client.test"), "382ae09a-151d-4116-8f2b-6ac0a804a38c");
    assertThat(scene.table.require(told).fields().number(Item.EXPIRES_AT_EPOCH))
        .isEqualTo(Instant.parse("2026-03-16T09:30:00Z").getEpochSecond());
  }
}
