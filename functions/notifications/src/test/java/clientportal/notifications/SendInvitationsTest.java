package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Folder;
import clientportal.access.records.MailCause;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendInvitationsTest {
  private final Scene scene = new Scene();
  private final SendInvitations sendInvitations =
      new SendInvitations(
          scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces());

  private EventMessage invited(Holder.Party holder) {
    return scene.event(Scene.ADA, new AccountInvited(holder));
  }

  private EventMessage inviteClient() {
    scene.invite(scene.clientHolder, "Carla@client.test");
    return invited(scene.clientHolder);
  }

  private void assertValid(SentMails.Sent mail) {
    String hash = Hashes.sha256(mail.token());
    assertThat(scene.account(scene.clientHolder).invitations()).contains(hash);
    Token token = Token.fromItem(scene.item(TableKeys.token(hash)));
    assertThat(token.holder()).contains(scene.clientHolder);
    assertThat(token.proof()).isEmpty();
  }

  @Test
  void aClient_isMailedALinkToTheFirmsSite_whoseTokenIsKnownByItsHashAloneAndLives7Days() {
    EventMessage message = inviteClient();
    scene.clock.advance(Duration.ofDays(9));

    sendInvitations.handle(message);

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mail.address()).isEqualTo("Carla@client.test");
    assertThat(mail.sender()).isEqualTo(Scene.MEYER);
    assertThat(mail.mail().text())
        .startsWith("Hello Carla Client,\n")
        .contains("https://portal.test/meyer/invitation#" + mail.token());
    assertThat(mail.token()).hasSizeGreaterThanOrEqualTo(43);
    assertValid(mail);
    Token token = Token.fromItem(scene.item(TableKeys.token(Hashes.sha256(mail.token()))));
    assertThat(token.expiresAt()).isEqualTo(scene.clock.instant().plus(Duration.ofDays(7)));
    assertThat(scene.everything().toString()).doesNotContain(mail.token());
  }

  @Test
  void aStaffMember_isLedToTheStaffPages() {
    StaffMember member = scene.staff("sam@firm.test", true, Optional.empty());
    scene.invite(member.holder(), "sam@firm.test");

    sendInvitations.handle(
        scene.event(Scene.ADA, new StaffInvited(member.holder(), member.name())));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo("sam@firm.test");
    assertThat(mail.mail().text())
        .startsWith("Hello " + member.name() + ",\n")
        .contains("https://staff.test/invitation#" + mail.token());
  }

  @Test
  void anInvitationThatAShareCaused_namesTheFolder() {
    scene.invite(scene.clientHolder, "carla@client.test");
    Folder folder = scene.firm.folder(scene.path, AccessLevel.VIEW, Recipient.CLIENT);
    EventMessage message =
        scene.shared(folder, List.of(), List.of(Recipient.CLIENT), Recipient.CLIENT);

    sendInvitations.handle(message);

    assertThat(scene.mails.subjects()).containsExactly("Meyer & Søn shared “Taxes 2025” with you");
  }

  @Test
  void theSameEventTwice_isMailedOnce() {
    EventMessage message = inviteClient();

    sendInvitations.handle(message);
    Map<Key, Item> after = scene.everything();
    scene.clock.advance(Duration.ofHours(1));
    sendInvitations.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.everything()).isEqualTo(after);
  }

  @Test
  void whileAnotherIsSending_theRecordFailsAndComesAgain_andOneMailIsSent() {
    EventMessage message = inviteClient();
    scene.calls.before(
        6,
        () ->
            assertThat(
                    new Invocation()
                        .send(
                            new SendInvitationsHandler(sendInvitations),
                            Map.of(
                                "Records",
                                List.of(Map.of("messageId", "m1", "body", message.json())))))
                .contains("\"itemIdentifier\":\"m1\""));

    sendInvitations.handle(message);
    sendInvitations.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
  }

  @Test
  void theLoserOfTheRaceForTheLease_sendsNothing() {
    EventMessage message = inviteClient();
    scene.calls.before(5, () -> sendInvitations.handle(message));

    sendInvitations.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.account(scene.clientHolder).invitations()).hasSize(1);
  }

  /**
   * Steps: read the event, read the account, read the site, look for requests, take the lease,
   * send, mark.
   */
  @ParameterizedTest
  @CsvSource({
    "1,false,1",
    "1,true,1",
    "2,false,1",
    "2,true,1",
    "3,false,1",
    "3,true,1",
    "4,false,1",
    "4,true,1",
    "5,false,1",
    "5,true,1",
    "6,false,1",
    "6,true,2",
    "7,false,2",
    "7,true,1"
  })
  void aCrashAtAnyStep_endsInOneMail_butForTheMomentBetweenTheAnswerOfSesAndTheMark(
      int step, boolean happened, int mails) {
    EventMessage message = inviteClient();
    scene.calls.failAt(step, happened);
    assertThatThrownBy(() -> sendInvitations.handle(message))
        .isInstanceOf(CallSchedule.CallFailure.class);

    scene.clock.advance(MailLease.LEASE);
    sendInvitations.handle(message);
    scene.clock.advance(MailLease.LEASE);
    sendInvitations.handle(message);

    assertThat(scene.mails.all()).hasSize(mails).allSatisfy(this::assertValid);
  }

  @Test
  void theLastTwoThatWereSent_areValid() {
    Account account = scene.invite(scene.clientHolder, "carla@client.test");
    for (int time = 0; time < 3; time++) {
      sendInvitations.handle(invited(scene.clientHolder));
      scene.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(scene.account(scene.clientHolder).invitations())
        .containsExactlyElementsOf(
            scene.mails.all().stream().skip(1).map(mail -> Hashes.sha256(mail.token())).toList());
    assertThat(account.invitations()).isEmpty();
  }

  @Test
  void oneThatIsSentOnceMoreBeforeItHasLeft_isSentTwice_andToAnotherAddressOnce() {
    EventMessage first = inviteClient();
    scene.clock.advance(Duration.ofSeconds(1));
    Account invited = scene.account(scene.clientHolder);
    scene.put(invited.resend(invited.email(), MailCause.STAFF, scene.clock.instant()));
    EventMessage second = invited(scene.clientHolder);
    sendInvitations.handle(second);
    sendInvitations.handle(first);
    assertThat(scene.mails.all()).hasSize(2).allSatisfy(this::assertValid);

    EventMessage third = invited(scene.clientHolder);
    scene.clock.advance(Duration.ofSeconds(1));
    scene.put(
        scene
            .account(scene.clientHolder)
            .resend(new EmailAddress("other@client.test"), MailCause.STAFF, scene.clock.instant()));
    sendInvitations.handle(third);
    assertThat(scene.mails.all()).hasSize(2);
  }

  @Test
  void anInvitationThatIsSuperseded_revokedOrAccepted_isNotSent() {
    EventMessage message = inviteClient();
    Account invited = scene.account(scene.clientHolder);
    EmailAddress email = invited.email();

    for (Account now :
        List.of(
            Account.invite(scene.clientHolder, email, invited.invitedAt().plusSeconds(1)),
            invited.activate(TestFirm.person(), scene.clock.instant()),
            with(invited, AccountStatus.REVOKED))) {
      scene.put(now);
      Map<Key, Item> before = scene.everything();
      sendInvitations.handle(message);
      assertThat(scene.everything()).isEqualTo(before);
    }
    scene.write(Write.delete(TableKeys.account(scene.clientHolder)));
    sendInvitations.handle(message);
    sendInvitations.handle(new EventMessage(new Key("no", "event"), Optional.empty()));

    assertThat(scene.mails.all()).isEmpty();
  }

  private static Account with(Account account, AccountStatus status) {
    return new Account(
        account.holder(),
        status,
        account.address(),
        account.sent(),
        account.activation(),
        account.revision());
  }
}
