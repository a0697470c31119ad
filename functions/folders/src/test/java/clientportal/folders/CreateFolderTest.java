package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CreateFolderTest {
  private final TestFirm firm = new TestFirm();
  private final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.empty()).path();
  private final PersonId staff = firm.staff(Role.STAFF, false);

  private final CreateFolderHandler handler =
      new CreateFolderHandler(new CreateFolder(firm.access(), firm.table, firm.ids));

  private Exchange post(PersonId caller, String json) {
    return Exchange.of("POST", client + "/folders")
        .as(caller.value())
        .path("firmId", client.firm())
        .path("clientId", client.client())
        .json(json);
  }

  @Test
  void staff_createAFolderThatIsOpenToNobody_andTheEventIsWrittenWithIt() {
    Exchange.Answer answer = post(staff, "{\"name\": \"Steuern 2025 💶\"}").send(handler);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.headers().get("location"))
        .isEqualTo(client + "/folders/" + answer.get("folderId"));
    assertThat(answer.get("name")).isEqualTo("Steuern 2025 💶");
    assertThat(answer.get("shareState")).isEqualTo("none");
    assertThat(firm.table.everything().values())
        .filteredOn(item -> item.fields().has(Event.TYPE))
        .singleElement()
        .extracting(item -> Event.fromItem(item).data())
        .isInstanceOf(FolderCreated.class);
  }

  @Test
  void aRepeatedRequest_hasTheResultOfTheFirst_andAnotherBodyIsRefused() {
    Exchange.Answer first =
        post(staff, "{\"name\": \"A\"}").header("idempotency-key", "k1").send(handler);
    Exchange.Answer again =
        post(staff, "{\"name\": \"A\"}").header("idempotency-key", "k1").send(handler);
    Exchange.Answer other =
        post(staff, "{\"name\": \"B\"}").header("idempotency-key", "k1").send(handler);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void aClientHasTenThousandFolders_andNoMore() {
    ((Table) firm.table)
        .write(
            List.of(
                Write.create(Fields.of().with("count", 9_999).at(TableKeys.folderCount(client)))));
    assertThat(post(staff, "{\"name\": \"The last\"}").send(handler).status()).isEqualTo(201);
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer refused = post(staff, "{\"name\": \"One more\"}").send(handler);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("limit-reached");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aClientMayNotCreateOne_andAStrangerFindsNothing_beforeTheBodyIsLookedAt() {
    PersonId linked = firm.link(client);
    Map<Key, Item> before = firm.table.everything();

    assertThat(post(linked, "no json").send(handler).problem()).isEqualTo("permission-required");
    assertThat(post(TestFirm.person(), "no json").send(handler).problem()).isEqualTo("not-found");
    assertThat(post(staff, "no json").send(handler).problem()).isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer answer =
        post(staff, "{\"name\": \" \", \"colour\": 1}")
            .header("idempotency-key", "a b")
            .send(handler);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString())
        .contains("Idempotency-Key", "/name", "code=format", "/colour", "code=unknown");
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
