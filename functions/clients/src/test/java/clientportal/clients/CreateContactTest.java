package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.ContactCreated;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateContactTest {
  private static final String SAM =
      """
      {"name": "Sam", "email": "sam@example.org", "phone": "+46701234567",
       "relationship": "Spouse"}\
      """;
  private static final String AUTHORIZED =
      "{\"name\": \"Sam\", \"relationship\": \"Spouse\", \"webPortal\": true}";

  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.empty()).path();
  private final CreateContactHandler handler =
      new CreateContactHandler(new CreateContact(firm.access(), firm.table, firm.ids));

  private Exchange post(PersonId caller, String json) {
    return calls.createContact(caller, client.client(), json);
  }

  private Contact stored(Exchange.Answer answer) {
    Key key = TableKeys.contact(client, new ContactId((String) answer.get("contactId")));
    return Contact.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow());
  }

  @Test
  void staff_createAContact_withoutTheWebPortalPermission() {
    Exchange.Answer answer = post(staff, SAM).send(handler);

    String id = (String) answer.get("contactId");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("location", client + "/contacts/" + id)
        .containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "contactId",
                id,
                "name",
                "Sam",
                "email",
                "sam@example.org",
                "phone",
                "+46701234567",
                "relationship",
                "Spouse",
                "webPortal",
                false,
                "createdAt",
                "2026-03-01T09:30:00.000Z",
                "account",
                Map.of("status", "none")));
    assertThat(stored(answer).webPortal()).isFalse();
    Key email =
        TableKeys.contactEmail(client, new ContactId(id), new EmailAddress("SAM@example.org"));
    assertThat(firm.table.read(List.of(email)).at(email)).isPresent();
    assertThat(calls.events(client))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.data())
              .isInstanceOfSatisfying(
                  ContactCreated.class, data -> assertThat(data.contact().value()).isEqualTo(id));
          assertThat(event.audience()).isEmpty();
        });
  }

  @Test
  void theAddress_isConfirmed_ifWhoGivesItMayGiveAccounts() {
    assertThat(stored(post(staff, SAM).send(handler)).emailConfirmedAt()).isEmpty();
    assertThat(stored(post(firm.staff(Role.STAFF, true), SAM).send(handler)).emailConfirmedAt())
        .contains(TestFirm.NOW);
  }

  @Test
  void onlyStaffWithTheWebPortalPermission_canGiveItToAContact() {
    PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
    PersonId authorized = firm.staff(Role.STAFF, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(staff, AUTHORIZED).send(handler).problem()).isEqualTo("permission-required");
    assertThat(post(administrator, AUTHORIZED).send(handler).status()).isEqualTo(403);
    assertThat(firm.table.everything()).isEqualTo(before);

    Exchange.Answer answer = post(authorized, AUTHORIZED).send(handler);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("webPortal")).isEqualTo(true);
    assertThat(answer.has("email")).isFalse();
    assertThat(answer.has("phone")).isFalse();
    assertThat(stored(answer).webPortal()).isTrue();
  }

  @Test
  void otherCallers_getNotFound_beforeTheBodyIsRead() {
    PersonId linked = firm.link(client);
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(linked, "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(post(outsider, SAM).send(handler).problem()).isEqualTo("not-found");
    assertThat(calls.createContact(staff, firm.ids.next(), SAM).send(handler).problem())
        .isEqualTo("not-found");
    assertThat(post(staff, "not json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        post(
                staff,
                """
                {"email": "sam", "phone": "1", "relationship": "%s", "webPortal": "yes", "x": 0}\
                """
                    .formatted("r".repeat(61)))
            .send(handler);

    assertThat(ClientCalls.faults(answer))
        .containsExactlyInAnyOrder(
            "/name required",
            "/email format",
            "/phone format",
            "/relationship length",
            "/webPortal type",
            "/x unknown");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aRepeatedRequest_getsTheFirstResult_andADifferentBodyIsRefused() {
    Exchange.Answer first = post(staff, SAM).header("idempotency-key", "k").send(handler);
    Exchange.Answer again = post(staff, SAM).header("idempotency-key", "k").send(handler);
    Exchange.Answer other =
        post(staff, SAM.replace("Sam", "Kim")).header("idempotency-key", "k").send(handler);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(calls.events(client)).hasSize(1);
  }
}
