package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A unit of work for a client, in which something is asked of the client or its contacts. */
public record Engagement(Office.Client client, String engagementId) {

  /**
   * Begins one in which nothing is asked for, and of which nobody is reminded: reminders would come
   * during other tests, whose clock is the same.
   */
  public static Engagement begin(Office.Client client, String name) {
    ObjectNode body = json().put("name", name);
    body.putObject("reminders").put("atMost", 0);
    return begin(client, body);
  }

  /** Begins one in which nothing is asked for, with the reminders of the firm. */
  public static Engagement withReminders(Office.Client client, String name) {
    return begin(client, json().put("name", name));
  }

  private static Engagement begin(Office.Client client, ObjectNode body) {
    Person administrator = client.office().administrator();
    Answer begun = administrator.post(client.path() + "/engagements", body).is(201);
    return new Engagement(client, begun.text("engagementId"));
  }

  /** Returns the body that asks for items of a kind with these names. */
  public static ObjectNode items(String kind, String... names) {
    ObjectNode body = json();
    ArrayNode items = body.putArray("items");
    for (String name : names) {
      items.addObject().put("name", name).put("kind", kind);
    }
    return body;
  }

  /** Returns the body that names items. */
  public static ObjectNode naming(String... itemIds) {
    ObjectNode body = json();
    ArrayNode ids = body.putArray("itemIds");
    for (String id : itemIds) {
      ids.add(id);
    }
    return body;
  }

  /** Returns the body that reviews an item. */
  public static ObjectNode review(String itemId, String verdict) {
    ObjectNode body = json();
    ObjectNode review =
        body.putArray("reviews").addObject().put("itemId", itemId).put("verdict", verdict);
    if (!verdict.equals("accept")) {
      review.put("code", "incomplete").put("reason", "The second part is missing.");
    }
    return body;
  }

  public String path() {
    return client.path() + "/engagements/" + engagementId;
  }

  /** Asks for items; returns their ids. */
  public List<String> ask(ObjectNode body) {
    Answer asked = client.office().administrator().post(path() + "/items", body).is(201);
    List<String> ids = new ArrayList<>();
    asked.at("items").forEach(item -> ids.add(item.path("itemId").asText()));
    return ids;
  }

  /** Returns the path of the folder in which its files arrive. */
  public String folder() {
    Answer engagement = client.office().administrator().get(path()).is(200);
    return client.path() + "/folders/" + engagement.text("folderId");
  }

  /** Returns the body that declares a file for an item. */
  public ObjectNode declaration(File file, String itemId) {
    ObjectNode body = file.declaration();
    body.putObject("answers").put("engagementId", engagementId).put("itemId", itemId);
    return body;
  }

  /** Declares a file for an item. */
  public Answer declare(Person by, File file, String itemId) {
    return by.post(folder() + "/documents", declaration(file, itemId));
  }

  /** Uploads a file for an item, and waits until it is confirmed; returns the document's id. */
  public String upload(Person by, File file, String itemId) {
    Answer declared = declare(by, file, itemId).is(201);
    File.put(declared, file.bytes()).is(200);
    Portal.settle();
    return declared.text("documentId");
  }

  /** Returns the path of the files of an item. */
  public String files(String itemId) {
    return path() + "/items/" + itemId + "/files";
  }

  /** Answers a question. */
  public Answer answer(Person by, String itemId, String answer) {
    return by.put(path() + "/items/" + itemId + "/answer", json().put("answer", answer));
  }

  /** Asks for a document; returns its item. */
  public String ask(String name) {
    return ask(items("document", name)).getFirst();
  }

  /** Asks a question, which is answered and submitted; returns its item. */
  public String submitted(Person by, String question) {
    String item = ask(items("text", question)).getFirst();
    answer(by, item, "So.").is(200);
    by.post(path() + "/submissions", naming(item)).is(200);
    return item;
  }

  /** Returns the path of an item. */
  public String item(String itemId) {
    return path() + "/items/" + itemId;
  }
}
