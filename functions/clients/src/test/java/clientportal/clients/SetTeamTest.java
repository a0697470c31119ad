package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.StaffMember;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SetTeamTest {
  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final StaffId one = staffId(firm, staff);
  private final StaffId two = staffId(firm, firm.staff(Role.ADMINISTRATOR, true));
  private final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.empty()).path();
  private final SetTeamHandler handler = handler(firm.table);

  private SetTeamHandler handler(Table table) {
    return new SetTeamHandler(new SetTeam(firm.access(), table, firm.ids));
  }

  private static StaffId staffId(TestFirm firm, PersonId person) {
    return firm.access()
        .reach(TestFirm.caller(person), new FirmPath(firm.id), List.of())
        .staff()
        .orElseThrow()
        .staff();
  }

  private Exchange put(Object... ids) {
    return calls.setTeam(staff, client.client(), json(ids));
  }

  private static String json(Object... ids) {
    return Arrays.stream(ids)
        .map(id -> "\"" + id + "\"")
        .collect(Collectors.joining(", ", "{\"staffIds\": [", "]}"));
  }

  @Test
  void staff_assignTheTeam_andReplaceIt() {
    Exchange.Answer both = put(two, one).send(handler);

    assertThat(both.status()).isEqualTo(200);
    assertThat(both.headers()).containsEntry("etag", "\"2\"");
    assertThat(both.body()).contains(Map.of("staffIds", List.of(two.value(), one.value())));
    assertThat(calls.stored(client).team()).containsExactly(two, one);
    assertThat(responsibilities(one)).containsExactly(client);
    assertThat(responsibilities(two)).containsExactly(client);

    Exchange.Answer none = put().header("if-match", "\"2\"").send(handler);

    assertThat(none.body()).contains(Map.of("staffIds", List.of()));
    assertThat(none.headers()).containsEntry("etag", "\"3\"");
    assertThat(calls.stored(client).team()).isEmpty();
    assertThat(responsibilities(one)).isEmpty();
    assertThat(calls.events(client))
        .allSatisfy(event -> {
          assertThat(event.data()).isInstanceOf(TeamChanged.class);
          assertThat(event.audience()).isEmpty();
        })
        .extracting(event -> (TeamChanged) event.data())
        .extracting(data -> data.added().size() - data.removed().size())
        .containsExactlyInAnyOrder(2, -2);
  }

  private List<ClientPath> responsibilities(StaffId member) {
    return firm.table.partition(TableKeys.responsibilities(firm.id, member)).stream()
        .map(row -> TableKeys.clientOfTeamMember(row.key()))
        .toList();
  }

  @Test
  void savingTheSameTeamAgain_writesNothing() {
    put(one, two).send(handler);
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer = put(two, one).send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void onlyEnabledStaffOfTheFirm_canBeAssigned() {
    TestFirm other = new TestFirm(firm.table);
    StaffMember disabled =
        firm.staffMember(Role.STAFF, false, Optional.empty()).withPlace(Role.STAFF, false, false);
    StaffMember invited = firm.staffMember(Role.STAFF, false, Optional.empty());
    firm.table.write(List.of(Write.create(disabled.toItem()), Write.create(invited.toItem())));
    StaffId foreign = staffId(other, other.staff(Role.STAFF, false));
    Map<Key, Item> before = firm.table.everything();

    for (Object unknown :
        List.of(disabled.id(), foreign, firm.ids.next(), client.client(), "x", "")) {
      for (Object[] team : List.of(new Object[] {one, unknown}, new Object[] {unknown, one})) {
        Exchange.Answer answer = put(team).send(handler);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("unknown-staff");
      }
    }
    assertThat(firm.table.everything()).isEqualTo(before);
    assertThat(put(invited.id()).send(handler).status()).isEqualTo(200);
  }

  @Test
  void allFaultsAreReportedAtOnce_beforeThePreconditionAndTheState() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer twice =
        calls
            .setTeam(
                staff,
                client.client(),
                "{\"staffIds\": [\"%s\", \"%s\", null, 1, \"%s\"], \"a\": 1}"
                    .formatted(one, two, one))
            .header("if-match", "\"7\"")
            .send(handler);
    List<String> many = new ArrayList<>();
    while (many.size() < 41) {
      many.add(firm.ids.next());
    }

    assertThat(ClientCalls.faults(twice))
        .containsExactlyInAnyOrder(
            "/staffIds/2 type", "/staffIds/3 type", "/staffIds/4 duplicate", "/a unknown");
    assertThat(ClientCalls.faults(put(many.toArray()).send(handler)))
        .containsExactly("/staffIds length");
    assertThat(put(many.subList(0, 40).toArray()).send(handler).status()).isEqualTo(422);
    assertThat(put(firm.ids.next()).header("if-match", "\"7\"").send(handler).status())
        .isEqualTo(412);
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void otherCallers_getNotFound_beforeTheBodyIsRead() {
    PersonId linked = firm.link(client);
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(calls.setTeam(linked, client.client(), "not json").send(handler).status())
        .isEqualTo(404);
    assertThat(calls.setTeam(outsider, client.client(), json(one)).send(handler).status())
        .isEqualTo(404);
    assertThat(calls.setTeam(staff, firm.ids.next(), json(one)).send(handler).status())
        .isEqualTo(404);
    assertThat(calls.setTeam(staff, client.client(), "not json").send(handler).problem())
        .isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anAccountCreatedConcurrently_isKept() {
    Account account =
        Account.invite(
            new Holder.Party(client, Recipient.CLIENT),
            new EmailAddress("c@example.org"),
            TestFirm.NOW);
    Account active = account.activate(TestFirm.person(), TestFirm.NOW);
    Table race =
        new CallSchedule()
            .beforeFirstWrite(
                () -> firm.table.write(List.of(account.create(), active.copyToHolder(1))))
            .around(firm.table);

    put(one).send(handler(race));

    assertThat(calls.stored(client).account()).isEqualTo(AccountStatus.ACTIVE);
    assertThat(calls.stored(client).team()).containsExactly(one);
  }

  @Test
  void aTeamSetConcurrently_isReplaced_andTheEventSaysWhoWasRemoved() {
    Table race =
        new CallSchedule().beforeFirstWrite(() -> put(two).send(handler)).around(firm.table);

    assertThat(put(one).send(handler(race)).headers()).containsEntry("etag", "\"3\"");
    assertThat(calls.stored(client).team()).containsExactly(one);
    assertThat(calls.events(client))
        .anySatisfy(event ->
            assertThat(event.data())
                .isInstanceOfSatisfying(
                    TeamChanged.class, data -> assertThat(data.removed()).containsExactly(two)));
  }
}
