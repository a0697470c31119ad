package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.ClientCreated;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateClientTest {
  private static final String ROSA =
      """
      {"kind": "client", "name": "Rosa Lindqvist", "email": "Rosa@example.org",
       "phone": "+46701234567"}\
      """;

  private final TestFirm firm = new TestFirm();
  private final ClientCalls calls = new ClientCalls(firm);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final CreateClientHandler handler = handler(firm.table);

  private CreateClientHandler handler(Table table) {
    return new CreateClientHandler(new CreateClient(firm.access(), table, firm.ids));
  }

  private ClientPath path(Exchange.Answer answer) {
    return new ClientPath(firm.id, new ClientId((String) answer.get("clientId")));
  }

  @Test
  void staff_createAClient_andNobodyIsNotified() {
    Exchange.Answer answer = calls.create(staff, ROSA).send(handler);

    ClientPath path = path(answer);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("location", path.toString())
        .containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .contains(
            Map.of(
                "clientId",
                path.client().value(),
                "kind",
                "client",
                "name",
                "Rosa Lindqvist",
                "email",
                "Rosa@example.org",
                "phone",
                "+46701234567",
                "createdAt",
                "2026-03-01T09:30:00.000Z",
                "team",
                List.of(),
                "account",
                Map.of("status", "none")));
    Key email = TableKeys.clientEmail(path, new EmailAddress("rosa@EXAMPLE.org"));
    assertThat(firm.table.read(List.of(email)).at(email)).isPresent();
    assertThat(calls.events(path))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.data()).isInstanceOf(ClientCreated.class);
          assertThat(event.audience()).isEmpty();
        });
  }

  @Test
  void theAddress_isConfirmed_ifWhoGivesItMayGiveAccounts() {
    assertThat(calls.create(staff, ROSA).send(handler).has("emailConfirmedAt")).isFalse();
    PersonId webPortal = firm.staff(Role.STAFF, true);

    Exchange.Answer answer = calls.create(webPortal, ROSA).send(handler);

    assertThat(answer.get("emailConfirmedAt")).isEqualTo("2026-03-01T09:30:00.000Z");
    assertThat(calls.stored(path(answer)).emailConfirmedAt()).contains(TestFirm.NOW);
    Exchange.Answer without =
        calls.create(webPortal, "{\"kind\": \"client\", \"name\": \"Kim\"}").send(handler);
    assertThat(without.has("emailConfirmedAt")).isFalse();
  }

  @Test
  void everyKindOfClient_getsAFolderForTheClientsUploads() {
    for (String kind : List.of("client", "individual", "other")) {
      Exchange.Answer answer =
          calls
              .create(staff, "{\"kind\": \"%s\", \"name\": \"Kim\"}".formatted(kind))
              .send(handler);

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.has("email")).isFalse();
      assertThat(answer.has("phone")).isFalse();
      ClientPath path = path(answer);
      List<Item> folders = firm.table.partition("FIRM#" + firm.id + "#CLIENT#" + path.client());
      assertThat(folders).hasSize(1);
      Folder folder = Folder.fromItem(folders.getFirst());
      assertThat(folder.name()).isEqualTo("Client Uploads");
      assertThat(folder.grants().all())
          .containsExactly(
              new Grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, TestFirm.NOW, Optional.empty()));
      assertThat(firm.table.partition(TableKeys.feed(path, FeedName.of(Recipient.CLIENT), false)))
          .singleElement()
          .satisfies(item ->
              assertThat(FeedRow.fromItem(path, FeedName.of(Recipient.CLIENT), item))
                  .isEqualTo(FeedRow.of(folder.listing(), folder.grants().all().getFirst())));
    }
  }

  @Test
  void twoClients_mayHaveTheSameEmailAddress() {
    Exchange.Answer one = calls.create(staff, ROSA).send(handler);
    Exchange.Answer two = calls.create(staff, ROSA).send(handler);

    assertThat(two.status()).isEqualTo(201);
    assertThat(two.get("clientId")).isNotEqualTo(one.get("clientId"));
    assertThat(
            firm.table.partition(
                "FIRM#" + firm.id + "#EMAIL#" + new EmailAddress("rosa@example.org").hash()))
        .hasSize(2);
  }

  @Test
  void aPhoneNumber_mustBeAValidE164Number() {
    for (String phone : List.of("+46701234567", "+14155550132", "+442079460018", "+390612345678")) {
      assertThat(calls.create(staff, ROSA.replace("+46701234567", phone)).send(handler).status())
          .as(phone)
          .isEqualTo(201);
    }
    for (String phone :
        List.of(
            "",
            "0701234567",
            "+46 70 123 45 67",
            "+4607012345678901",
            "+1",
            "+999123456789",
            "0046701234567",
            "+4670123456789012",
            "tel:+46701234567",
            "+４６701234567")) {
      Exchange.Answer answer =
          calls.create(staff, ROSA.replace("+46701234567", phone)).send(handler);
      assertThat(answer.status()).as(phone).isEqualTo(400);
      assertThat(ClientCalls.faults(answer)).containsExactly("/phone format");
    }
  }

  @Test
  void strangersAndTheFirmsClients_getNotFound_beforeTheBodyIsRead() {
    PersonId client = firm.link(firm.client(Client.Kind.CLIENT, Optional.empty()).path());
    PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(calls.create(client, "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(calls.create(outsider, "not json").send(handler).problem()).isEqualTo("not-found");
    assertThat(calls.create(staff, "not json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        calls
            .create(
                staff,
                """
                {"kind": "Client", "name": "", "email": null, "phone": 46701234567, "team": []}\
                """)
            .send(handler);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(ClientCalls.faults(answer))
        .containsExactlyInAnyOrder(
            "/kind enum", "/name length", "/email type", "/phone type", "/team unknown");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aRepeatedRequest_evenInParallel_getsTheFirstResult_andADifferentBodyIsRefused() {
    Exchange keyed = calls.create(staff, ROSA).header("idempotency-key", "k1");
    Table race = new CallSchedule().beforeFirstWrite(() -> keyed.send(handler)).around(firm.table);
    Exchange.Answer late = keyed.send(handler(race));
    Exchange.Answer again = keyed.send(handler);

    assertThat(late.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(late.body());
    assertThat(calls.events(path(late))).hasSize(1);
    assertThat(firm.table.everything().keySet())
        .filteredOn(key -> key.sk().startsWith("CLIENT#") && !key.pk().contains("EMAIL"))
        .hasSize(1);
    assertThat(
            calls
                .create(staff, ROSA.replace("Rosa", "Eva"))
                .header("idempotency-key", "k1")
                .send(handler)
                .problem())
        .isEqualTo("idempotency-key-reused");
  }
}
