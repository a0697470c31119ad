package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateAccountTest {
  private final TestFirm firm = new TestFirm();
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final CreateAccountHandler create =
      new CreateAccountHandler(
          new CreateAccount(firm.access(), firm.table, firm.ids), AccountPath::ofClient);
  private final GetAccountHandler get =
      new GetAccountHandler(new GetAccount(firm.access()), AccountPath::ofClient);

  private Client client(Client.Kind kind, String email) {
    return firm.client(kind, Optional.of(email));
  }

  private static Exchange exchange(String method, Client client, PersonId caller) {
    return Exchange.of(method, client.path() + "/account")
        .as(caller.value())
        .path("firmId", client.path().firm())
        .path("clientId", client.id());
  }

  private Exchange.Answer post(Client client, PersonId caller, String email) {
    return exchange("POST", client, caller).json("{\"email\": \"" + email + "\"}").send(create);
  }

  @Test
  void theClient_findsNoAccount_notEvenTheirOwn() {
    Client client = client(Client.Kind.CLIENT, "carla@example.com");
    post(client, staff, "carla@example.com");

    assertThat(exchange("GET", client, firm.link(client.path())).send(get).problem())
        .isEqualTo("not-found");
  }

  @Test
  void theConfirmedAddress_isInvited_andTheClientShowsIt() {
    Client client = client(Client.Kind.INDIVIDUAL, "Carla@Example.com");

    Exchange.Answer answer = post(client, staff, "carla@EXAMPLE.com");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("status")).isEqualTo("invited");
    assertThat(answer.get("email")).isEqualTo("Carla@Example.com");
    assertThat(answer.get("invitedAt")).isEqualTo("2026-03-01T09:30:00.000Z");
    assertThat(answer.headers()).containsEntry("location", client.path() + "/account");
    assertThat(exchange("GET", client, staff).send(get).body()).isEqualTo(answer.body());
    Item item =
        firm.table
            .read(List.of(TableKeys.client(client.path())))
            .byKey()
            .values()
            .iterator()
            .next();
    assertThat(Account.statusOf(item.fields())).isEqualTo(AccountStatus.INVITED);
    assertThat(firm.table.everything().values())
        .filteredOn(each -> each.fields().has(Event.TYPE))
        .singleElement()
        .extracting(each -> Event.fromItem(each).data())
        .isEqualTo(new AccountInvited(new Holder.Party(client.path(), Recipient.CLIENT)));
  }

  @Test
  void creatingTheAccount_confirmsTheAddressOnFile() {
    Client client = firm.client(Client.Kind.CLIENT, Optional.of("carla@example.com"));
    Client unconfirmed =
        client.withDetails(
            client.name(), client.email(), Optional.empty(), client.phone(), client.account());
    firm.table.write(List.of(unconfirmed.saveDetails()));

    assertThat(post(client, staff, "carla@example.com").status()).isEqualTo(201);

    Key key = TableKeys.client(client.path());
    assertThat(Client.fromItem(firm.table.read(List.of(key)).require(key)).emailConfirmedAt())
        .contains(TestFirm.NOW);
  }

  @Test
  void anotherAddress_noAddress_anotherKind_anExistingAccount_areRefused_andNothingChanges() {
    Client invited = client(Client.Kind.CLIENT, "carla@example.com");
    post(invited, staff, "carla@example.com");
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(invited, staff, "carla@example.com").problem()).isEqualTo("account-exists");
    assertThat(firm.table.everything()).isEqualTo(before);

    Client fresh = client(Client.Kind.CLIENT, "carl@example.com");
    Client other = client(Client.Kind.OTHER, "otto@example.com");
    Client without = firm.client(Client.Kind.CLIENT, Optional.empty());
    Map<Key, Item> then = firm.table.everything();
    assertThat(post(fresh, staff, "karl@example.com").problem()).isEqualTo("email-mismatch");
    assertThat(post(other, staff, "otto@example.com").problem()).isEqualTo("kind-without-account");
    assertThat(post(without, staff, "w@example.com").problem()).isEqualTo("email-required");
    assertThat(post(fresh, staff, "no address").problem()).isEqualTo("invalid-request");
    assertThat(firm.table.everything()).isEqualTo(then);
  }

  @Test
  void withoutWebPortal_itIsRefused_beforeTheBodyIsRead() {
    Client client = client(Client.Kind.CLIENT, "carla@example.com");
    PersonId without = firm.staff(Role.ADMINISTRATOR, false);

    assertThat(post(client, without, "\"").problem()).isEqualTo("permission-required");
    assertThat(post(client, firm.link(client.path()), "x").problem()).isEqualTo("not-found");
    assertThat(exchange("GET", client, without).send(get).get("status")).isEqualTo("none");
  }

  @Test
  void theSameKey_hasTheSameResult() {
    Client client = client(Client.Kind.CLIENT, "carla@example.com");
    Exchange request =
        exchange("POST", client, staff)
            .header("idempotency-key", "once")
            .json("{\"email\": \"carla@example.com\"}");

    Exchange.Answer first = request.send(create);

    assertThat(request.send(create).body()).isEqualTo(first.body());
    assertThat(first.status()).isEqualTo(201);
  }
}
