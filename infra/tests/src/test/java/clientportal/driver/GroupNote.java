package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A note about several clients of a firm, its participants. */
public record GroupNote(Office office, String noteId) {

  /** Writes one that is open to nobody. */
  public static GroupNote write(
      Office office, String title, String text, Office.Client... participants) {
    return new GroupNote(
        office,
        office
            .administrator()
            .post(office.path() + "/group-notes", body(title, text, ids(participants)))
            .is(201)
            .text("noteId"));
  }

  /** Returns the body that writes one. */
  public static ObjectNode body(String title, String text, List<String> clientIds) {
    ObjectNode body = Office.note(title, text);
    body.set("clientIds", array(clientIds));
    return body;
  }

  /** Returns the body that opens one to all participants. */
  public static ObjectNode toAll() {
    ObjectNode body = json();
    body.putArray("recipients").addObject().put("recipient", "all-authorized");
    return body;
  }

  /** Returns the body that adds participants and removes others. */
  public static ObjectNode changing(List<String> added, List<String> removed) {
    ObjectNode body = json();
    body.set("add", array(added));
    body.set("remove", array(removed));
    return body;
  }

  public static List<String> ids(Office.Client... clients) {
    return Stream.of(clients).map(Office.Client::clientId).toList();
  }

  private static ArrayNode array(List<String> texts) {
    ArrayNode array = json().arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** The path of the note in the firm. */
  public String path() {
    return office.path() + "/group-notes/" + noteId;
  }

  /** The path of the note as one about a client. */
  public String path(Office.Client participant) {
    return participant.path() + "/group-notes/" + noteId;
  }

  /** Opens it to all participants. */
  public GroupNote open() {
    office.administrator().put(path() + "/shares", toAll()).is(200);
    return this;
  }

  /** Closes it to all who have no shares of their own. */
  public GroupNote close() {
    office.administrator().put(path() + "/shares", Office.nobody()).is(200);
    return this;
  }

  public Answer add(Office.Client... clients) {
    return change(ids(clients), List.of());
  }

  public Answer remove(Office.Client... clients) {
    return change(List.of(), ids(clients));
  }

  public Answer change(List<String> added, List<String> removed) {
    return office.administrator().post(path() + "/participants", changing(added, removed));
  }
}
