package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.Checklist;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What each action on checklists costs, as {@code infra/COSTS.md} says, for a short list and for a
 * long one.
 */
final class ChecklistCostIT {
  private static final String NAME =
      "Annual accounts of a limited company with subsidiaries ".repeat(3).substring(0, 119);

  private final Office office = Office.open(NAME, true);
  private final Person staff = office.administrator();
  private final String lists = office.path() + "/checklists";

  /** Returns the body of a checklist whose items have so many kilobytes, as they are stored. */
  private static ObjectNode body(int kilobytes) {
    ObjectNode body = json().put("name", NAME).put("description", "x".repeat(400));
    ArrayNode items = body.putArray("items");
    for (int i = 0; i < kilobytes; i++) {
      items.addObject().put("name", NAME).put("description", "x".repeat(600));
    }
    return body;
  }

  private static Map<String, Integer> counts(int kilobytes) {
    return Map.of("KB of the items", kilobytes);
  }

  @Test
  void eachAction_costsByTheSizeOfTheItems() {
    for (int kilobytes : List.of(1, 10, 40)) {
      ObjectNode body = body(kilobytes);
      String[] path = new String[1];
      Cost.within(
          "createChecklist",
          counts(kilobytes),
          () ->
              path[0] =
                  staff
                      .call("POST", lists)
                      .header("Idempotency-Key", Portal.slug())
                      .json(body)
                      .send()
                      .is(201)
                      .header("location")
                      .orElseThrow());
      Map<String, Integer> read = Map.of("4 KB of the items", (kilobytes + 3) / 4);
      Cost.within("getChecklist", read, () -> staff.get(path[0]).is(200));
      Cost.within(
          "updateChecklist: another name",
          read,
          () -> staff.patch(path[0], json().put("name", NAME.toUpperCase(Locale.ROOT))).is(200));
      ObjectNode items = json();
      items.set("items", body.path("items").deepCopy());
      ((ObjectNode) items.at("/items/0")).put("required", false);
      Cost.within(
          "updateChecklist: other items",
          Map.of("4 KB of the items", (kilobytes + 3) / 4, "KB of the items", kilobytes),
          () -> staff.patch(path[0], items).is(200));
      Cost.within(
          "archiveChecklist: into or out of the archive",
          read,
          () -> staff.delete(path[0]).is(204));
      Cost.within(
          "updateChecklist: into or out of the archive",
          read,
          () -> staff.patch(path[0], json().put("archived", false)).is(200));
    }
  }

  @Test
  void theList_costsByItsPage_whateverIsInTheChecklists() {
    for (int i = 0; i < 8; i++) {
      Checklist.create(office, NAME, "Passport");
      staff.post(lists, body(20)).is(201);
    }
    Cost.within(
        "listChecklists",
        Map.of("4 KB of the page", 4),
        () -> staff.get(lists + "?limit=50").is(200));
  }
}
