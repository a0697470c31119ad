package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.HostileNames;
import clientportal.platform.json.Json;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostileNamesTest {
  private static final int MANY = 10_000;

  /** A folder in a firm of its own. */
  private static final class Scene {
    private final TestFolders folders = new TestFolders();
    private final PersonId staff = folders.firm.staff(Role.STAFF, true);
    private final PersonId reader = folders.firm.link(folders.client);
    private final Folder folder =
        folders.firm.folder(folders.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
    private final RequestStreamHandler update =
        new UpdateFolderHandler(
            new UpdateFolder(folders.firm.access(), folders.firm.table, folders.firm.ids));
    private final RequestStreamHandler list =
        new ListFoldersHandler(new ListFolders(folders.firm.access(), folders.firm.table));

    Exchange.Answer rename(String json) {
      return folders
          .to("PATCH", folder.path(), staff)
          .json("{\"name\": " + json + "}")
          .send(update);
    }

    List<Object> names(PersonId caller) {
      Exchange.Answer answer =
          Exchange.of("GET", folders.client + "/folders")
              .as(caller.value())
              .path("firmId", folders.client.firm())
              .path("clientId", folders.client.client())
              .send(list);
      return ((List<?>) answer.get("items"))
          .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
    }
  }

  @Test
  void tenThousandNames_comeBackEqual_inTheListsOfStaffAndReaders() {
    Iterator<String> all = HostileNames.accepted(3, 120).limit(MANY).iterator();
    while (all.hasNext()) {
      // A new firm now and then: the table in memory looks at all that it has.
      Scene scene = new Scene();
      for (int i = 0; i < 100 && all.hasNext(); i++) {
        String name = all.next();
        assertThat(scene.rename(Json.write(name)).get("name")).isEqualTo(name);
        assertThat(scene.names(scene.staff)).containsExactly(name);
        assertThat(scene.names(scene.reader)).containsExactly(name);
        String sort = TableKeys.nameSort(name, scene.folder.id().value());
        assertThat(sort.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
        assertThat(sort).doesNotContain("\uDBFF\uDFFF");
      }
    }
  }

  @Test
  void aRefusedName_hasAClearFault_andChangesNothing() {
    Scene scene = new Scene();
    Map<Key, Item> before = scene.folders.firm.table.everything();

    HostileNames.refused().forEach((json, code) -> assertFault(scene.rename(json), json, code));
    assertFault(scene.rename(Json.write("💶".repeat(121))), "121", "length");

    assertThat(scene.folders.firm.table.everything()).isEqualTo(before);
  }

  private static void assertFault(Exchange.Answer answer, String json, String code) {
    assertThat(answer.problem()).as(json).isEqualTo("invalid-request");
    assertThat((List<?>) answer.get("errors"))
        .as(json)
        .singleElement()
        .satisfies(fault -> {
          assertThat(((Map<?, ?>) fault).get("pointer")).isEqualTo("/name");
          assertThat(((Map<?, ?>) fault).get("code")).isEqualTo(code);
          assertThat((String) ((Map<?, ?>) fault).get("detail")).startsWith("must ");
        });
  }
}
