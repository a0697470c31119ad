package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A firm's list of what to ask a client for. */
public record Checklist(Office office, String checklistId) {

  /** Creates one whose items are documents with these names. */
  public static Checklist create(Office office, String name, String... items) {
    return new Checklist(
        office,
        office
            .administrator()
            .post(office.path() + "/checklists", body(name, items))
            .is(201)
            .text("checklistId"));
  }

  /** Returns the body that creates one. */
  public static ObjectNode body(String name, String... items) {
    ObjectNode body = json().put("name", name);
    ArrayNode all = body.putArray("items");
    for (String item : items) {
      all.addObject().put("name", item);
    }
    return body;
  }

  public String path() {
    return office.path() + "/checklists/" + checklistId;
  }

  public Checklist archive() {
    office.administrator().delete(path()).is(204);
    return this;
  }
}
