package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.FolderArchived;
import clientportal.access.events.EventData.FolderRenamed;
import clientportal.access.events.EventData.FolderRestored;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateFolderTest {
  private final TestFolders folders = new TestFolders();
  private final TestFirm firm = folders.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(folders.client);
  private final Folder folder =
      firm.folder(
          folders.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT, Recipient.ALL_AUTHORIZED);
  private final RequestStreamHandler update =
      new UpdateFolderHandler(new UpdateFolder(firm.access(), firm.table, firm.ids));
  private final RequestStreamHandler archive =
      new ArchiveFolderHandler(new UpdateFolder(firm.access(), firm.table, firm.ids));
  private final RequestStreamHandler list =
      new ListFoldersHandler(new ListFolders(firm.access(), firm.table));

  private Exchange patch(PersonId caller, String json) {
    return folders.to("PATCH", folder.path(), caller).json(json);
  }

  private Exchange.Answer delete(PersonId caller) {
    return folders.to("DELETE", folder.path(), caller).send(archive);
  }

  private String listed(PersonId caller, boolean archived) {
    return Exchange.of("GET", folders.client + "/folders")
        .as(caller.value())
        .path("firmId", folders.client.firm())
        .path("clientId", folders.client.client())
        .query("archived", String.valueOf(archived))
        .send(list)
        .get("items")
        .toString();
  }

  private Folder stored() {
    Item item =
        Objects.requireNonNull(firm.table.everything().get(TableKeys.folder(folder.path())));
    return Folder.fromItem(item);
  }

  /** The feed rows that stand in the table are those of the folder as it is. */
  private void assertFeedFollows() {
    List<Item> expected =
        FeedRow.creations(stored()).stream().map(row -> ((Write.Put) row).item()).toList();
    assertThat(firm.table.everything().values())
        .filteredOn(item -> item.key().pk().contains("#FEED#"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<Class<? extends EventData>> happened() {
    return folders.events().stream()
        .<Class<? extends EventData>>map(event -> event.data().getClass())
        .toList();
  }

  @Test
  void anotherName_standsInEveryList_andIsRecorded() {
    Exchange.Answer answer = patch(staff, "{\"name\": \"Payroll\"}").send(update);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("name")).isEqualTo("Payroll");
    assertThat(answer.get("shareState")).isEqualTo("all-authorized");
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(listed(staff, false)).contains("Payroll").doesNotContain("Taxes");
    assertThat(listed(reader, false)).contains("Payroll").doesNotContain("Taxes");
    assertFeedFollows();
    assertThat(folders.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.audience()).isEmpty();
          assertThat(event.data())
              .isEqualTo(
                  new FolderRenamed(new NamedFolder(folder.path(), "Payroll"), "Taxes 2025"));
        });
  }

  @Test
  void anArchivedOne_movesToTheOtherLists_ofStaffAndReaders_andBack() {
    assertThat(delete(staff).status()).isEqualTo(204);

    for (PersonId caller : List.of(staff, reader)) {
      assertThat(listed(caller, false)).isEqualTo("[]");
      assertThat(listed(caller, true)).contains("Taxes 2025", "archived=true");
    }
    assertThat(listed(reader, true)).contains("access=view-upload");
    assertFeedFollows();

    assertThat(patch(staff, "{\"archived\": false}").send(update).get("archived")).isEqualTo(false);
    for (PersonId caller : List.of(staff, reader)) {
      assertThat(listed(caller, false)).contains("Taxes 2025", "archived=false");
      assertThat(listed(caller, true)).isEqualTo("[]");
    }
    assertFeedFollows();
    assertThat(happened()).containsExactlyInAnyOrder(FolderArchived.class, FolderRestored.class);
  }

  @Test
  void nameAndArchive_changeTogether() {
    Exchange.Answer answer =
        patch(staff, "{\"name\": \"Old taxes\", \"archived\": true}").send(update);

    assertThat(answer.get("archived")).isEqualTo(true);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertFeedFollows();
    assertThat(happened()).containsExactlyInAnyOrder(FolderRenamed.class, FolderArchived.class);
    assertThat(patch(staff, "{\"name\": \"Taxes\", \"archived\": false}").send(update).get("name"))
        .isEqualTo("Taxes");
  }

  @Test
  void whatChangesNothing_writesNothing() {
    delete(staff);
    Map<Key, Item> before = firm.table.everything();

    assertThat(delete(staff).status()).isEqualTo(204);
    assertThat(patch(staff, "{}").send(update).headers()).containsEntry("etag", "\"2\"");
    assertThat(patch(staff, "{\"archived\": true}").send(update).status()).isEqualTo(200);
    assertThat(patch(staff, "{\"name\": \"Taxes 2025\"}").send(update).status()).isEqualTo(200);

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anArchivedFolder_isNotRenamed() {
    delete(staff);
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(staff, "{\"name\": \"Other\"}").send(update).problem()).isEqualTo("archived");
    assertThat(patch(staff, "{\"name\": \"Other\", \"archived\": true}").send(update).problem())
        .isEqualTo("archived");

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoMay_isDecidedFirst_thenTheBody_thenTheRevision_thenTheState() {
    delete(staff);
    Map<Key, Item> before = firm.table.everything();

    assertThat(patch(reader, "no json").send(update).problem()).isEqualTo("permission-required");
    assertThat(delete(reader).problem()).isEqualTo("permission-required");
    assertThat(patch(TestFirm.person(), "no json").send(update).problem()).isEqualTo("not-found");
    assertThat(delete(TestFirm.person()).problem()).isEqualTo("not-found");
    FolderPath unknown = new FolderPath(folders.client, new FolderId(firm.ids.next()));
    assertThat(folders.to("DELETE", unknown, staff).send(archive).problem()).isEqualTo("not-found");
    assertThat(patch(staff, "no json").header("if-match", "\"1\"").send(update).problem())
        .isEqualTo("malformed-json");
    assertThat(
            patch(staff, "{\"name\": \"Other\"}")
                .header("if-match", "\"1\"")
                .send(update)
                .problem())
        .isEqualTo("precondition-failed");
    assertThat(
            folders
                .to("DELETE", folder.path(), staff)
                .header("if-match", "\"1\"")
                .send(archive)
                .problem())
        .isEqualTo("precondition-failed");

    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaults_areToldAtOnce() {
    String faults =
        patch(staff, "{\"name\": null, \"archived\": \"yes\", \"colour\": \"red\"}")
            .send(update)
            .get("errors")
            .toString();

    assertThat(faults).contains("/name", "/archived", "/colour", "code=unknown", "code=type");
    assertThat(happened()).isEmpty();
  }

  @Test
  void whoIsGivenAccessMeanwhile_keepsIt() {
    Grant grant = new Grant(Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW, Optional.empty());
    Folder shared = folder.withGrants(new Grants(List.of(grant)));
    List<Write> share = new ArrayList<>(FeedRow.changes(folder, shared));
    share.add(Write.replace(shared.toItem(), folder.revision()));
    Table table =
        new CallSchedule()
            .beforeFirstWrite(() -> ((Table) firm.table).write(share))
            .around(firm.table);
    UpdateFolder interleaved = new UpdateFolder(new Access(table, firm.clock), table, firm.ids);

    assertThat(
            folders
                .to("DELETE", folder.path(), staff)
                .send(new ArchiveFolderHandler(interleaved))
                .status())
        .isEqualTo(204);

    assertThat(stored().grants()).isEqualTo(shared.grants());
    assertThat(stored().archived()).isTrue();
    assertFeedFollows();
  }
}
