package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What renaming and archiving cost, as {@code infra/COSTS.md} says, with names of real lengths. */
final class ArchiveCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 119);
  private static final Map<String, Integer> READ_AND_WRITE =
      Map.of("BatchGetItem", 1, "TransactWriteItems", 1);

  private final Office office = Office.open(NAME, true);
  private final Person staff = office.administrator();
  private final Office.Customer.SignedIn carla = office.activeClient(NAME);
  private final Office.Customer client = carla.customer();
  private final String folderId = client.folder(NAME);
  private final String folder = client.path() + "/folders/" + folderId;

  ArchiveCostIT() {
    client.share(folderId, "client", "view-upload").is(200);
  }

  private static void costs(String function, double readUnits, double writeUnits, Runnable action) {
    Cost cost = Cost.of(Portal.calls(function, action));
    assertThat(cost.calls()).isEqualTo(READ_AND_WRITE);
    assertThat(cost.readUnits()).isLessThanOrEqualTo(readUnits);
    assertThat(cost.writeUnits()).isLessThanOrEqualTo(writeUnits);
  }

  @Test
  void ofAFolder_itDependsOnItsRecipientsAlone() {
    costs(
        "UpdateFolder",
        3,
        4 + 2,
        () -> staff.patch(folder, json().put("name", NAME + "2")).is(200));
    costs("ArchiveFolder", 3, 4 + 4, () -> staff.delete(folder).is(204));
    costs(
        "UpdateFolder", 3, 4 + 4, () -> staff.patch(folder, json().put("archived", false)).is(200));
    Cost nothing = Cost.of(Portal.calls("UpdateFolder", () -> staff.patch(folder, json()).is(200)));
    assertThat(nothing.calls()).isEqualTo(Map.of("BatchGetItem", 1));
  }

  @Test
  void ofWhatIsNotAvailable_itIsOneReadMore() {
    String id = File.text(NAME, "x").declare(staff, folder).is(201).text("documentId");

    Cost cost =
        Cost.of(Portal.calls("GetDocument", () -> staff.get(folder + "/documents/" + id).is(200)));

    assertThat(cost.calls()).isEqualTo(Map.of("BatchGetItem", 2));
    assertThat(cost.readUnits()).isLessThanOrEqualTo(11);
  }

  @Test
  void ofADocument_itIsOneReadAndOneTransaction() {
    String document = folder + "/documents/" + File.text(NAME, "x").upload(staff, folder);

    costs("UpdateDocument", 5, 4, () -> staff.patch(document, json().put("name", "2")).is(200));
    costs("ArchiveDocument", 5, 6, () -> staff.delete(document).is(204));
    Cost download =
        Cost.of(
            Portal.calls(
                "RequestDownload", () -> carla.person().post(document + "/download").is(200)));
    assertThat(download.calls()).isEqualTo(Map.of("BatchGetItem", 1));
    assertThat(download.readUnits()).isLessThanOrEqualTo(5);
    costs(
        "UpdateDocument", 5, 6, () -> staff.patch(document, json().put("archived", false)).is(200));
  }
}
