package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code createGroupNote}, {@code updateGroupNote}, {@code changeParticipants} and {@code
 * setGroupNoteShares} accept.
 */
final class GroupNoteBodiesIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client carla = office.client("Carla");
  private final Office.Client otto = office.client("Otto");
  private final String list = office.path() + "/group-notes";
  private final GroupNote note = GroupNote.write(office, "Closed", "Until May.", carla);

  private List<String> faults(String method, String path, String body) {
    return ada.call(method, path).json(body).send().isProblem(400, "invalid-request").faults();
  }

  private List<String> faultsOf(List<String> clientIds) {
    return faults("POST", list, GroupNote.body("Closed", "Until May.", clientIds).toString());
  }

  private List<String> faultsOfChange(List<String> added, List<String> removed) {
    return faults(
        "POST", note.path() + "/participants", GroupNote.changing(added, removed).toString());
  }

  /** Returns ids that no client has. */
  private static List<String> ids(int number) {
    return IntStream.range(0, number).mapToObj("%026d"::formatted).toList();
  }

  @Test
  void allFaultsOfABody_areReportedAtOnce_andNothingIsWritten() {
    Map<String, Object> before = Portal.everything();
    String id = carla.clientId();

    assertThat(faults("POST", list, "{}"))
        .containsExactlyInAnyOrder("/title required", "/text required", "/clientIds required");
    assertThat(
            faults(
                "POST",
                list,
                """
                {"title": " ", "text": "", "color": "red", "shares": {"recipients": []},
                  "clientIds": [5, null]}
                """))
        .containsExactlyInAnyOrder(
            "/title format",
            "/text length",
            "/color unknown",
            "/shares unknown",
            "/clientIds/0 type",
            "/clientIds/1 type");
    assertThat(faultsOf(List.of())).containsExactly("/clientIds length");
    assertThat(faultsOf(ids(91))).containsExactly("/clientIds length");
    assertThat(faultsOf(List.of(id, otto.clientId(), id)))
        .containsExactly("/clientIds/2 duplicate");
    assertThat(faults("PATCH", note.path(), "{\"clientIds\": [], \"text\": \"\\u0007\"}"))
        .containsExactlyInAnyOrder("/clientIds unknown", "/text format");

    assertThat(Portal.everything()).isEqualTo(before);
  }

  /** An id of another shape is unknown as one that nobody has. */
  @Test
  void participants_areClientsOfTheFirm() {
    Map<String, Object> before = Portal.everything();
    for (String id : List.of(ids(1).getFirst(), "nobody", "", "x".repeat(300), office.staffId())) {
      ada.post(list, GroupNote.body("Closed", "Until May.", List.of(carla.clientId(), id)))
          .isProblem(422, "unknown-client");
      note.change(List.of(otto.clientId(), id), List.of()).isProblem(422, "unknown-client");
    }
    assertThat(Portal.everything()).isEqualTo(before);

    note.change(List.of(), List.of(ids(1).getFirst(), "nobody")).is(200);
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aChangeOfParticipants_namesEachOnce_andNinetyAtMost() {
    Map<String, Object> before = Portal.everything();
    String id = carla.clientId();
    String path = note.path() + "/participants";

    assertThat(faultsOfChange(List.of(id, id), List.of())).containsExactly("/add/1 duplicate");
    assertThat(faultsOfChange(List.of(), List.of(id, id))).containsExactly("/remove/1 duplicate");
    assertThat(faultsOfChange(List.of(id), List.of(otto.clientId(), id)))
        .containsExactly("/remove/1 duplicate");
    assertThat(faultsOfChange(ids(91), List.of())).containsExactly("/add length");
    assertThat(faultsOfChange(List.of(), ids(91))).containsExactly("/remove length");
    assertThat(faultsOfChange(ids(90).subList(0, 50), ids(91).subList(50, 91)))
        .containsExactly("/remove length");
    assertThat(faults("POST", path, "{\"add\": \"all\", \"remove\": [1], \"all\": true}"))
        .containsExactlyInAnyOrder("/add type", "/remove/0 type", "/all unknown");
    ada.post(path, json()).is(200);

    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void ninetyInOneCall_areAllAddedOrNone() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      many.add(office.client("Client " + i).clientId());
    }
    assertThat(
            ada.post(list, GroupNote.body("Closed", "x".repeat(10_000), many))
                .is(201)
                .at("participants")
                .asInt())
        .isEqualTo(90);
    assertThat(note.change(many, List.of()).is(200).at("participants").asInt()).isEqualTo(91);
    assertThat(note.change(List.of(), many).is(200).at("participants").asInt()).isEqualTo(1);
    many.set(89, ids(1).getFirst());
    note.change(many, List.of()).isProblem(422, "unknown-client");
    assertThat(ada.get(note.path()).is(200).at("participants").asInt()).isEqualTo(1);
  }

  @Test
  void sharesWithAllParticipants_nameAllAuthorizedOrNobody() {
    Map<String, Object> before = Portal.everything();
    String shares = note.path() + "/shares";

    assertThat(faults("PUT", shares, "{}")).containsExactly("/recipients required");
    assertThat(faults("PUT", shares, "{\"recipients\": [{\"recipient\": \"client\"}]}"))
        .containsExactly("/recipients/0/recipient enum");
    assertThat(
            faults(
                "PUT",
                shares,
                """
                {"recipients": [{"recipient": "all-authorized", "access": "view"}], "all": 1}
                """))
        .containsExactlyInAnyOrder("/recipients/0/access unknown", "/all unknown");
    assertThat(
            faults(
                "PUT",
                shares,
                """
                {"recipients": [{"recipient": "all-authorized"}, {"recipient": "all-authorized"}]}
                """))
        .containsExactly("/recipients length");
    assertThat(faults("PUT", shares, "{\"recipients\": [{}]}"))
        .containsExactly("/recipients/0/recipient required");

    assertThat(Portal.everything()).isEqualTo(before);
  }
}
