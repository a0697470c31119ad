package clientportal.requests;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Checklist;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A firm's lists of what to ask a client for: staff create them ({@code createChecklist}), find
 * them ({@code listChecklists}, {@code getChecklist}), change them ({@code updateChecklist}) and
 * archive them ({@code archiveChecklist}).
 */
final class ChecklistsIT {
  private final Office office = Office.open();
  private final Person sam = office.member("Sam Staff", false).person();
  private final String lists = office.path() + "/checklists";

  private static List<String> names(Answer answer) {
    return Shares.texts(answer.at("items"), "name");
  }

  private List<String> faults(String method, String path, String body) {
    return sam.call(method, path).json(body).send().isProblem(400, "invalid-request").faults();
  }

  @Test
  @Tag("ST10")
  void aStaffMember_createsAChecklist_whoseItemsKeepTheirOrderAndGetTheirDefaults() {
    Answer created =
        sam.call("POST", lists)
            .json(
                """
                {"name": "Tax return", "description": "Wages\\nand rent", "items": [
                  {"name": "Certificate", "accepts": ["application/pdf", "image/*"]},
                  {"name": "Married this year", "kind": "yes-no", "ref": "married"},
                  {"name": "Certificate of your spouse", "showIf": {"ref": "married", "is": "yes"}},
                  {"name": "Home", "kind": "choice", "choices": ["Own house", "Rented flat"],
                   "ref": "home"},
                  {"name": "Moved on", "kind": "date", "required": false,
                   "showIf": {"ref": "home", "is": "Rented flat"}},
                  {"name": "Notes", "description": "Whatever we should know", "kind": "text"},
                  {"name": "Statements of the account", "perPeriod": true}]}
                """)
            .send()
            .is(201);

    assertThat(created.header("location")).contains(lists + "/" + created.text("checklistId"));
    assertThat(names(created))
        .containsExactly(
            "Certificate",
            "Married this year",
            "Certificate of your spouse",
            "Home",
            "Moved on",
            "Notes",
            "Statements of the account");
    assertThat(created.at("items/0"))
        .isEqualTo(
            json()
                .put("name", "Certificate")
                .put("kind", "document")
                .put("required", true)
                .<ObjectNode>set(
                    "accepts", json().arrayNode().add("application/pdf").add("image/*"))
                .put("perPeriod", false));
    assertThat(created.text("items/2/showIf/ref")).isEqualTo("married");
    assertThat(created.text("items/4/required")).isEqualTo("false");
    assertThat(created.text("items/6/perPeriod")).isEqualTo("true");
    Answer found = sam.get(lists + "/" + created.text("checklistId")).is(200);
    assertThat(found.json()).isEqualTo(created.json());
    assertThat(found.header("etag")).isEqualTo(created.header("etag"));
  }

  @Test
  void checklists_areListedByName_pageByPage_withoutTheirItems() {
    for (String name : List.of("mortgage", "Ärzte", "Zoll", "bank")) {
      Checklist.create(office, name, "Passport", "Letter");
    }

    Answer first = sam.get(lists + "?limit=3").is(200);
    Answer second = sam.get(lists + "?limit=3&cursor=" + first.text("nextCursor")).is(200);

    assertThat(names(first)).containsExactly("Ärzte", "bank", "mortgage");
    assertThat(names(second)).containsExactly("Zoll");
    assertThat(second.json().has("nextCursor")).isFalse();
    assertThat(first.text("items/0/itemCount")).isEqualTo("2");
    assertThat(first.at("items/0").has("items")).isFalse();
    assertThat(
            sam.get(lists + "?archived=maybe&limit=0").isProblem(400, "invalid-request").faults())
        .containsExactlyInAnyOrder("archived enum", "limit range");
  }

  @Test
  void aChange_replacesTheItemsAsAWhole_andLeavesWhatItDoesNotName() {
    Checklist list = Checklist.create(office, "Tax return", "Passport", "Letter");
    String seen = sam.get(list.path()).is(200).header("etag").orElseThrow();

    Answer changed =
        sam.patch(
                list.path(),
                Checklist.body("Tax return", "Letter", "Bill")
                    .put("description", "For 2025")
                    .without("name"))
            .is(200);

    assertThat(changed.text("name")).isEqualTo("Tax return");
    assertThat(names(changed)).containsExactly("Letter", "Bill");
    assertThat(sam.get(list.path()).is(200).json()).isEqualTo(changed.json());
    sam.call("PATCH", list.path())
        .header("If-Match", seen)
        .json(json().put("name", "Mine"))
        .send()
        .isProblem(412, "precondition-failed");
    Answer renamed =
        sam.patch(list.path(), json().put("name", "Taxes").putNull("description")).is(200);
    assertThat(renamed.json().has("description")).isFalse();
    assertThat(names(renamed)).containsExactly("Letter", "Bill");
    assertThat(names(sam.get(lists))).containsExactly("Taxes");
  }

  @Test
  void anArchivedChecklist_isFoundInTheArchive_andNotChangedUntilItIsBroughtBack() {
    Checklist list = Checklist.create(office, "Tax return", "Passport");
    Checklist.create(office, "Mortgage", "Passport");

    sam.delete(list.path()).is(204);
    Map<String, Object> archived = Portal.everything();
    sam.delete(list.path()).is(204);

    assertThat(names(sam.get(lists))).containsExactly("Mortgage");
    assertThat(names(sam.get(lists + "?archived=true"))).containsExactly("Tax return");
    assertThat(sam.get(list.path()).is(200).text("archived")).isEqualTo("true");
    sam.patch(list.path(), json().put("name", "Mine")).isProblem(409, "archived");
    sam.patch(list.path(), Checklist.body("Tax return", "Letter")).isProblem(409, "archived");
    assertThat(Portal.everything()).isEqualTo(archived);

    assertThat(sam.patch(list.path(), json().put("archived", false)).is(200).text("archived"))
        .isEqualTo("false");
    assertThat(names(sam.get(lists))).containsExactly("Mortgage", "Tax return");
  }

  @Test
  void allFaultsOfABody_areReportedAtOnce_andNothingIsWritten() {
    Checklist list = Checklist.create(office, "Tax return", "Passport");
    Map<String, Object> before = Portal.everything();

    assertThat(faults("POST", lists, "{}"))
        .containsExactlyInAnyOrder("/name required", "/items required");
    String wrong =
        """
        {"name": " ", "description": "", "color": "red", "items": [
          {"name": "A", "ref": "a", "accepts": ["pdf", "image/*", "image/*"]},
          {"name": "B", "kind": "choice"},
          {"name": "C", "kind": "choice", "choices": ["X"], "ref": "a"},
          {"name": "D", "kind": "date", "choices": ["X", "Y"], "accepts": []},
          {"name": "E", "kind": "bank-statements", "months": 3},
          {"name": "F", "kind": "yes-no", "ref": "f", "perPeriod": true},
          {"name": "G", "showIf": {"ref": "a", "is": "X"}},
          {"name": "H", "showIf": {"ref": "f", "is": "yes"}},
          {"name": "I", "showIf": {"ref": "j", "is": "yes"}},
          {"name": "J", "kind": "yes-no", "ref": "j"},
          {"name": "K", "showIf": {"ref": "j", "is": "maybe"}},
          {"description": 5, "required": "no", "ref": "No ref", "showIf": {"ref": "j"}},
          "L"]}
        """;
    List<String> expected =
        List.of(
            "/name format",
            "/description length",
            "/color unknown",
            "/items/0/accepts/0 format",
            "/items/0/accepts/2 duplicate",
            "/items/1/choices required",
            "/items/2/choices length",
            "/items/2/ref duplicate",
            "/items/3/choices unknown",
            "/items/3/accepts unknown",
            "/items/4/kind enum",
            "/items/4/months unknown",
            "/items/6/showIf/ref enum",
            "/items/7/showIf/ref enum",
            "/items/8/showIf/ref enum",
            "/items/10/showIf/is enum",
            "/items/11/name required",
            "/items/11/description type",
            "/items/11/required type",
            "/items/11/ref format",
            "/items/11/showIf/is required",
            "/items/12 type");
    assertThat(faults("POST", lists, wrong)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(faults("PATCH", list.path(), wrong)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(faults("PATCH", list.path(), "{\"name\": null, \"items\": [], \"archived\": 1}"))
        .containsExactlyInAnyOrder("/name type", "/items length", "/archived type");

    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aChecklist_has80Items_andNoMore() {
    String[] items = IntStream.range(0, 81).mapToObj(i -> "Item " + i).toArray(String[]::new);

    Answer refused =
        sam.post(lists, Checklist.body("Tax return", items)).isProblem(400, "invalid-request");
    assertThat(refused.faults()).containsExactly("/items length");
    String[] most = List.of(items).subList(0, 80).toArray(String[]::new);
    assertThat(names(sam.post(lists, Checklist.body("Tax return", most)).is(201)))
        .containsExactly(most);
  }

  @Test
  void aChecklistOfAnotherFirm_isUnknown_likeOneThatIsNowhere() {
    Checklist theirs = Checklist.create(Office.open(), "Theirs", "Passport");
    String mixed = lists + "/" + theirs.checklistId();
    String nowhere = lists + "/" + "0".repeat(26);
    Map<String, Object> before = Portal.everything();

    for (String path : List.of(theirs.path(), mixed, nowhere, lists + "/none")) {
      sam.get(path).isProblem(404, "not-found");
      sam.patch(path, json().put("name", "Mine")).isProblem(404, "not-found");
      sam.delete(path).isProblem(404, "not-found");
    }
    sam.get(theirs.office().path() + "/checklists").isProblem(404, "not-found");
    sam.post(theirs.office().path() + "/checklists", Checklist.body("Mine", "Letter"))
        .isProblem(404, "not-found");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void theSameRequestTwice_createsOneChecklist() {
    ObjectNode body = Checklist.body("Tax return", "Passport");
    String key = Portal.slug();

    List<Answer> answers =
        IntStream.range(0, 2)
            .mapToObj(_ ->
                sam.call("POST", lists).header("Idempotency-Key", key).json(body).send().is(201))
            .toList();

    assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
    assertThat(names(sam.get(lists))).containsExactly("Tax return");
    sam.call("POST", lists)
        .header("Idempotency-Key", key)
        .json(Checklist.body("Tax return", "Letter"))
        .send()
        .isProblem(422, "idempotency-key-reused");
  }
}
