package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What each action on group notes costs, as {@code infra/COSTS.md} says, with names of real
 * lengths. A text of 400 letters is within the bounds.
 */
final class GroupNoteCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 119);
  private static final String TEXT = "x".repeat(400);
  private static final int PARTICIPANTS = 20;

  private final Office office = Office.open(NAME, true);
  private final Person staff = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient(NAME);
  private final Office.Client client = carla.client();
  private final Office.Client[] clients =
      IntStream.range(0, PARTICIPANTS)
          .mapToObj(i -> i == 0 ? client : office.client(NAME))
          .toArray(Office.Client[]::new);
  private final Map<String, Integer> all = Map.of("participant", PARTICIPANTS);
  private final GroupNote note = GroupNote.write(office, NAME, TEXT, clients);

  @Test
  void writingOne_isOneReadAndOneTransaction_forAllItsParticipants() {
    Cost.within(
        "createGroupNote",
        all,
        () ->
            staff
                .call("POST", office.path() + "/group-notes")
                .header("Idempotency-Key", Portal.slug())
                .json(GroupNote.body(NAME, TEXT, GroupNote.ids(clients)))
                .send()
                .is(201));
    Cost.within(
        "listGroupNotes",
        Map.of("note", 2),
        () -> staff.get(office.path() + "/group-notes?limit=50").is(200));
  }

  @Test
  void readingOne_costsTheSame_whateverTheNumberOfParticipants() {
    Cost.within("getGroupNote", () -> staff.get(note.path()).is(200));
    Cost.within(
        "listGroupNoteVersions",
        Map.of("4 KB of the page", 1),
        () -> staff.get(note.path() + "/versions").is(200));
    Cost.within("getGroupNoteShares", () -> staff.get(note.path() + "/shares").is(200));
    Cost.within(
        "getParticipantShares",
        Map.of("8 KB of contacts", 1),
        () -> staff.get(note.path(client) + "/shares").is(200));
    Cost.within("listParticipants", all, () -> staff.get(note.path() + "/participants").is(200));
    Cost.within(
        "readGroupNote: before lists have followed, or what does not exist",
        () -> carla.person().get(note.path(client)).is(404));
    note.open();
    Portal.settle();
    Cost.within("readGroupNote", () -> carla.person().get(note.path(client)).is(200));
  }

  @Test
  void changingOne_dependsOnThoseAlone_whoComeAndGo() {
    Cost.within("setGroupNoteShares", note::open);
    Portal.settle();
    Cost.within(
        "updateGroupNote: another title or text",
        () ->
            staff
                .patch(
                    note.path(),
                    json().put("title", NAME + "2").put("text", TEXT.replace('x', 'y')))
                .is(200));
    Cost.within(
        "archiveGroupNote: into or out of the archive", () -> staff.delete(note.path()).is(204));
    Cost.within(
        "updateGroupNote: into or out of the archive",
        () -> staff.patch(note.path(), json().put("archived", false)).is(200));
    Portal.settle();
    List<String> leaving = GroupNote.ids(clients).subList(1, 3);
    List<String> coming = List.of(office.client(NAME).clientId());
    Cost.within(
        "changeParticipants",
        Map.of("participant", leaving.size() + coming.size()),
        () -> note.change(coming, leaving).is(200));
    note.close();
    Portal.settle();
    Cost.within(
        "setParticipantShares",
        Map.of("chosen contact", 0, "changed recipient", 1, "invited contact", 0),
        () ->
            staff.put(note.path(client) + "/shares", Office.recipients("client", "view")).is(200));
  }
}
