package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What renaming and archiving cost, as {@code infra/COSTS.md} says, with names of real lengths. */
final class ArchiveCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 119);
  private static final Map<String, Integer> ONE_RECIPIENT = Map.of("recipient", 1);

  private final Office office = Office.open(NAME, true);
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient(NAME);
  private final Office.Client client = carla.client();
  private final String folderId = client.folder(NAME);
  private final String folder = client.path() + "/folders/" + folderId;

  ArchiveCostIT() {
    client.share(folderId, "client", "view-upload").is(200);
  }

  @Test
  void ofAFolder_itDependsOnItsRecipientsAlone() {
    Cost.within(
        "updateFolder: another name",
        ONE_RECIPIENT,
        () -> staff.patch(folder, json().put("name", NAME + "2")).is(200));
    Cost.within(
        "archiveFolder: into or out of the archive",
        ONE_RECIPIENT,
        () -> staff.delete(folder).is(204));
    Cost.within(
        "updateFolder: into or out of the archive",
        ONE_RECIPIENT,
        () -> staff.patch(folder, json().put("archived", false)).is(200));
    Cost.within("updateFolder: no change", () -> staff.patch(folder, json()).is(200));
  }

  @Test
  void ofAPendingDocument_itIsOneReadMore() {
    String id = File.text(NAME, "x").declare(staff, folder).is(201).text("documentId");

    Cost.within("getDocument: not available", () -> staff.get(folder + "/documents/" + id).is(200));
  }

  @Test
  void endingAnUpload_isOneReadAndOneTransaction() {
    String pending = File.text(NAME, "x").declare(staff, folder).is(201).text("documentId");
    String rejected = new File(NAME, "application/pdf", new byte[] {1}).upload(staff, folder);

    Cost.within(
        "cancelUpload", () -> staff.delete(folder + "/documents/" + pending + "/upload").is(204));
    Cost.within(
        "dismissUpload",
        () -> staff.post(folder + "/documents/" + rejected + "/upload/dismissal").is(204));
  }

  @Test
  void aDownload_isOneWrite() {
    String document = folder + "/documents/" + File.text(NAME, "x").upload(carla.person(), folder);

    Cost.within(
        "requestDownload: by staff, the first time, of what others uploaded",
        () -> staff.post(document + "/download").is(200));
    Cost.within("requestDownload", () -> staff.post(document + "/download").is(200));
  }

  @Test
  void ofADocument_itIsOneReadAndOneTransaction() {
    String document = folder + "/documents/" + File.text(NAME, "x").upload(staff, folder);

    Cost.within(
        "updateDocument: another name",
        () -> staff.patch(document, json().put("name", "2")).is(200));
    Cost.within(
        "archiveDocument: into or out of the archive", () -> staff.delete(document).is(204));
    Cost.within(
        "requestDownload: by a reader", () -> carla.person().post(document + "/download").is(200));
    Cost.within(
        "updateDocument: into or out of the archive",
        () -> staff.patch(document, json().put("archived", false)).is(200));
  }
}
