package clientportal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One client of the firm, and what staff do for it.
 *
 * @param path {@code /v1/firms/{firmId}/clients/{clientId}}
 */
record ClientFile(String path) {

  static ClientFile add(Session staff, String firm, Map<String, ?> client)
      throws InterruptedException {
    Answer added = staff.post(firm + "/clients", client);
    return new ClientFile(firm + "/clients/" + added.require("clientId"));
  }

  String clientId() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  void addContact(Session staff, Map<String, ?> contact) throws InterruptedException {
    staff.post(path + "/contacts", contact);
  }

  void assign(Session staff, Colleague... team) throws InterruptedException {
    List<String> staffIds = Stream.of(team).map(Colleague::staffId).toList();
    staff.put(path + "/team", Map.of("staffIds", staffIds));
  }

  /** Creates the account; the client is invited by mail. */
  void invite(Session staff, Visitor client) throws InterruptedException {
    staff.post(path + "/account", Map.of("email", client.email()));
  }

  /** Adds a folder that is open to nobody. */
  Folder addFolder(Session staff, String name) throws InterruptedException {
    return folder(staff.post(path + "/folders", Map.of("name", name)).require("folderId"));
  }

  /** Writes a note that is open to nobody. */
  void addNote(Session staff, String title, String text) throws InterruptedException {
    staff.post(path + "/notes", Map.of("title", title, "text", text));
  }

  /** Writes a note that is open to one recipient from the start. */
  void shareNote(Session staff, String title, String text, String recipient)
      throws InterruptedException {
    staff.post(
        path + "/notes",
        Map.of("title", title, "text", text, "shares", Folder.recipients(recipient, "view")));
  }

  /** Returns the folder that every client has for uploads. */
  Folder clientUploads(Session client) throws InterruptedException {
    for (JsonNode folder : client.get(path + "/folders").json().path("items")) {
      if (folder.path("name").asText().equals("Client Uploads")) {
        return folder(folder.path("folderId").asText());
      }
    }
    throw new DemoFault("a client has no folder \"Client Uploads\"");
  }

  Folder folder(String folderId) {
    return new Folder(path + "/folders/" + folderId);
  }
}
