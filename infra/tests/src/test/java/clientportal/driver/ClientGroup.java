package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A portal: a group of clients on the first site of a firm, and its members. */
public record ClientGroup(Office office, String portalId) {

  /** Saves the settings of the firm's first site, without which it has no portal. */
  public static void setUp(Office office) {
    ObjectNode settings = json().put("displayName", office.name());
    settings.putArray("signIn").add("code").add("password");
    office
        .administrator()
        .put(office.path() + "/sites/" + office.slug() + "/settings", settings)
        .is(200);
  }

  /** Returns the body that creates a portal without members. */
  public static ObjectNode body(Office office, String name, List<Office.Client> clients) {
    ObjectNode body = json().put("slug", office.slug()).put("name", name);
    ArrayNode ids = body.putArray("clientIds");
    clients.forEach(client -> ids.add(client.clientId()));
    return body;
  }

  /** Adds a person to the members of a body. */
  public static ObjectNode with(ObjectNode body, String name, String email, String role) {
    body.withArray("members").addObject().put("name", name).put("email", email).put("role", role);
    return body;
  }

  /** Creates a portal. */
  public static ClientGroup create(Office office, ObjectNode body) {
    Answer created = office.administrator().post(office.path() + "/portals", body).is(201);
    return new ClientGroup(office, created.text("portalId"));
  }

  public String path() {
    return office.path() + "/portals/" + portalId;
  }

  /** Returns the id of the member with this name. */
  public String member(String name) {
    Answer portal = office.administrator().get(path()).is(200);
    for (var member : portal.at("members")) {
      if (member.path("name").asText().equals(name)) {
        return member.path("memberId").asText();
      }
    }
    throw new AssertionError(name + " in " + portal.json());
  }
}
