package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.ids.EmailAddress;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendVerificationsTest {
  private static final String INVITATION = "invitation".repeat(5);
  private static final String BROWSER_KEY = "browser-key";

  private final Scene scene = new Scene();
  private final SendVerifications sendVerifications =
      new SendVerifications(scene.table, scene.mailSender, scene.links, scene.clock);

  @BeforeEach
  void invite() {
    invite(scene.clientHolder, "carla@client.test", INVITATION);
  }

  private void invite(Holder holder, String email, String token) {
    Account account = scene.invite(holder, email);
    Token invitation = Token.invitation(token, holder, account.email(), scene.clock.instant());
    scene.write(invitation.create());
    scene.put(account.withInvitation(invitation.hash()));
  }

  private EventMessage presented(String token) {
    return scene.event(
        Actor.PORTAL, new VerificationRequested(Hashes.sha256(token), Hashes.sha256(BROWSER_KEY)));
  }

  private Token token(SentMails.Sent mail) {
    return Token.fromItem(scene.item(TableKeys.token(Hashes.sha256(mail.token()))));
  }

  private static String code(SentMails.Sent mail) {
    return mail.mail()
        .text()
        .lines()
        .filter(line -> line.matches("[0-9]{8}"))
        .findFirst()
        .orElseThrow();
  }

  private void assertValid(SentMails.Sent mail) {
    assertThat(scene.account(scene.clientHolder).verifications())
        .contains(Hashes.sha256(mail.token()));
    assertThat(token(mail).proof().orElseThrow().isCode(mail.token(), code(mail))).isTrue();
  }

  @Test
  void aLiveInvitation_isAnsweredByAMailWithLinkAndCode_validFor30MinutesFromTheRequest() {
    Instant asked = scene.clock.instant();
    EventMessage message = presented(INVITATION);
    scene.clock.advance(Duration.ofMinutes(2));

    sendVerifications.handle(message);

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(scene.mails.all()).hasSize(1);
    assertThat(mail.address()).isEqualTo("carla@client.test");
    assertThat(mail.mail().text().lines())
        .startsWith("Hello Carla Client,")
        .contains("https://portal.test/meyer/verify#" + mail.token());
    assertValid(mail);
    Token token = token(mail);
    assertThat(token.holder()).contains(scene.clientHolder);
    assertThat(token.expiresAt()).isEqualTo(asked.plus(Duration.ofMinutes(30)));
    assertThat(token.proof().orElseThrow().isBrowserKey(BROWSER_KEY)).isTrue();
    assertThat(scene.everything().toString()).doesNotContain(mail.token(), code(mail));
  }

  @Test
  void aStaffMember_verifiesOnTheStaffPages() {
    StaffMember member = scene.staff("sam@firm.test", true, Optional.empty());
    invite(member.holder(), "sam@firm.test", "staff".repeat(10));

    sendVerifications.handle(presented("staff".repeat(10)));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo("sam@firm.test");
    assertThat(mail.mail().text()).startsWith("Hello " + member.name() + ",\n");
    assertThat(mail.mail().text().lines()).contains("https://staff.test/verify#" + mail.token());
  }

  @Test
  void theSameEventTwice_isMailedOnce() {
    EventMessage message = presented(INVITATION);

    sendVerifications.handle(message);
    Map<Key, Item> after = scene.everything();
    scene.clock.advance(Duration.ofMinutes(5));
    sendVerifications.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
    assertThat(scene.everything()).isEqualTo(after);
  }

  @Test
  void anInvitation_mayBePresentedAgain_andTheLastTwoVerificationsAreValid() {
    for (int time = 0; time < 3; time++) {
      sendVerifications.handle(presented(INVITATION));
      scene.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(scene.account(scene.clientHolder).verifications())
        .containsExactlyElementsOf(
            scene.mails.all().stream().skip(1).map(mail -> Hashes.sha256(mail.token())).toList());
  }

  @Test
  void twoRequestsHandledAtTheSameMoment_areMailedOnceEach_andBothAreValid() {
    EventMessage first = presented(INVITATION);
    EventMessage second = presented(INVITATION);
    scene.calls.before(5, () -> sendVerifications.handle(second));

    sendVerifications.handle(first);

    assertThat(scene.mails.all()).hasSize(2).allSatisfy(this::assertValid);
  }

  @Test
  void whileAnotherIsSending_theRecordFailsAndComesAgain() {
    EventMessage message = presented(INVITATION);
    scene.calls.before(
        6,
        () ->
            assertThatThrownBy(() -> sendVerifications.handle(message))
                .isInstanceOf(IllegalStateException.class));

    sendVerifications.handle(message);
    sendVerifications.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
  }

  /**
   * Steps: read event, invitation, account and site, each for itself; take the lease, send, mark.
   */
  @ParameterizedTest
  @CsvSource({
    "1,true,1",
    "2,true,1",
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
    EventMessage message = presented(INVITATION);
    scene.calls.failAt(step, happened);
    assertThatThrownBy(() -> sendVerifications.handle(message))
        .isInstanceOf(CallSchedule.CallFailure.class);

    scene.clock.advance(MailLease.LEASE);
    sendVerifications.handle(message);
    scene.clock.advance(MailLease.LEASE);
    sendVerifications.handle(message);

    assertThat(scene.mails.all()).hasSize(mails).allSatisfy(this::assertValid);
  }

  @Test
  void whatIsUnknown_deadOrNoInvitation_isAnsweredByNothing() {
    assertSilent(presented("unknown"));

    sendVerifications.handle(presented(INVITATION));
    String verification = scene.mails.all().getFirst().token();
    assertSilent(presented(verification));

    Account account = scene.account(scene.clientHolder);
    scene.put(Account.invite(account.holder(), account.email(), account.invitedAt()));
    assertSilent(presented(INVITATION));
    scene.put(account.activate(TestFirm.person(), scene.clock.instant()));
    assertSilent(presented(INVITATION));
    scene.put(account);

    scene.clock.advance(Token.INVITATION);
    assertSilent(presented(INVITATION));
  }

  @Test
  void aRequestWhoseVerificationWouldBeOver_isDropped() {
    EventMessage message = presented(INVITATION);
    scene.clock.advance(Token.VERIFICATION);

    assertSilent(message);
  }

  @Test
  void anInvitationThatEndsMeanwhile_isAnsweredYet() {
    scene.clock.advance(Token.INVITATION.minusMillis(1));
    EventMessage message = presented(INVITATION);
    scene.clock.advance(Duration.ofMinutes(1));

    sendVerifications.handle(message);

    assertThat(scene.mails.all()).hasSize(1);
  }

  private void assertSilent(EventMessage message) {
    Map<Key, Item> before = scene.everything();
    List<SentMails.Sent> mails = scene.mails.all();
    sendVerifications.handle(message);
    assertThat(scene.everything()).isEqualTo(before);
    assertThat(scene.mails.all()).isEqualTo(mails);
  }

  @Test
  void anInvitation_isAnsweredThreeTimesAnHour_whateverStrangersCausedToItsAddress() {
    for (int i = 0; i < 4; i++) {
      sendVerifications.handle(
          scene.event(
              Actor.PORTAL,
              new RegistrationRequested(
                  scene.firm.id,
                  "second-site",
                  "Carla",
                  new EmailAddress("carla@client.test"),
                  Hashes.sha256("stranger"))));
    }
    assertThat(scene.mails.all()).hasSize(3);

    for (int i = 0; i < 3; i++) {
      assertThat(sendVerifications.handle(presented(INVITATION)))
          .isEqualTo(EventMails.Outcome.SENT);
      assertValid(scene.mails.all().getLast());
    }
    EventMessage fourth = presented(INVITATION);
    Map<Key, Item> before = scene.everything();
    assertThat(sendVerifications.handle(fourth)).isEqualTo(EventMails.Outcome.HELD_BACK);

    assertThat(scene.everything()).isEqualTo(before);
    scene.clock.advance(Duration.ofHours(1));
    assertThat(sendVerifications.handle(presented(INVITATION))).isEqualTo(EventMails.Outcome.SENT);
  }
}
