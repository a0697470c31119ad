package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.FullClient;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the common actions cost: calls to AWS, and capacity units of the table counted from the
 * bytes of the items, with names and addresses of real lengths. The same for few documents and
 * folders and for many.
 */
@ExtendWith(OnFullStack.class)
final class CostIT {
  private static final String LONG_NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  @Test
  void everyAction_costsTheSame_forTenDocumentsAndFolders_andForTenThousand() {
    Map<String, Cost> ten = new ActionCosts(FullClient.of(10)).measure();

    Map<String, Cost> tenThousand = new ActionCosts(FullClient.ofTenThousand()).measure();

    assertThat(tenThousand).isEqualTo(ten);
  }

  @Test
  void aPageOfFifty_ofTenThousand_staysWithinItsBounds() {
    FullClient full = FullClient.ofTenThousand();
    String client = full.client().path();
    Person staff = full.office().administrator();
    Map<String, Integer> feeds = Map.of("BatchGetItem", 1, "Query", 2);

    for (Person caller : new Person[] {staff, full.reader()}) {
      page("ListDocuments", caller, full.folder() + "/documents").is(Cost.PAGE, 4 + 7, 0);
    }
    page("ListFolders", staff, client + "/folders").is(Cost.PAGE, 3 + 7, 0);
    page("ListFolders", full.reader(), client + "/folders").is(feeds, 3 + 2 * 7, 0);
    page("ListShared", full.reader(), client + "/shared").is(feeds, 12, 0);
  }

  private static Cost page(String function, Person caller, String list) {
    return Cost.of(
        function, () -> assertThat(caller.get(list + "?limit=50").at("items")).hasSize(50));
  }

  @Test
  void invitingByAShare_costsTheAccountAndItsCopy() {
    Office office = Office.open(LONG_NAME, true);
    Office.Customer client = office.activeClient(LONG_NAME).customer();
    String folder = client.path() + "/folders/" + client.folder(LONG_NAME);
    ObjectNode both = Office.recipients("client", "view-upload");
    office.administrator().put(folder + "/shares", both).is(200);
    add(both, client.contact(LONG_NAME, Portal.email("x".repeat(20)), true));

    Cost.of("SetFolderShares", () -> office.administrator().put(folder + "/shares", both).is(200))
        .is(Cost.READ_AND_WRITE, 4 + 2, 6 + 2 + 4);

    add(both, client.contact(LONG_NAME, Portal.email("y".repeat(20)), true));
    Cost mailed =
        Cost.of(
            "SendInvitations",
            () -> {
              office.administrator().put(folder + "/shares", both).is(200);
              Portal.settle();
            });
    assertThat(mailed.calls())
        .isEqualTo(
            Map.of("BatchGetItem", 3, "TransactWriteItems", 1, "PutItem", 1, "SendEmail", 1));
  }

  private static void add(ObjectNode shares, String contact) {
    shares.withArray("recipients").addObject().put("recipient", contact).put("access", "view");
  }
}
