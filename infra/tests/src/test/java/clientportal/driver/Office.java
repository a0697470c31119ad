package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A firm at work: its administrator has signed in and has {@code webPortal}.
 *
 * @param path {@code /v1/firms/{firmId}}
 */
public record Office(
    String path, String firmId, String slug, String name, String staffId, Person administrator) {

  /** Opens a firm through the operator and the invitation of its administrator. */
  public static Office open() {
    return open("Meyer & Søn", true);
  }

  public static Office open(String name, boolean webPortal) {
    String slug = Portal.slug();
    String email = Portal.email("ada");
    ObjectNode firm = json().put("name", name).put("slug", slug);
    firm.set("administrator", json().put("name", "Ada Admin").put("email", email));
    Answer created = Portal.signIn("operator@portal.test").post("/v1/firms", firm).is(201);
    Person administrator = Portal.acceptInvitation(email);
    String path = "/v1/firms/" + created.text("firmId");
    String staffId = created.text("administrator/staffId");
    if (webPortal) {
      administrator.patch(path + "/staff/" + staffId, json().put("webPortal", true)).is(200);
    }
    return new Office(path, created.text("firmId"), slug, name, staffId, administrator);
  }

  /** Adds a staff member who has signed in. */
  public Member member(String name, boolean webPortal) {
    String email = Portal.email("sam");
    Answer created =
        administrator
            .post(
                path + "/staff", json().put("name", name).put("email", email).put("role", "staff"))
            .is(201);
    String staffId = created.text("staffId");
    Person person = Portal.acceptInvitation(email);
    if (webPortal) {
      administrator.patch(path + "/staff/" + staffId, json().put("webPortal", true)).is(200);
    }
    return new Member(staffId, person);
  }

  /** A staff member. */
  public record Member(String staffId, Person person) {}

  /** Adds a client with an address of its own and no account. */
  public Client client(String name) {
    return client(name, Portal.email("carla"));
  }

  /** Adds a client with an address and no account. */
  public Client client(String name, String email) {
    Answer created =
        administrator
            .post(
                path + "/clients",
                json().put("kind", "client").put("name", name).put("email", email))
            .is(201);
    return new Client(this, created.text("clientId"), name, email);
  }

  /** Adds a contact of a client, with an address and no account; returns its id. */
  public String contact(Client client, String contactName, String email, boolean webPortal) {
    return administrator
        .post(
            client.path() + "/contacts",
            json()
                .put("name", contactName)
                .put("email", email)
                .put("relationship", "spouse")
                .put("webPortal", webPortal))
        .is(201)
        .text("contactId");
  }

  /** Adds a client who has signed in. */
  public Client.SignedIn activeClient(String name) {
    return client(name).activate();
  }

  /** A client. */
  public record Client(Office office, String clientId, String name, String email) {
    public String path() {
      return office.path() + "/clients/" + clientId;
    }

    /** Creates the account; the invitation is mailed. */
    public Client invite() {
      office.administrator.post(path() + "/account", json().put("email", email)).is(201);
      return this;
    }

    /** Invites the client, who accepts and signs in. */
    public SignedIn activate() {
      invite();
      return new SignedIn(this, Portal.acceptInvitation(email));
    }

    /** Adds a contact with an address of its own; returns its id. */
    public String contact(String contactName, boolean webPortal) {
      return contact(contactName, Portal.email("colin"), webPortal);
    }

    /** Adds a contact; returns its id. */
    public String contact(String contactName, String contactEmail, boolean webPortal) {
      return office
          .administrator
          .post(
              path() + "/contacts",
              json()
                  .put("name", contactName)
                  .put("email", contactEmail)
                  .put("relationship", "brother")
                  .put("webPortal", webPortal))
          .is(201)
          .text("contactId");
    }

    /** Adds a folder that is open to nobody. */
    public String folder(String folderName) {
      return office
          .administrator
          .post(path() + "/folders", json().put("name", folderName))
          .is(201)
          .text("folderId");
    }

    /** Returns the id of the folder that every client has. */
    public String uploads() {
      return office.administrator.get(path() + "/folders").text("items/0/folderId");
    }

    /** Opens a folder to one recipient, in place of all earlier ones. */
    public Answer share(String folderId, String recipient, String access) {
      return office.administrator.put(
          path() + "/folders/" + folderId + "/shares", recipients(recipient, access));
    }

    /** Writes a note that is open to nobody; returns its id. */
    public String note(String title, String text) {
      return write(Office.note(title, text));
    }

    /** Writes a note that is open to one recipient from the start; returns its id. */
    public String sharedNote(String title, String text, String recipient) {
      ObjectNode note = Office.note(title, text);
      note.set("shares", recipients(recipient, "view"));
      return write(note);
    }

    private String write(ObjectNode note) {
      return office.administrator.post(path() + "/notes", note).is(201).text("noteId");
    }

    public void assignTeam(String... staffIds) {
      ArrayNode ids = json().arrayNode();
      for (String id : staffIds) {
        ids.add(id);
      }
      ObjectNode body = json();
      body.set("staffIds", ids);
      office.administrator.put(path() + "/team", body).is(200);
    }

    /** A client who has signed in. */
    public record SignedIn(Client client, Person person) {}
  }

  /** Returns the body that writes a note. */
  public static ObjectNode note(String title, String text) {
    return json().put("title", title).put("text", text);
  }

  /** Returns the body that shares with one recipient. */
  public static ObjectNode recipients(String recipient, String access) {
    ObjectNode body = json();
    body.putArray("recipients").addObject().put("recipient", recipient).put("access", access);
    return body;
  }

  /** Returns the body that sends a staff member away. */
  public static ObjectNode absence(Instant from, Duration length, String standIn) {
    ObjectNode body = json();
    body.putObject("absence")
        .put("from", from.toString())
        .put("until", from.plus(length).toString())
        .put("standIn", standIn);
    return body;
  }

  /** Hands over what a staff member is responsible for. */
  public Answer handOver(String from, String to) {
    return administrator.post(path + "/staff/" + from + "/hand-over", json().put("to", to));
  }

  /** Returns what a staff member would hand over, and how far the last hand-over is. */
  public Answer handOver(String from) {
    return administrator.get(path + "/staff/" + from + "/hand-over").is(200);
  }

  /** Returns the body that says that a staff member is back. */
  public static ObjectNode present() {
    ObjectNode body = json();
    body.putNull("absence");
    return body;
  }

  /** Returns the body that shares with nobody. */
  public static ObjectNode nobody() {
    ObjectNode body = json();
    body.putArray("recipients");
    return body;
  }
}
