package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.ChecklistCreated;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.RequestKeys;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What staff do with checklists. */
final class ChecklistsTest {
  private final TestChecklists lists = new TestChecklists();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(lists.table);
  private final PersonId staff = lists.staff;

  private static List<String> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("name"))).toList();
  }

  /** Returns the types of what happened. */
  private List<String> happened() {
    return lists.events().stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  @Test
  void create_anyStaffMember_writesTheChecklistItsItemsAndTheEventAtOnce() {
    Exchange.Answer answer =
        lists.create(
            table,
            staff,
            """
            {"name": "Tax return", "description": "For 2025.\\r\\nEvery year.", "items": [
              {"name": "Passport"},
              {"name": "Married?", "kind": "yes-no", "ref": "married", "required": false},
              {"name": "Spouse", "description": "All pages", "accepts": ["application/pdf"],
               "showIf": {"ref": "married", "is": "yes"}},
              {"name": "Payslip", "perPeriod": true},
              {"name": "Home", "kind": "choice", "choices": ["Rented", "Owned"]}]}
            """);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry(
            "location", "/v1/firms/" + lists.firm.id + "/checklists/" + answer.get("checklistId"))
        .containsEntry("etag", "\"1\"");
    assertThat(answer.get("description")).isEqualTo("For 2025.\nEvery year.");
    assertThat(answer.get("archived")).isEqualTo(false);
    assertThat(answer.get("items"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "Passport", "kind", "document", "required", true, "perPeriod", false),
                Map.of(
                    "name",
                    "Married?",
                    "kind",
                    "yes-no",
                    "required",
                    false,
                    "perPeriod",
                    false,
                    "ref",
                    "married"),
                Map.of(
                    "name",
                    "Spouse",
                    "description",
                    "All pages",
                    "kind",
                    "document",
                    "required",
                    true,
                    "accepts",
                    List.of("application/pdf"),
                    "perPeriod",
                    false,
                    "showIf",
                    Map.of("ref", "married", "is", "yes")),
                Map.of("name", "Payslip", "kind", "document", "required", true, "perPeriod", true),
                Map.of(
                    "name",
                    "Home",
                    "kind",
                    "choice",
                    "required",
                    true,
                    "choices",
                    List.of("Rented", "Owned"),
                    "perPeriod",
                    false)));
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(lists.events())
        .singleElement()
        .isInstanceOfSatisfying(
            ChecklistCreated.class,
            event -> assertThat(event.checklist().name()).isEqualTo("Tax return"));
  }

  @Test
  void create_theSameRequestAgain_hasTheSameAnswer() {
    String body = TestChecklists.body(TestChecklists.item("Passport"));
    Exchange.Answer first = lists.create(table, staff, body);
    Map<Key, Item> before = lists.firm.table.everything();

    Exchange.Answer again = lists.create(table, staff, body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).isEqualTo(first.headers());
    assertThat(lists.firm.table.everything()).isEqualTo(before);
    assertThat(
            lists
                .create(table, staff, TestChecklists.body(TestChecklists.item("Letter")))
                .problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void create_bodyWithFaults_writesNothing() {
    Map<Key, Item> before = lists.firm.table.everything();

    for (String json :
        List.of("{}", "{\"name\": \"T\", \"items\": []}", "{\"name\": \" \", \"items\": [{}]}")) {
      Exchange.Answer answer = lists.create(table, staff, json);
      assertThat(answer.status()).as(json).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo("invalid-request");
    }
    assertThat(lists.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void list_showsThemByName_withoutTheirItems() {
    lists.checklist("mortgage", "Passport");
    lists.checklist("Äpfel", "Passport", "Letter");
    ChecklistPath old = lists.checklist("Old", "Passport");
    lists.archive(lists.table, staff, old);

    Exchange.Answer live = lists.list(table, staff, false);

    assertThat(names(live)).containsExactly("Äpfel", "mortgage");
    assertThat(live.get("items").toString()).contains("itemCount=2").doesNotContain("Passport");
    assertThat(names(lists.list(table, staff, true))).containsExactly("Old");
  }

  @Test
  void get_showsItWithItsItems_inOneRead() {
    ChecklistPath path = lists.checklist("Tax return", "Passport", "Letter");

    Exchange.Answer answer = lists.get(table, staff, path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.get("name")).isEqualTo("Tax return");
    assertThat(names(answer)).containsExactly("Passport", "Letter");
    assertThat(calls.made("read")).isEqualTo(1);
  }

  @Test
  void update_items_areReplacedAsAWhole() {
    ChecklistPath path = lists.checklist("Tax return", "Passport", "Letter");

    Exchange.Answer answer =
        lists.update(
            table, staff, path, "{\"items\": [{\"name\": \"Letter\"}, {\"name\": \"Bill\"}]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(names(answer)).containsExactly("Letter", "Bill");
    assertThat(lists.get(table, staff, path).body()).isEqualTo(answer.body());
    assertThat(happened()).containsExactlyInAnyOrder("ChecklistCreated", "ChecklistUpdated");
  }

  @Test
  void update_nameAndDescription_leaveTheItems() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    Item items = lists.table.require(RequestKeys.checklistItems(path));

    Exchange.Answer answer =
        lists.update(table, staff, path, "{\"name\": \"Taxes\", \"description\": \"Yearly\"}");

    assertThat(answer.get("name")).isEqualTo("Taxes");
    assertThat(answer.get("description")).isEqualTo("Yearly");
    assertThat(names(answer)).containsExactly("Passport");
    assertThat(lists.table.require(RequestKeys.checklistItems(path))).isEqualTo(items);
    assertThat(names(lists.list(table, staff, false))).containsExactly("Taxes");
    assertThat(lists.update(table, staff, path, "{\"description\": null}").has("description"))
        .isFalse();
  }

  @Test
  void update_nothingNew_writesNothing() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    Map<Key, Item> before = lists.firm.table.everything();

    for (String json :
        List.of(
            "{}", "{\"archived\": false}", TestChecklists.body(TestChecklists.item("Passport")))) {
      Exchange.Answer answer = lists.update(table, staff, path, json);
      assertThat(answer.status()).as(json).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    }
    assertThat(lists.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void update_ofAnotherRevision_isRefused() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    lists.update(lists.table, staff, path, "{\"name\": \"Taxes\"}");
    Map<Key, Item> before = lists.firm.table.everything();

    Exchange.Answer answer =
        lists
            .to("PATCH", staff, path)
            .header("if-match", "\"1\"")
            .json("{\"name\": \"Mine\"}")
            .send(new UpdateChecklistHandler(lists.module(table).updateChecklist()));

    assertThat(answer.problem()).isEqualTo("precondition-failed");
    assertThat(lists.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void archive_twice_isTheSameAsOnce_andNothingChangesUntilItIsTakenOut() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");

    assertThat(lists.archive(table, staff, path).status()).isEqualTo(204);
    Map<Key, Item> archived = lists.firm.table.everything();
    assertThat(lists.archive(table, staff, path).status()).isEqualTo(204);
    for (String json :
        List.of(
            "{\"name\": \"Mine\"}",
            "{\"items\": [{\"name\": \"Letter\"}]}",
            "{\"description\": \"Mine\", \"archived\": true}")) {
      assertThat(lists.update(table, staff, path, json).problem()).as(json).isEqualTo("archived");
    }
    assertThat(lists.firm.table.everything()).isEqualTo(archived);
    assertThat(lists.get(table, staff, path).get("archived")).isEqualTo(true);

    Exchange.Answer back =
        lists.update(table, staff, path, "{\"archived\": false, \"name\": \"Taxes\"}");
    assertThat(back.get("archived")).isEqualTo(false);
    assertThat(names(lists.list(table, staff, false))).containsExactly("Taxes");
    assertThat(happened())
        .containsExactlyInAnyOrder(
            "ChecklistCreated", "ChecklistArchived", "ChecklistUpdated", "ChecklistRestored");
  }

  @Test
  void othersThanStaff_findNothing() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    Map<Key, Item> before = lists.firm.table.everything();
    PersonId stranger = TestFirm.person();

    assertThat(
            List.of(
                lists.create(table, stranger, "no json").problem(),
                lists.list(table, stranger, false).problem(),
                lists.get(table, stranger, path).problem(),
                lists.update(table, stranger, path, "no json").problem(),
                lists.archive(table, stranger, path).problem()))
        .containsOnly("not-found");
    assertThat(lists.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aChecklistOfAnotherFirm_isUnknown() {
    TestFirm other = new TestFirm(lists.firm.table);
    PersonId theirs = other.staff(Role.ADMINISTRATOR, true);
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    Map<Key, Item> before = lists.firm.table.everything();
    ChecklistPath mixed = new ChecklistPath(other.id, path.checklist());
    ChecklistPath unknown = new ChecklistPath(other.id, new ChecklistId(other.ids.next()));

    for (ChecklistPath each : List.of(path, mixed, unknown)) {
      assertThat(
              lists
                  .to("GET", theirs, each)
                  .path("firmId", each.firm())
                  .send(new GetChecklistHandler(lists.module(table).getChecklist()))
                  .problem())
          .isEqualTo("not-found");
      assertThat(
              lists
                  .to("PATCH", theirs, each)
                  .path("firmId", each.firm())
                  .json("{\"name\": \"Mine\"}")
                  .send(new UpdateChecklistHandler(lists.module(table).updateChecklist()))
                  .problem())
          .isEqualTo("not-found");
    }
    assertThat(lists.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whatOthersChangeMeanwhile_isNotLost() {
    ChecklistPath path = lists.checklist("Tax return", "Passport");
    calls.beforeFirstWrite(
        () -> lists.update(lists.table, staff, path, "{\"items\": [{\"name\": \"Letter\"}]}"));

    Exchange.Answer answer = lists.update(table, staff, path, "{\"name\": \"Taxes\"}");

    assertThat(answer.get("name")).isEqualTo("Taxes");
    assertThat(names(answer)).containsExactly("Letter");
  }
}
