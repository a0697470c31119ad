package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.MailBudgets;
import clientportal.access.records.MailCause;
import clientportal.access.records.Purpose;
import clientportal.access.records.Registration;
import clientportal.access.records.Token;
import clientportal.delivery.EventMessage;
import clientportal.notifications.mail.Sender;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mails of {@link SendVerifications} about registrations and forgotten passwords. */
final class PublicMailsTest {
  private static final String CARLA = "carla@client.test";
  private static final String ROSA = "rosa@example.org";

  private final Scene scene = new Scene();
  private final SendVerifications sendVerifications =
      new SendVerifications(scene.table, scene.mailSender, scene.links, scene.clock);

  private EventMessage registers(String email) {
    return scene.event(
        Actor.PORTAL,
        new RegistrationRequested(
            scene.firm.id,
            "second-site",
            "Rosa Klein",
            new EmailAddress(email),
            Hashes.sha256("key")));
  }

  private EventMessage forgot(String email) {
    return scene.event(
        Actor.PORTAL, new PasswordResetRequested(new EmailAddress(email), Hashes.sha256("key")));
  }

  private PersonId activate() {
    PersonId person = scene.activateClient();
    EmailAddress email = new EmailAddress(CARLA);
    scene.write(
        Write.create(
            Fields.of()
                .with("clientId", scene.path.client().value())
                .at(TableKeys.clientEmail(scene.path, email))));
    known(CARLA, person);
    return person;
  }

  private void known(String email, PersonId person) {
    scene.write(
        Write.put(
            Fields.of()
                .with("personId", person.value())
                .at(TableKeys.email(new EmailAddress(email)))),
        Write.put(Fields.of().with("email", email).at(TableKeys.person(person))));
  }

  private Token token(SentMails.Sent mail) {
    return Token.fromItem(scene.item(TableKeys.token(Hashes.sha256(mail.token()))));
  }

  @Test
  void aNewAddress_getsAVerificationForTheSiteWhereItWasAskedFor() {
    sendVerifications.handle(registers(ROSA));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo(ROSA);
    assertThat(mail.sender()).isEqualTo(Scene.OF_SECOND);
    assertThat(mail.mail().text().lines())
        .contains("https://portal.test/second-site/verify#" + mail.token());
    assertThat(mail.mail().text()).doesNotContain("Rosa Klein");
    assertThat(token(mail).purpose())
        .isEqualTo(new Purpose.ForRegistration(scene.firm.id, "second-site", "Rosa Klein"));
    assertThat(token(mail).expiresAt()).isEqualTo(scene.clock.instant().plus(Token.VERIFICATION));
    assertThat(scene.everything().toString()).doesNotContain(mail.token());
  }

  @Test
  void lettersBeyondAscii_areMailedToTheDomainsAsciiForm() {
    sendVerifications.handle(registers("familie@stra\u00dfe.example"));

    assertThat(scene.mails.all().getFirst().address()).isEqualTo("familie@xn--strae-oqa.example");
  }

  @Test
  void aPersonWithAnAccount_getsNoToken() {
    activate();

    sendVerifications.handle(registers(CARLA.toUpperCase(Locale.ROOT)));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo(CARLA);
    assertThat(mail.mail().text()).contains("https://portal.test/second-site\n");
    assertThat(mail.mail().text()).doesNotContain("#");
    assertThat(scene.partition("TOKEN#" + mail.token())).isEmpty();
  }

  @Test
  void aForgottenPassword_getsALinkToTheFirstFirm_andNobodyElseGetsAnything() {
    PersonId carla = activate();

    sendVerifications.handle(forgot("Carla@CLIENT.test"));
    sendVerifications.handle(forgot("nobody@example.org"));

    assertThat(scene.mails.all()).hasSize(1);
    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.address()).isEqualTo(CARLA);
    assertThat(mail.mail().text().lines())
        .contains("https://portal.test/meyer/reset#" + mail.token());
    assertThat(token(mail).purpose()).isEqualTo(new Purpose.ForPasswordReset(carla));
  }

  @Test
  void aPersonOfNoFirm_getsALinkToTheStaffPages() {
    known("op@portal.test", TestFirm.person());

    sendVerifications.handle(forgot("op@portal.test"));

    SentMails.Sent mail = scene.mails.all().getFirst();
    assertThat(mail.sender()).isEqualTo(Sender.PORTAL);
    assertThat(mail.mail().text().lines()).contains("https://staff.test/reset#" + mail.token());
  }

  @Test
  void beyondTheLimitOfTheAddress_nothingIsWrittenOrSent() {
    for (int i = 0; i < 3; i++) {
      sendVerifications.handle(registers(ROSA));
      scene.clock.advance(Duration.ofMinutes(1));
    }
    EventMessage fourth = registers(ROSA);
    Map<Key, Item> before = scene.everything();

    assertThat(sendVerifications.handle(fourth)).isEqualTo(EventMails.Outcome.HELD_BACK);

    assertThat(scene.mails.all()).hasSize(3);
    assertThat(scene.everything()).isEqualTo(before);
    scene.clock.advance(Duration.ofMinutes(57));
    sendVerifications.handle(registers(ROSA));
    assertThat(scene.mails.all()).hasSize(4);
  }

  @Test
  void requestsAtOnce_doNotPassTheLimit() {
    sendVerifications.handle(registers(ROSA));
    sendVerifications.handle(registers(ROSA));
    EventMessage third = registers(ROSA);
    EventMessage fourth = registers(ROSA);
    scene.calls.before(6, () -> sendVerifications.handle(fourth));

    sendVerifications.handle(third);

    assertThat(scene.mails.all()).hasSize(3);
  }

  /**
   * Steps: read the event, query the address, read the rest, read the site, count, take the lease,
   * send, mark.
   */
  @Test
  void aCrashAtAnyStep_endsInOneMail_thatIsCountedOnce() {
    for (int step = 1; step <= 8; step++) {
      for (boolean happened : List.of(true, false)) {
        PublicMailsTest fresh = new PublicMailsTest();
        fresh.crash(step, happened);
      }
    }
  }

  private void crash(int step, boolean happened) {
    EventMessage message = registers(ROSA);
    scene.calls.failAt(step, happened);
    assertThatThrownBy(() -> sendVerifications.handle(message))
        .isInstanceOf(CallSchedule.CallFailure.class);
    scene.clock.advance(MailLease.LEASE);
    sendVerifications.handle(message);
    scene.clock.advance(MailLease.LEASE);
    sendVerifications.handle(message);

    boolean twice = (step == 7 && happened) || (step == 8 && !happened);
    assertThat(scene.mails.all()).as("step %d", step).hasSize(twice ? 2 : 1);
    Item counted = scene.item(TableKeys.mailLimit(new EmailAddress(ROSA)));
    assertThat(MailBudgets.fromFields(counted.fields()).caused().get(MailCause.STRANGER))
        .as("step %d", step)
        .hasSize(1);
  }

  @Test
  void anAddressThatIsRefused_isNotTriedAgain() {
    EventMessage message = registers(ROSA);
    scene.mails.refuse(ROSA::equals);
    sendVerifications.handle(message);
    Map<Key, Item> after = scene.everything();

    sendVerifications.handle(message);

    assertThat(scene.everything()).isEqualTo(after);
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void aPersonWhoWaited_isNotifiedOfTheResolution() {
    Registration registration =
        new Registration(
            scene.firm.id,
            new RegistrationId(scene.ids.next()),
            TestFirm.person(),
            "Rosa",
            new EmailAddress(ROSA),
            "second-site",
            scene.clock.instant(),
            List.of(),
            Optional.empty(),
            1);
    scene.write(registration.await().toArray(Write[]::new));
    scene.write(
        registration
            .resolve(new Registration.Resolution.Rejected(), scene.clock.instant())
            .toArray(Write[]::new));
    EventMessage message =
        scene.event(
            Scene.ADA,
            new RegistrationResolved(scene.firm.id, registration.id(), Optional.empty()));

    sendVerifications.handle(message);
    sendVerifications.handle(message);

    assertThat(scene.mails.subjects()).containsExactly("Your registration with Meyer Payroll");
    assertThat(scene.mails.all().getFirst().address()).isEqualTo(ROSA);
  }

  @Test
  void anAccountOfAnotherPerson_isNotMentioned() {
    Account of = scene.account(holder());
    known(CARLA, TestFirm.person());

    sendVerifications.handle(registers(CARLA));

    assertThat(of.person()).isPresent();
    assertThat(scene.mails.subjects().getFirst()).startsWith("Verify");
  }

  private Holder holder() {
    activate();
    return scene.clientHolder;
  }

  @Test
  void oneMailbox_isOneLimit_withWhateverTag_andAtGmailWithWhateverDots() {
    List<String> addresses =
        List.of("ro.sa@gmail.com", "rosa+a@gmail.com", "r.o.s.a+b@GoogleMail.com");
    addresses.forEach(address -> sendVerifications.handle(registers(address)));
    assertThat(scene.mails.all()).extracting(SentMails.Sent::address).isEqualTo(addresses);

    assertThat(sendVerifications.handle(registers("rosa@gmail.com")))
        .isEqualTo(EventMails.Outcome.HELD_BACK);
    assertThat(sendVerifications.handle(registers("ro.sa@example.org")))
        .isEqualTo(EventMails.Outcome.SENT);
  }

  @Test
  void aFloodOfNewAddresses_holdsBackNoneThatIsOnFile() {
    activate();
    sendVerifications.handle(registers("first@example.org"));
    Key site = TableKeys.newAddressLimit("second-site");
    scene.write(
        Write.put(Fields.of().withAll(scene.item(site).fields()).with("count", 999).at(site)));

    assertThat(sendVerifications.handle(registers("last@example.org")))
        .isEqualTo(EventMails.Outcome.SENT);
    assertThat(sendVerifications.handle(registers(ROSA))).isEqualTo(EventMails.Outcome.HELD_BACK);
    assertThat(sendVerifications.handle(registers(CARLA))).isEqualTo(EventMails.Outcome.SENT);
    assertThat(scene.item(site).fields().number("count")).isEqualTo(1001);
    scene.clock.advance(Duration.ofHours(1));
    assertThat(sendVerifications.handle(registers(ROSA))).isEqualTo(EventMails.Outcome.SENT);
  }

  @Test
  void aMailThatIsHeldBack_isCounted() {
    for (int i = 0; i < 3; i++) {
      sendVerifications.handle(registers(ROSA));
    }

    assertThat(lines(registers("other@example.org"))).noneMatch(line -> line.contains("Refused"));
    assertThat(lines(registers(ROSA))).anyMatch(line -> line.contains("\"LimitsRefused\":1"));
  }

  private List<String> lines(EventMessage message) {
    Invocation invocation = new Invocation();
    invocation.send(
        new SendVerificationsHandler(sendVerifications),
        Map.of("Records", List.of(Map.of("messageId", "m", "body", message.json()))));
    return invocation.log();
  }
}
