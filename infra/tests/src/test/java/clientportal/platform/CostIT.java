package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.File;
import clientportal.driver.FullClient;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the common actions cost: calls to AWS, and capacity units of the table counted from the
 * bytes of the items, with names and addresses of real lengths. The same for few documents,
 * folders, notes and engagements and for many.
 */
@OnFullStack
final class CostIT {
  private static final String LONG_NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  @Test
  void everyAction_costsTheSame_forTenOfEach_andForTenThousand() {
    Map<String, Cost> ten = new ActionCosts(FullClient.of(10)).measure();

    Map<String, Cost> tenThousand = new ActionCosts(FullClient.ofTenThousand()).measure();

    assertThat(tenThousand).isEqualTo(ten);
  }

  @Test
  void aPageOfFifty_ofTenThousand_staysWithinItsBounds() {
    FullClient full = FullClient.ofTenThousand();
    String client = full.client().path();
    Person staff = full.office().administrator();
    Map<String, Integer> feeds = Map.of("feed", 2);

    for (Person caller : new Person[] {staff, full.reader()}) {
      page("listDocuments", Map.of(), caller, full.folder() + "/documents");
    }
    page("listFolders", Map.of(), staff, client + "/folders");
    page("listFolders: by a reader", feeds, full.reader(), client + "/folders");
    page("listShared", feeds, full.reader(), client + "/shared");
    page("listNotes", Map.of("note", 50), staff, client + "/notes");
    page("listActivity", Map.of("folder", 1), staff, client + "/activity");
  }

  private static void page(String row, Map<String, Integer> counts, Person caller, String list) {
    Cost.within(
        row, counts, () -> assertThat(caller.get(list + "?limit=50").at("items")).hasSize(50));
  }

  @Test
  void invitingByAShare_costsTheAccountAndItsCopy() {
    Office office = Office.open(LONG_NAME, true);
    Office.Client client = office.activeClient(LONG_NAME).client();
    String folder = client.path() + "/folders/" + client.folder(LONG_NAME);
    ObjectNode both = Office.recipients("client", "view-upload");
    office.administrator().put(folder + "/shares", both).is(200);
    add(both, client.contact(LONG_NAME, Portal.email("x".repeat(20)), true));

    Cost.within(
        "setFolderShares",
        Map.of("chosen contact", 1, "changed recipient", 1, "invited contact", 1),
        () -> office.administrator().put(folder + "/shares", both).is(200));

    add(both, client.contact(LONG_NAME, Portal.email("y".repeat(20)), true));
    Cost.within(
        "sendInvitations: to who is invited by a share",
        () -> {
          office.administrator().put(folder + "/shares", both).is(200);
          Portal.settle();
        });
  }

  @Test
  void aPreview_readsOnceForEachAddressee() {
    Office office = Office.open(LONG_NAME, true);
    Office.Client client = office.activeClient(LONG_NAME).client();
    String folder = client.path() + "/folders/" + client.folder(LONG_NAME);
    String document =
        folder + "/documents/" + File.text("a.txt", "a").upload(office.administrator(), folder);
    ObjectNode body = Office.recipients("client", "view");

    Cost.within(
        "previewFolderShares",
        Map.of("addressee", 1),
        () -> office.administrator().post(folder + "/shares/preview", body).is(200));
    Cost.within(
        "previewDocumentShares",
        Map.of("addressee", 1),
        () -> office.administrator().post(document + "/shares/preview", body).is(200));
  }

  private static void add(ObjectNode shares, String contact) {
    shares.withArray("recipients").addObject().put("recipient", contact).put("access", "view");
  }
}
