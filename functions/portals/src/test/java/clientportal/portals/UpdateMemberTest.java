package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalMember;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.MemberUpdated;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Member;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpdateMemberTest {
  private final TestPortals portals = new TestPortals();
  private final PortalPath family =
      portals.portal(
          TestPortals.SITE,
          "Family",
          portals.clients,
          TestPortals.person("Ngozi", "full-access"),
          TestPortals.person("Emeka", "contributor"));
  private final MemberId ngozi = portals.stored(family).members().keySet().iterator().next();
  private final Holder.Member holder = new Holder.Member(portals.firm.id, ngozi);

  private Exchange patch(PersonId caller, String body) {
    return Exchange.of("PATCH", "/v1/firms/" + portals.firm.id + "/members/" + ngozi)
        .as(caller.value())
        .path("firmId", portals.firm.id)
        .path("memberId", ngozi)
        .json(body);
  }

  private Exchange.Answer update(String body) {
    return patch(portals.sharer, body).send(handler());
  }

  private UpdateMemberHandler handler() {
    return new UpdateMemberHandler(portals.module(portals.firm.table).updateMember());
  }

  private Member member() {
    return Member.fromItem(portals.item(TableKeys.holder(holder)).orElseThrow());
  }

  private Account account() {
    return Account.fromItem(portals.item(TableKeys.account(holder)).orElseThrow());
  }

  private PersonId activate() {
    PersonId person = TestFirm.person();
    Account active = account().activate(person, TestFirm.NOW);
    portals.write(
        active.replace(),
        active.copyToHolder(member().revision()),
        Affiliations.put(portals.firm.id, person, member().portalMember()));
    return person;
  }

  private List<EventData> events() {
    return portals.firm.table.everything().values().stream()
        .filter(item -> item.key().pk().equals("FIRM#" + portals.firm.id + "#EVENTS"))
        .map(item -> Event.fromItem(item).data())
        .filter(data -> data instanceof EventData.OfHolder)
        .toList();
  }

  private boolean owns(String email) {
    return portals
        .item(PortalKeys.memberAddress(portals.firm.id, new EmailAddress(email)))
        .map(Member::idOf)
        .filter(ngozi::equals)
        .isPresent();
  }

  @Test
  void anotherName_isThatOfTheMember_alsoWhereDecisionsReadIt() {
    PersonId person = activate();

    Exchange.Answer answer = update("{\"name\": \"Ngozi Lind\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("name")).isEqualTo("Ngozi Lind");
    assertThat((List<?>) answer.get("portals")).hasSize(1);
    assertThat(member().name()).isEqualTo("Ngozi Lind");
    assertThat(
            Affiliations.member(
                portals.firm.id,
                person,
                portals.firm.table.read(List.of(TableKeys.affiliation(portals.firm.id, person)))))
        .contains(new PortalMember(ngozi, "Ngozi Lind"));
    assertThat(events()).containsExactly(new MemberUpdated(holder, List.of("name")));
  }

  @Test
  void whoIsAnotherMemberByNow_staysThatOne() {
    PersonId person = activate();
    PortalMember other = new PortalMember(portals.member("Emeka"), "Emeka");
    portals.write(Affiliations.put(portals.firm.id, person, other));

    update("{\"name\": \"Ngozi Lind\"}");

    assertThat(member().name()).isEqualTo("Ngozi Lind");
    assertThat(
            Affiliations.member(
                portals.firm.id,
                person,
                portals.firm.table.read(List.of(TableKeys.affiliation(portals.firm.id, person)))))
        .contains(other);
  }

  @Test
  void anotherAddress_ofSomebodyWhoIsInvited_isInvitedAtOnce() {
    Exchange.Answer answer = update("{\"email\": \"right@home.test\"}");

    assertThat(answer.get("email")).isEqualTo("right@home.test");
    assertThat(account().email().value()).isEqualTo("right@home.test");
    assertThat(account().status()).isEqualTo(AccountStatus.INVITED);
    assertThat(owns("right@home.test")).isTrue();
    assertThat(owns("ngozi@home.test")).isFalse();
    assertThat(events())
        .containsExactlyInAnyOrder(
            new AccountInvited(holder), new MemberUpdated(holder, List.of("email")));
  }

  @Test
  void anotherAddress_ofAnActiveAccount_isProvedFirst_andTheOldOneIsNotified() {
    PersonId person = activate();

    update("{\"email\": \"right@home.test\"}");

    assertThat(account().status()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(account().person()).contains(person);
    assertThat(account().email().value()).isEqualTo("ngozi@home.test");
    assertThat(account().newEmail().map(EmailAddress::value)).contains("right@home.test");
    assertThat(member().email().value()).isEqualTo("right@home.test");
    assertThat(events())
        .containsExactlyInAnyOrder(
            new AccountInvited(holder),
            new AddressChanged(holder, new EmailAddress("ngozi@home.test")),
            new MemberUpdated(holder, List.of("email")));

    update("{\"email\": \"ngozi@home.test\"}");
    assertThat(account().newEmail()).isEmpty();
    assertThat(owns("ngozi@home.test")).isTrue();
  }

  @Test
  void theAddressOfAnotherMember_isRefused_andNothingChanges() {
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused = update("{\"email\": \"EMEKA@home.test\"}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("email-taken");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anotherSpelling_ofTheSameAddress_isSaved() {
    assertThat(update("{\"email\": \"NGOZI@home.test\"}").get("email"))
        .isEqualTo("NGOZI@home.test");

    assertThat(owns("ngozi@home.test")).isTrue();
  }

  @Test
  void whatIsThereAlready_writesNothing() {
    Map<Key, Item> before = portals.firm.table.everything();

    assertThat(update("{\"name\": \"Ngozi\", \"email\": \"ngozi@home.test\"}").status())
        .isEqualTo(200);
    assertThat(update("{}").status()).isEqualTo(200);

    assertThat(portals.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void theAccountThatWasRevoked_staysRevoked() {
    Account revoked = account().revoke();
    portals.write(revoked.replace(), revoked.copyToHolder(member().revision()));

    update("{\"email\": \"right@home.test\"}");

    assertThat(account().status()).isEqualTo(AccountStatus.REVOKED);
    assertThat(member().email().value()).isEqualTo("right@home.test");
  }

  @Test
  void aMemberWhoHasChanged_isNotOverwritten() {
    assertThat(
            patch(portals.sharer, "{\"name\": \"N.\"}")
                .header("if-match", "\"99\"")
                .send(handler())
                .problem())
        .isEqualTo("precondition-failed");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(patch(portals.staff, "{\"name\": 1}").send(handler()).problem())
        .isEqualTo("permission-required");
    assertThat(patch(TestFirm.person(), "{}").send(handler()).problem()).isEqualTo("not-found");
    assertThat(update("{\"name\": 1}").status()).isEqualTo(400);
  }

  @Test
  void whoseAccountWasRevoked_isInvitedAgain_whenTheyAreLetIntoAnotherPortal() {
    Account revoked = account().revoke();
    portals.write(revoked.replace(), revoked.copyToHolder(member().revision()));

    PortalPath other =
        portals.portal(
            TestPortals.OTHER_SITE,
            "Other",
            portals.clients,
            "{\"memberId\": \"%s\", \"role\": \"contributor\"}".formatted(ngozi));

    assertThat(account().status()).isEqualTo(AccountStatus.INVITED);
    assertThat(member().account()).isEqualTo(AccountStatus.INVITED);
    assertThat(portals.stored(other).members()).containsOnlyKeys(ngozi);
  }

  @Test
  void whoHasAnAccount_isNotInvitedByAnotherPortal() {
    activate();

    portals.portal(
        TestPortals.OTHER_SITE,
        "Other",
        portals.clients,
        "{\"memberId\": \"%s\", \"role\": \"contributor\"}".formatted(ngozi),
        TestPortals.person("Obi", "contributor"));

    EventData.Joined joined =
        portals.firm.table.everything().values().stream()
            .filter(item -> item.key().pk().equals("FIRM#" + portals.firm.id + "#EVENTS"))
            .map(item -> Event.fromItem(item).data())
            .filter(EventData.Joined.class::isInstance)
            .map(EventData.Joined.class::cast)
            .filter(data -> data.portal().name().equals("Other"))
            .findFirst()
            .orElseThrow();
    assertThat(joined.members()).hasSize(2);
    assertThat(joined.invited()).hasSize(1).doesNotContain(ngozi);
    assertThat(joined.audience()).containsExactly(ngozi);
  }
}
