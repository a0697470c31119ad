package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.MailCause;
import clientportal.access.records.StaffMember;
import clientportal.delivery.EventMessage;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Invocation;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the report of SES, or its refusal, to the mail that notifies the inviter. */
final class BouncesTest {
  private static final String ADDRESS = "colin@client.test";

  private final Scene scene = new Scene();
  private final SendInvitations sendInvitations =
      new SendInvitations(
          scene.table, scene.mailSender, scene.links, scene.clock, scene.recordBounces());
  private final RecordMailReports reports =
      new RecordMailReports(scene.table, scene.recordBounces());
  private final ReportBounces reportBounces =
      new ReportBounces(scene.table, scene.mailSender, scene.links, scene.clock);
  private final StaffMember ada =
      scene.staff("ada@firm.test", true, Optional.of(TestFirm.person()));
  private final Actor inviter =
      new Actor(ada.person(), Actor.As.STAFF, ada.id().value(), ada.name());
  private final Holder.Party contact = scene.contact(true);

  /** Invites a holder at this instant; returns the message of it. */
  private EventMessage invited(Holder holder, Actor by) {
    return scene.event(
        by,
        switch (holder) {
          case Holder.Staff staff -> new StaffInvited(staff, "Sam Staff");
          case Holder.Party party -> new AccountInvited(party);
          case Holder.Member member -> throw new AssertionError(member);
        });
  }

  private Map<String, String> send(Holder holder, Actor by) {
    scene.invite(holder, ADDRESS);
    sendInvitations.handle(invited(holder, by));
    return scene.mails.all().getLast().tags();
  }

  private static Map<String, Object> report(
      String detailType, String bounceType, Map<String, String> tags) {
    return Reports.of(detailType, bounceType, tags, Instant.parse("2026-03-01T09:31:00.000Z"));
  }

  private void bounce(Map<String, String> tags) {
    reports.handle(JsonReader.of(report("Email Bounced", "Permanent", tags)));
  }

  private List<EventMessage> events() {
    return scene.everything().values().stream()
        .filter(
            item -> item.fields().optionalText(Event.TYPE).equals(Optional.of("AccountBounced")))
        .map(item -> new EventMessage(item.key(), Optional.empty()))
        .toList();
  }

  private AccountStatus ofHolder(Holder holder) {
    return Account.statusOf(scene.item(TableKeys.holder(holder)).fields());
  }

  private List<SentMails.Sent> reports() {
    return scene.mails.all().stream()
        .filter(mail -> mail.mail().subject().endsWith("did not arrive"))
        .toList();
  }

  @Test
  void aBouncedInvitation_showsOnAccountAndHolder_andTheInviterIsNotifiedOnce() {
    Map<String, String> tags = send(contact, inviter);
    assertThat(tags.values().toString()).doesNotContain("@");

    bounce(tags);
    bounce(tags);
    assertThat(scene.account(contact).status()).isEqualTo(AccountStatus.BOUNCED);
    assertThat(ofHolder(contact)).isEqualTo(AccountStatus.BOUNCED);
    assertThat(events()).hasSize(1);
    events().forEach(reportBounces::handle);
    events().forEach(reportBounces::handle);

    assertThat(reports())
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.address()).isEqualTo("ada@firm.test");
          assertThat(mail.sender()).isEqualTo(Scene.MEYER);
          assertThat(mail.mail().subject())
              .isEqualTo("Your invitation to Colin Contact did not arrive");
          assertThat(mail.mail().text())
              .startsWith("Hello Sam Staff,\n")
              .contains(ADDRESS, "related to Carla Client")
              .contains(
                  "https://staff.test/firms/" + scene.firm.id + "/clients/" + scene.path.client());
        });
  }

  @Test
  void staffAndTheirInviter_theSame_withTheStaffPages() {
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.empty());
    Map<String, String> tags = send(sam.holder(), inviter);

    bounce(tags);
    events().forEach(reportBounces::handle);

    assertThat(ofHolder(sam.holder())).isEqualTo(AccountStatus.BOUNCED);
    assertThat(reports())
        .singleElement()
        .satisfies(mail ->
            assertThat(mail.mail().text())
                .contains("Add a new staff member with that address")
                .contains("https://staff.test/firms/" + scene.firm.id + "/staff\n"));
  }

  @Test
  void theOperator_isNotifiedOfTheAdministratorTheyInvited() {
    PersonId operator = TestFirm.person();
    scene.write(
        Write.put(
            Fields.of().with("email", "operator@portal.test").at(TableKeys.person(operator))));
    StaffMember sam = scene.staff("sam@firm.test", true, Optional.empty());

    bounce(send(sam.holder(), Actor.operator(operator)));
    events().forEach(reportBounces::handle);

    assertThat(reports())
        .extracting(SentMails.Sent::address)
        .containsExactly("operator@portal.test");
  }

  @ParameterizedTest
  @CsvSource({
    "Email Bounced,            Permanent,    bounced",
    "Email Bounced,            Transient,    ''",
    "Email Bounced,            Undetermined, ''",
    "Email Complaint Received, '',           unwanted",
    "Email Rejected,           '',           rejected",
    "Email Delivered,          '',           ''"
  })
  void whatSesReports_countsOrNot(String detailType, String bounceType, String why) {
    Map<String, String> tags = send(contact, inviter);

    reports.handle(JsonReader.of(report(detailType, bounceType, tags)));

    assertThat(scene.account(contact).status())
        .isEqualTo(why.isEmpty() ? AccountStatus.INVITED : AccountStatus.BOUNCED);
    assertThat(events())
        .allSatisfy(message ->
            assertThat(Event.fromItem(scene.item(message.key())).data())
                .isInstanceOfSatisfying(
                    AccountBounced.class, data -> assertThat(data.why()).isEqualTo(why)))
        .hasSize(why.isEmpty() ? 0 : 1);
  }

  @Test
  void aLateReport_changesNothing() {
    Map<String, String> first = send(contact, inviter);
    scene.clock.advance(Duration.ofMinutes(1));
    Account again =
        scene.put(
            scene
                .account(contact)
                .resend(new EmailAddress(ADDRESS), MailCause.STAFF, scene.clock.instant()));
    invited(contact, inviter);

    bounce(first);
    for (Account now :
        List.of(
            again,
            again.activate(TestFirm.person(), scene.clock.instant()),
            again.activate(TestFirm.person(), scene.clock.instant()).revoke())) {
      scene.put(now);
      Map<Key, Item> before = scene.everything();
      bounce(first);
      assertThat(scene.everything()).isEqualTo(before);
    }
    scene.write(Write.delete(TableKeys.account(contact)));
    bounce(first);
    assertThat(events()).isEmpty();
  }

  @Test
  void mailsOfAnotherKind_areNobodysInvitation_andOnesThatLackATagFail() {
    Map<String, String> tags = new HashMap<>(send(contact, inviter));
    Map<Key, Item> before = scene.everything();
    reports.handle(JsonReader.of(report("Email Bounced", "Permanent", Map.of("kind", "alert"))));
    reports.handle(JsonReader.of(Map.of("detail-type", "Email Bounced")));
    assertThat(scene.everything()).isEqualTo(before);

    tags.remove("party");
    Map<String, Object> message =
        Map.of("messageId", "m1", "body", Json.write(report("Email Bounced", "Permanent", tags)));
    assertThat(
            new Invocation()
                .send(new RecordMailReportsHandler(reports), Map.of("Records", List.of(message))))
        .contains("m1");
  }

  @Test
  void anAddressThatSesRefuses_bouncesBeforeTheMailLeaves() {
    scene.mails.refuse(ADDRESS::equals);
    scene.invite(contact, ADDRESS);
    EventMessage message = invited(contact, inviter);

    sendInvitations.handle(message);
    sendInvitations.handle(message);

    assertThat(scene.account(contact).status()).isEqualTo(AccountStatus.BOUNCED);
    assertThat(events()).hasSize(1);
    events().forEach(reportBounces::handle);
    assertThat(scene.mails.all())
        .singleElement()
        .satisfies(mail -> assertThat(mail.mail().text()).contains("could not be sent"));
  }

  @Test
  void aDisabledInviter_orAnAccountInvitedAgain_nobodyIsNotified() {
    bounce(send(contact, inviter));
    Account bounced = scene.account(contact);
    scene.put(
        bounced.resend(
            new EmailAddress(ADDRESS), MailCause.STAFF, scene.clock.instant().plusSeconds(1)));
    events().forEach(reportBounces::handle);

    scene.put(bounced);
    StaffMember disabled = ada.withPlace(ada.role(), false, false);
    scene.write(Write.put(disabled.toItem()));
    events().forEach(reportBounces::handle);

    assertThat(reports()).isEmpty();
  }

  /** Steps: read the event, read the rest, take the lease, send, mark. */
  @ParameterizedTest
  @CsvSource({
    "1,false,1",
    "2,true,1",
    "3,true,1",
    "4,false,1",
    "4,true,2",
    "5,false,2",
    "5,true,1"
  })
  void aReportThatDies_isMailedAfterTheLease(int step, boolean happened, int mails) {
    bounce(send(contact, inviter));
    EventMessage message = events().getFirst();
    scene.calls.failAt(step, happened);
    assertThatThrownBy(() -> reportBounces.handle(message))
        .isInstanceOf(CallSchedule.CallFailure.class);

    scene.clock.advance(MailLease.LEASE);
    reportBounces.handle(message);

    assertThat(reports()).hasSize(mails);
  }

  /** Each of the two calls, with the contact activated, revoked or changed just before it. */
  @Test
  void whatHappensMeanwhile_isNotUndone() {
    for (int step = 1; step <= 2; step++) {
      Map<String, String> tags = send(contact, inviter);
      Account invited = scene.account(contact);
      Account active = invited.activate(TestFirm.person(), scene.clock.instant());
      long revision = contactRevision();
      scene.calls.before(step, () -> scene.write(active.replace(), active.copyToHolder(revision)));
      bounce(tags);
      assertThat(scene.account(contact)).isEqualTo(active);
      assertThat(ofHolder(contact)).isEqualTo(AccountStatus.ACTIVE);
    }
    assertThat(events()).isEmpty();
  }

  private long contactRevision() {
    return Contact.fromItem(scene.item(TableKeys.holder(contact))).revision();
  }
}
