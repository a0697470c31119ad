package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GetFolderTest {
  private final TestFolders folders = new TestFolders();
  private final TestFirm firm = folders.firm;
  private final GetFolderHandler handler = new GetFolderHandler(new GetFolder(firm.access()));

  private Exchange.Answer get(FolderPath folder, PersonId caller) {
    return folders.to("GET", folder, caller).send(handler);
  }

  @Test
  void staffSeeToWhomItIsOpen_andReadersWhatTheyMay() {
    Folder folder = firm.folder(folders.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);

    Exchange.Answer staff = get(folder.path(), firm.staff(Role.STAFF, false));
    Exchange.Answer reader = get(folder.path(), firm.link(folders.client));

    Map<String, Object> common =
        Map.of(
            "folderId",
            folder.id().value(),
            "name",
            "Taxes 2025",
            "createdAt",
            "2026-03-01T09:30:00.000Z",
            "archived",
            false);
    assertThat(staff.status()).isEqualTo(200);
    assertThat(staff.headers()).containsEntry("etag", "\"1\"");
    assertThat(members(staff)).containsAllEntriesOf(common).hasSize(5);
    assertThat(staff.get("shareState")).isEqualTo("selected");
    assertThat(reader.headers()).containsEntry("etag", "\"1\"");
    assertThat(members(reader)).containsAllEntriesOf(common).hasSize(5);
    assertThat(reader.get("access")).isEqualTo("view-upload");
  }

  @Test
  void nobodyElseFindsIt_andAnUnknownOneIsAnsweredTheSame() {
    Folder folder = firm.folder(folders.client, AccessLevel.VIEW);
    PersonId staff = firm.staff(Role.STAFF, true);
    PersonId linked = firm.link(folders.client);
    FolderPath unknown = new FolderPath(folders.client, new FolderId(firm.ids.next()));

    assertThat(get(folder.path(), linked).body()).isEqualTo(get(unknown, staff).body());
    assertThat(get(folder.path(), TestFirm.person()).problem()).isEqualTo("not-found");
    assertThat(
            get(folder.path(), new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true)).status())
        .isEqualTo(404);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> members(Exchange.Answer answer) {
    return (Map<String, Object>) answer.body().orElseThrow();
  }
}
