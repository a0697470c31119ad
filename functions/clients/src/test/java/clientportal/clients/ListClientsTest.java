package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code listClients} and {@code listContacts}. */
final class ListClientsTest {
  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final ListClientsHandler handler =
      new ListClientsHandler(new ListClients(firm.access(), firm.table));
  private final ListContactsHandler contacts =
      new ListContactsHandler(new ListContacts(firm.access(), firm.table));

  private ClientPath client(TestFirm of, String name) {
    ClientPath path = new ClientPath(of.id, new ClientId(of.ids.next()));
    Client client =
        new Client(
            path,
            Client.Kind.CLIENT,
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TestFirm.NOW,
            List.of(),
            AccountStatus.NONE,
            1);
    of.table.write(List.of(Write.create(client.toItem())));
    return path;
  }

  private void contact(ClientPath client, String name) {
    Contact contact =
        new Contact(
            client,
            new ContactId(firm.ids.next()),
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Spouse",
            false,
            AccountStatus.NONE,
            Optional.empty(),
            TestFirm.NOW,
            1);
    firm.table.write(List.of(Write.create(contact.toItem())));
  }

  @Test
  void clients_areListedByName_pageByPage_withoutThoseOfOtherFirms() {
    for (String name : List.of("zoe", "Bert", "anna", "Ärzte", "Bert")) {
      client(firm, name);
    }
    client(new TestFirm(firm.table), "Anna Elsewhere");

    Exchange.Answer first = calls.list(staff).query("limit", "3").send(handler);
    client(firm, "Aaron");
    Exchange.Answer rest =
        calls
            .list(staff)
            .query("limit", "3")
            .query("cursor", (String) first.get("nextCursor"))
            .send(handler);

    assertThat(ClientCalls.names(first)).containsExactly("anna", "Ärzte", "Bert");
    assertThat(ClientCalls.names(rest)).containsExactly("Bert", "zoe");
    assertThat(rest.has("nextCursor")).isFalse();
  }

  @Test
  @Tag("MY12")
  void aNamePrefix_findsTheClientsWhoseNamesStartWithIt() {
    for (String name : List.of("José Ruiz", "JOSE\u0301 Alba", "Josefa", "Straße 5", "Anna")) {
      client(firm, name);
    }

    assertThat(ClientCalls.names(calls.list(staff).query("name", "josé ").send(handler)))
        .containsExactly("JOSE\u0301 Alba", "José Ruiz");
    assertThat(ClientCalls.names(calls.list(staff).query("name", "JOS").send(handler))).hasSize(3);
    assertThat(ClientCalls.names(calls.list(staff).query("name", "strass").send(handler)))
        .containsExactly("Straße 5");
    assertThat(ClientCalls.names(calls.list(staff).query("name", "").send(handler))).hasSize(5);
    assertThat(ClientCalls.names(calls.list(staff).query("name", "nobody").send(handler)))
        .isEmpty();
    assertThat(ClientCalls.names(calls.list(staff).query("name", "ﷺ".repeat(500)).send(handler)))
        .isEmpty();
  }

  @Test
  void aNamePrefix_isFoundWithAndWithoutAccents() {
    client(firm, "Nguyễn Thị Đào");

    for (String beginning : List.of("nguyen", "Nguyễn", "NGUYÊN THI", "nguyen thi dao", "\u0301")) {
      assertThat(ClientCalls.names(calls.list(staff).query("name", beginning).send(handler)))
          .containsExactly("Nguyễn Thị Đào");
    }
    assertThat(calls.list(staff).query("name", "Nguy\uFFFDn").send(handler).problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void aCursor_worksOnlyWithItsNamePrefixAndItsCaller() {
    for (String name : List.of("Ana", "Anna", "Bert")) {
      client(firm, name);
    }
    Exchange.Answer first = calls.list(staff).query("name", "an").query("limit", "1").send(handler);
    String cursor = (String) first.get("nextCursor");

    assertThat(
            ClientCalls.names(
                calls.list(staff).query("name", "an").query("cursor", cursor).send(handler)))
        .containsExactly("Anna");
    assertThat(calls.list(staff).query("cursor", cursor).send(handler).status()).isEqualTo(400);
    assertThat(
            calls
                .list(firm.staff(Role.STAFF, false))
                .query("name", "an")
                .query("cursor", cursor)
                .send(handler)
                .problem())
        .isEqualTo("invalid-request");
  }

  @Test
  void contacts_areListedByName_forEachClientSeparately() {
    ClientPath client = client(firm, "Anna");
    for (String name : List.of("tom", "Sam", "Ülo")) {
      contact(client, name);
    }
    contact(client(firm, "Bert"), "Aaron");

    Exchange.Answer first =
        calls.listContacts(staff, client.client()).query("limit", "2").send(contacts);
    assertThat(ClientCalls.names(first)).containsExactly("Sam", "tom");
    assertThat(
            ClientCalls.names(
                calls
                    .listContacts(staff, client.client())
                    .query("limit", "2")
                    .query("cursor", (String) first.get("nextCursor"))
                    .send(contacts)))
        .containsExactly("Ülo");
  }

  @Test
  void otherCallers_getNotFound_beforeTheQueryIsRead() {
    ClientPath client = client(firm, "Anna");
    PersonId linked = firm.link(client);
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);

    for (PersonId caller : List.of(linked, outsider)) {
      assertThat(calls.list(caller).query("limit", "x").send(handler).status()).isEqualTo(404);
      assertThat(calls.listContacts(caller, client.client()).send(contacts).status())
          .isEqualTo(404);
    }
    assertThat(calls.listContacts(staff, firm.ids.next()).send(contacts).status()).isEqualTo(404);
    assertThat(calls.list(staff).query("limit", "x").send(handler).status()).isEqualTo(400);
  }
}
