package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What writing, editing and archiving notes costs, as {@code infra/COSTS.md} says, with names of
 * real lengths. A text of 400 letters is within the bounds.
 */
final class NoteCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 119);
  private static final String TEXT = "x".repeat(400);
  private static final Map<String, Integer> ONE_RECIPIENT = Map.of("recipient", 1);

  private final Office office = Office.open(NAME, true);
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient(NAME);
  private final Office.Client client = carla.client();

  @Test
  void writingASharedNote_isOneReadAndOneTransaction() {
    String contact = client.contact(NAME, Portal.email("x".repeat(20)), true);
    ObjectNode note = Office.note(NAME, TEXT);
    ObjectNode both = Office.recipients("client", "view");
    both.withArray("recipients").addObject().put("recipient", contact).put("access", "view");
    note.set("shares", both);

    Cost.within(
        "createNote: shared",
        Map.of("chosen contact", 1, "recipient", 2, "invited contact", 1),
        () ->
            staff
                .call("POST", client.path() + "/notes")
                .header("Idempotency-Key", Portal.slug())
                .json(note)
                .send()
                .is(201));
  }

  @Test
  void aReader_readsANoteAtTheCostOfStaff() {
    String note = client.path() + "/notes/" + client.sharedNote(NAME, TEXT, "client");

    Cost.within("getNote", () -> carla.person().get(note).is(200));
  }

  @Test
  void changingANote_dependsOnItsRecipientsAlone() {
    String note = client.path() + "/notes/" + client.sharedNote(NAME, TEXT, "client");

    Cost.within(
        "updateNote: another title or text",
        ONE_RECIPIENT,
        () ->
            staff
                .patch(note, json().put("title", NAME + "2").put("text", TEXT.replace('x', 'y')))
                .is(200));
    Cost.within(
        "archiveNote: into or out of the archive", ONE_RECIPIENT, () -> staff.delete(note).is(204));
    Cost.within(
        "updateNote: into or out of the archive",
        ONE_RECIPIENT,
        () -> staff.patch(note, json().put("archived", false)).is(200));
    Cost.within("updateNote: no change", () -> staff.patch(note, json()).is(200));
  }
}
