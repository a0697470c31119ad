package clientportal.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Role;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Member;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListShareCandidatesTest {
  private final SharedFirm firm = new SharedFirm();
  private final PersonId staff = firm.firm.staff(Role.STAFF, false);
  private final ListShareCandidatesHandler handler =
      new ListShareCandidatesHandler(new ListShareCandidates(firm.access, firm.firm.table));

  private Exchange.Answer get(PersonId caller, ClientPath client) {
    return Exchange.of("GET", client + "/share-candidates")
        .as(caller.value())
        .path("firmId", client.firm())
        .path("clientId", client.client())
        .send(handler);
  }

  private String member(String name, PortalRole role) {
    MemberId id = new MemberId(firm.firm.ids.next());
    Member member =
        Member.create(firm.firm.id, id, name, new EmailAddress(name + "@home.test"), TestFirm.NOW);
    firm.write(member.create().toArray(Write[]::new));
    ClientPortals portals =
        ClientPortals.of(firm.client, firm.firm.table.read(List.of(PortalKeys.of(firm.client))));
    firm.write(
        portals
            .with(
                new ClientPortals.Portal(
                    new PortalId(firm.firm.ids.next()), "site-" + name, Map.of(id, role)))
            .save());
    return "member:" + id.value();
  }

  @Test
  void staff_seeTheClient_thenContacts_thenMembersOfItsPortals_byName() {
    String zoe = firm.contact("Zoe", true).text();
    String ben =
        firm.contact(
                "ben", Optional.of(new EmailAddress("ben@home.test")), true, AccountStatus.NONE)
            .text();
    firm.contact("Not yet", false);
    String ngozi = member("Ngozi", PortalRole.FULL_ACCESS);
    String emeka = member("Emeka", PortalRole.CONTRIBUTOR);

    Exchange.Answer answer = get(staff, firm.client);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"items": [
                      {"recipient": "client", "name": "Carla Client"},
                      {"recipient": "%s", "name": "ben", "email": "ben@home.test"},
                      {"recipient": "%s", "name": "Zoe"},
                      {"recipient": "%s", "name": "Emeka", "email": "Emeka@home.test"},
                      {"recipient": "%s", "name": "Ngozi", "email": "Ngozi@home.test"}]}
                    """
                        .formatted(ben, zoe, emeka, ngozi))));
  }

  @Test
  void aClientWhoseAccountReceivesNothing_isNoCandidate() {
    for (AccountStatus status : AccountStatus.values()) {
      boolean receives = status == AccountStatus.INVITED || status == AccountStatus.ACTIVE;

      assertThat((List<?>) get(staff, firm.client(status)).get("items"))
          .as(status.text())
          .hasSize(receives ? 1 : 0);
    }
  }

  @Test
  void readers_andStrangers_findNothing() {
    PersonId client = firm.firm.link(firm.client);

    assertThat(get(client, firm.client).problem()).isEqualTo("not-found");
    assertThat(get(TestFirm.person(), firm.client).problem()).isEqualTo("not-found");
    assertThat(
            get(staff, new ClientPath(firm.firm.id, new ClientId(firm.firm.ids.next()))).problem())
        .isEqualTo("not-found");
  }
}
