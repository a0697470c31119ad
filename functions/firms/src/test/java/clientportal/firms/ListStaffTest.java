package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.records.Client;
import clientportal.access.records.StaffMember;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListStaffTest {
  private final TestFirm firm = new TestFirm();
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final ListStaffHandler handler =
      new ListStaffHandler(new ListStaff(firm.access(), firm.table));

  private Exchange get(PersonId caller) {
    return Exchange.of("GET", new FirmPath(firm.id) + "/staff")
        .as(caller.value())
        .path("firmId", firm.id);
  }

  private void invited(String name) {
    StaffMember member =
        StaffMembers.invited(
            firm.id,
            new StaffId(firm.ids.next()),
            name,
            new EmailAddress("x@firm.test"),
            Role.STAFF,
            TestFirm.NOW);
    firm.table.write(List.of(Write.create(member.toItem())));
  }

  private static List<Object> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(member -> ((Map<?, ?>) member).get("name")).toList();
  }

  @Test
  void staff_areListedByName_ignoringCase_withTheFieldsOfGetStaff() {
    invited("zoe");
    invited("Bert");
    invited("anna");

    Exchange.Answer first = get(staff).query("limit", "2").send(handler);
    Exchange.Answer rest =
        get(staff)
            .query("limit", "2")
            .query("cursor", (String) first.get("nextCursor"))
            .send(handler);

    assertThat(names(first)).containsExactly("Ada Staff", "anna");
    assertThat(names(rest)).containsExactly("Bert", "zoe");
    assertThat(rest.has("nextCursor")).isFalse();
    Object ada = ((List<?>) first.get("items")).getFirst();
    assertThat(((Map<?, ?>) ada).keySet().stream().map(String::valueOf))
        .containsExactlyInAnyOrder(
            "staffId", "name", "email", "role", "webPortal", "enabled", "account", "noticeMails");
  }

  @Test
  void otherCallers_getNotFound() {
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    PersonId client = firm.link(firm.client(Client.Kind.CLIENT, Optional.empty()).path());

    assertThat(get(outsider).query("limit", "x").send(handler).status()).isEqualTo(404);
    assertThat(get(client).send(handler).status()).isEqualTo(404);
    assertThat(get(staff).query("limit", "101").send(handler).status()).isEqualTo(400);
  }
}
