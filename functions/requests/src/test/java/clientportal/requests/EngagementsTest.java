package clientportal.requests;

import static clientportal.requests.TestRequests.ids;
import static clientportal.requests.TestRequests.items;
import static clientportal.requests.TestRequests.members;
import static clientportal.requests.TestRequests.named;
import static clientportal.requests.TestRequests.ok;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.EngagementCompleted;
import clientportal.access.events.EventData.EngagementCreated;
import clientportal.access.events.EventData.EngagementReopened;
import clientportal.access.events.EventData.EngagementUpdated;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.events.EventData.ItemUpdated;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsAnswered;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.EventData.ItemsPrepared;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff ask a client for, and what becomes of it: every answer, the items and the events. */
final class EngagementsTest {
  private static final String PASSPORT = "\"name\": \"Passport\"";
  private static final String HOUSE =
      "\"name\": \"A house?\", \"kind\": \"yes-no\", \"ref\": \"h\"";
  private static final String DEEDS =
      "\"name\": \"Deeds\", \"showIf\": {\"ref\": \"h\", \"is\": \"yes\"}";
  private static final String WHY = "\"name\": \"Why?\", \"kind\": \"text\"";

  private final TestRequests requests = new TestRequests();

  private Map<Key, Item> everything() {
    return requests.firm.table.everything();
  }

  private void arrive(EngagementPath path, ItemId item) {
    WholeEngagement whole = requests.stored(path);
    Outcome outcome =
        whole.apply(
            List.of(new WholeEngagement.Step(item, new ItemAction.Arrive(1))),
            new By(Actor.PORTAL, TestFirm.NOW));
    if (outcome instanceof Outcome.Changed changed) {
      requests.table.write(RequestWrites.of(changed, TestFirm.NOW));
    }
  }

  // ---- createEngagement ----

  @Test
  void create_engagement_hasAFolderOfItsName_openToNobody() {
    Exchange.Answer answer =
        requests.create(
            requests.table,
            requests.staff,
            """
            {"name": "Loan", "dueOn": "2026-03-14",
             "reminders": {"everyDays": 7, "beforeDueDays": [2]}}
            """);

    assertThat(answer.status()).isEqualTo(201);
    EngagementPath path =
        new EngagementPath(requests.client, new EngagementId((String) answer.get("engagementId")));
    assertThat(answer.headers()).containsEntry("location", path.toString());
    assertThat(answer.get("status")).isEqualTo("open");
    assertThat(answer.get("dueOn")).isEqualTo("2026-03-14");
    assertThat(answer.get("progress", "percent")).isEqualTo(0L);
    assertThat(answer.get("reminders").toString())
        .contains("firstAfterDays=3", "everyDays=7", "beforeDueDays=[2]", "atMost=10");
    Folder folder =
        Folder.fromItem(
            requests.table.require(
                TableKeys.folder(
                    new FolderPath(requests.client, requests.stored(path).engagement().folder()))));
    assertThat(folder.name()).isEqualTo("Loan");
    assertThat(folder.grants().all()).isEmpty();
    assertThat(requests.events(FolderCreated.class)).hasSize(1);
    assertThat(requests.events(EngagementCreated.class))
        .singleElement()
        .satisfies(event -> assertThat(event.folder()).isEqualTo(folder.named()));
  }

  @Test
  void create_again_hasTheResultOfTheFirst() {
    Exchange.Answer first = requests.create(requests.table, requests.staff, "{\"name\": \"A\"}");
    Exchange.Answer again = requests.create(requests.table, requests.staff, "{\"name\": \"A\"}");
    Exchange.Answer other = requests.create(requests.table, requests.staff, "{\"name\": \"B\"}");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(requests.events(EngagementCreated.class)).hasSize(1);
  }

  @Test
  void create_byOthers_isRefused_beforeTheBodyIsLookedAt() {
    assertThat(requests.create(requests.table, requests.carla, "no json").problem())
        .isEqualTo("permission-required");
    assertThat(requests.create(requests.table, TestFirm.person(), "no json").problem())
        .isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \" \"} | /name",
        "{\"name\": \"A\", \"dueOn\": \"2026-02-30\"} | /dueOn",
        "{\"name\": \"A\", \"dueOn\": \"soon\"} | /dueOn",
        "{\"name\": \"A\", \"reminders\": {\"everyDays\": 0}} | /reminders/everyDays",
        "{\"name\": \"A\", \"reminders\": {\"beforeDueDays\": [31]}} | /reminders/beforeDueDays/0",
        "{\"name\": \"A\", \"reminders\": {\"x\": 1}} | /reminders/x"
      })
  void create_withAFault_isRefused(String json, String pointer) {
    Map<Key, Item> before = everything();

    Exchange.Answer answer = requests.create(requests.table, requests.staff, json);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.get("errors").toString()).contains("pointer=" + pointer);
    assertThat(everything()).isEqualTo(before);
  }

  // ---- requestDocuments, sendRequest ----

  @Test
  void request_items_areOpenToTheAssigneeAlone() {
    EngagementPath path = requests.engagement("Loan");

    Exchange.Answer answer =
        requests.request(
            requests.table,
            requests.sharer,
            path,
            items(List.of(PASSPORT, WHY), ", \"dueOn\": \"2026-03-14\""));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("notNotified")).isEqualTo(List.of());
    assertThat(members(answer, "items", item -> item.get("status") + " " + item.get("kind")))
        .containsExactly("open document", "open text");
    assertThat(requests.events(DocumentsRequested.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).isEqualTo(ids(answer)))
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
    assertThat(ids(requests.get(requests.table, requests.carla, path))).isEqualTo(ids(answer));
    assertThat(requests.get(requests.table, requests.colin, path).problem()).isEqualTo("not-found");
  }

  @Test
  void request_drafts_areSeenByStaffAlone_untilTheyAreSent() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> drafts =
        ids(
            ok(
                requests.request(
                    requests.table,
                    requests.staff,
                    path,
                    items(List.of(PASSPORT, WHY), ", \"draft\": true"))));

    assertThat(requests.get(requests.table, requests.carla, path).problem()).isEqualTo("not-found");
    assertThat(requests.send(requests.table, requests.staff, path, "{}").problem())
        .isEqualTo("permission-required");
    Exchange.Answer first =
        ok(requests.send(requests.table, requests.sharer, path, named(drafts.getFirst())));
    Exchange.Answer rest = ok(requests.send(requests.table, requests.sharer, path, "{}"));

    assertThat(ids(first)).containsExactly(drafts.getFirst());
    assertThat(ids(rest)).containsExactly(drafts.getLast());
    assertThat(requests.events(ItemsPrepared.class)).hasSize(1);
    assertThat(requests.events(DocumentsRequested.class)).hasSize(2);
    assertThat(requests.stored(path).items())
        .extracting(RequestItem::status)
        .containsOnly(ItemStatus.OPEN);
  }

  @Test
  void send_whatIsAskedAlready_changesNothing() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT);
    Map<Key, Item> before = everything();

    Exchange.Answer answer =
        requests.send(requests.table, requests.sharer, path, named(items.getFirst()));

    assertThat(ids(answer)).isEqualTo(items);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void request_takesThePermission_unlessTheItemsAreDrafts() {
    EngagementPath path = requests.engagement("Loan");
    Map<Key, Item> before = everything();

    assertThat(
            requests
                .request(requests.table, requests.staff, path, items(List.of(PASSPORT), ""))
                .problem())
        .isEqualTo("permission-required");
    assertThat(everything()).isEqualTo(before);
    requests.asked(path, PASSPORT);
    assertThat(
            requests
                .request(requests.table, requests.carla, path, items(List.of(PASSPORT), ""))
                .problem())
        .isEqualTo("permission-required");
    assertThat(
            requests
                .request(
                    requests.table,
                    requests.staff,
                    path,
                    items(List.of(PASSPORT), ", \"draft\": true"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void request_itemsPerPeriod_areOneEach() {
    EngagementPath path = requests.engagement("Books");
    String json =
        items(
            List.of("\"name\": \"Statement\", \"perPeriod\": true", PASSPORT),
            ", \"periods\": {\"unit\": \"%s\", \"first\": \"%s\", \"last\": \"%s\"}");

    assertThat(periods(path, json.formatted("month", "2025-11", "2026-01")))
        .containsExactly("2025-11", "2025-12", "2026-01", "-");
    assertThat(periods(path, json.formatted("quarter", "2025-Q4", "2026-Q1")))
        .containsExactly("2025-Q4", "2026-Q1", "-");
    assertThat(periods(path, json.formatted("year", "2024", "2026")))
        .containsExactly("2024", "2025", "2026", "-");
    assertThat(
            requests
                .request(
                    requests.table,
                    requests.sharer,
                    path,
                    json.formatted("month", "2025-01", "2026-01"))
                .get("errors")
                .toString())
        .contains("/periods/last", "range");
    assertThat(
            requests
                .request(
                    requests.table, requests.sharer, path, json.formatted("year", "2026-01", "27"))
                .get("errors")
                .toString())
        .contains("/periods/first", "/periods/last", "format");
  }

  private List<String> periods(EngagementPath path, String json) {
    return members(
        ok(requests.request(requests.table, requests.sharer, path, json)),
        "items",
        item -> item.containsKey("period") ? String.valueOf(item.get("period")) : "-");
  }

  @Test
  void request_aChecklist_asksForItsItems_inTheirOrder() {
    Exchange.Answer checklist =
        Exchange.of("POST", "/v1/firms/" + requests.firm.id + "/checklists")
            .as(requests.staff.value())
            .path("firmId", requests.firm.id)
            .json(
                "{\"name\": \"House\", \"items\": [{%s}, {%s}, {%s}]}"
                    .formatted(PASSPORT, HOUSE, DEEDS))
            .send(new CreateChecklistHandler(requests.module(requests.table).createChecklist()));
    EngagementPath path = requests.engagement("Loan");
    String json = "{\"checklistId\": \"%s\"}".formatted(ok(checklist).get("checklistId"));

    Exchange.Answer answer = ok(requests.request(requests.table, requests.sharer, path, json));

    assertThat(members(answer, "items", item -> item.get("name") + " " + item.get("hidden")))
        .containsExactly("Passport false", "A house? false", "Deeds true");
    assertThat(requests.stored(path).items().getLast().wanted().showIf())
        .map(RequestItem.ShowIf::item)
        .contains(ids(answer).get(1));
  }

  @Test
  void request_ofWhatIsNotThere_isRefused_andNothingIsWritten() {
    EngagementPath path = requests.engagement("Loan");
    Map<Key, Item> before = everything();

    Exchange.Answer checklist =
        requests.request(
            requests.table,
            requests.sharer,
            path,
            "{\"checklistId\": \"%s\"}".formatted(requests.firm.ids.next()));
    Exchange.Answer contact =
        requests.request(
            requests.table,
            requests.sharer,
            path,
            items(List.of(PASSPORT), ", \"assignee\": \"%s\"".formatted(requests.firm.ids.next())));
    Exchange.Answer all =
        requests.request(
            requests.table,
            requests.sharer,
            path,
            items(List.of(PASSPORT), ", \"assignee\": \"all-authorized\""));
    Exchange.Answer nothing = requests.request(requests.table, requests.sharer, path, "{}");

    assertThat(checklist.problem()).isEqualTo("unknown-reference");
    assertThat(checklist.get("errors").toString()).contains("/checklistId");
    assertThat(contact.problem()).isEqualTo("recipient-not-permitted");
    assertThat(all.get("errors").toString()).contains("/assignee");
    assertThat(nothing.get("errors").toString()).contains("/items", "required");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void request_moreThanEightyItems_isRefused() {
    EngagementPath path = requests.engagement("Loan");
    List<String> many = IntStream.range(0, 80).mapToObj(_ -> PASSPORT).toList();
    requests.asked(path, many.toArray(String[]::new));

    assertThat(
            requests
                .request(requests.table, requests.sharer, path, items(List.of(WHY), ""))
                .problem())
        .isEqualTo("limit-reached");
    assertThat(requests.stored(path).items()).hasSize(80);
  }

  @Test
  void request_ofSomebodyWithoutAccount_isSaidSo() {
    EngagementPath path = requests.engagement("Loan");

    Exchange.Answer answer =
        ok(
            requests.request(
                requests.table,
                requests.sharer,
                path,
                items(List.of(PASSPORT), ", \"assignee\": \"%s\"".formatted(requests.contact))));

    assertThat(answer.get("notNotified").toString())
        .contains(requests.contact.value(), "reason=no-account");
    assertThat(requests.events(DocumentsRequested.class).getFirst().audience())
        .containsExactly(requests.toColin());
  }

  @Test
  void request_again_hasTheResultOfTheFirst() {
    EngagementPath path = requests.engagement("Loan");

    List<ItemId> first = requests.asked(path, PASSPORT, WHY);
    List<ItemId> again = requests.asked(path, PASSPORT, WHY);

    assertThat(again).isEqualTo(first);
    assertThat(requests.stored(path).items()).hasSize(2);
    assertThat(requests.events(DocumentsRequested.class)).hasSize(1);
  }

  // ---- getEngagement, listEngagements ----

  @Test
  void get_showsEachTheirOwn_andOfTheOthersNumbersAlone() {
    EngagementPath path = requests.engagement("Loan");
    requests.asked(path, PASSPORT);
    ok(
        requests.request(
            requests.table,
            requests.sharer,
            path,
            items(
                List.of("\"name\": \"Payslip\""),
                ", \"assignee\": \"%s\"".formatted(requests.contact))));

    Exchange.Answer staff = requests.get(requests.table, requests.staff, path);
    Exchange.Answer carla = requests.get(requests.table, requests.carla, path);
    ok(update(requests.sharer, path, "{\"progressShown\": true}"));
    Exchange.Answer shown = requests.get(requests.table, requests.colin, path);

    assertThat(members(staff, "items", item -> String.valueOf(item.get("name"))))
        .containsExactly("Passport", "Payslip");
    assertThat(staff.headers())
        .containsEntry("etag", "\"" + (requests.stored(path).engagement().revision() - 1) + "\"");
    assertThat(carla.body().toString()).contains("Passport").doesNotContain("Payslip", "others=");
    assertThat(carla.get("progress", "open")).isEqualTo(1L);
    assertThat(shown.get("others", "open")).isEqualTo(1L);
    assertThat(shown.body().toString()).contains("Payslip").doesNotContain("Passport");
  }

  @Test
  void get_ofWhatIsAskedOfOthers_showsNoNamesNorAnswersNorReasons() {
    Exchange.Answer one = seenBesides("Passport", "C01X", "It has expired.", "I have none.");
    Exchange.Answer other = seenBesides("Divorce papers", "Pending", "Too old.", "No.");

    assertThat(withoutIds(one)).isEqualTo(withoutIds(other));
    assertThat(withoutEtag(one)).isEqualTo(withoutEtag(other));
    assertThat(one.get("others", "open")).isEqualTo(1L);
    assertThat(one.get("others", "notApplicable")).isEqualTo(1L);
  }

  /** The ETag is a hash of the answer, with the ids in it. */
  private static Map<String, String> withoutEtag(Exchange.Answer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.remove("etag");
    return headers;
  }

  private static String withoutIds(Exchange.Answer answer) {
    return answer.body().toString().replaceAll("[0-9a-hjkmnp-tv-z]{26}", "ID");
  }

  /** What a contact sees of a loan for which the client is asked for two other things. */
  private static Exchange.Answer seenBesides(
      String name, String answer, String reason, String excuse) {
    TestRequests requests = new TestRequests();
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> others =
        requests.asked(
            path,
            "\"kind\": \"text\", \"name\": \"%s\"".formatted(name),
            "\"name\": \"Second %s\"".formatted(name));
    ok(
        requests.request(
            requests.table,
            requests.sharer,
            path,
            items(
                List.of("\"name\": \"Payslip\""),
                ", \"assignee\": \"%s\"".formatted(requests.contact))));
    ItemId question = others.getFirst();
    ok(requests.answer(requests.table, requests.carla, path, question, "\"" + answer + "\""));
    ok(requests.submit(requests.table, requests.carla, path, named(question)));
    ok(
        requests.review(
            requests.table,
            requests.sharer,
            path,
            reviews(review(question, "reject").replace("It is too dark.", reason))));
    ok(
        requests.markNotApplicable(
            requests.table,
            requests.carla,
            path,
            others.getLast(),
            "{\"reason\": \"%s\"}".formatted(excuse)));
    ok(requests.update(requests.table, requests.sharer, path, "{\"progressShown\": true}"));
    return ok(requests.get(requests.table, requests.colin, path));
  }

  @Test
  void list_isNewestFirst_toStaffAll_toOthersWhatIsAskedOfThem() {
    EngagementPath first = requests.engagement("First");
    EngagementPath second = requests.engagement("Second");
    EngagementPath third = requests.engagement("Third");
    requests.asked(first, PASSPORT, WHY);
    ItemId settled = requests.asked(third, WHY).getFirst();
    requests.answer(requests.table, requests.carla, third, settled, "\"So.\"");
    ok(requests.review(requests.table, requests.sharer, third, accept(settled)));
    List<String> newest =
        List.of(first, second, third).stream()
            .map(path -> path.engagement().value())
            .sorted(Comparator.reverseOrder())
            .toList();

    assertThat(listed(requests.staff, Map.of())).isEqualTo(newest);
    assertThat(listed(requests.carla, Map.of())).containsExactly(first.engagement().value());
    assertThat(listed(requests.carla, Map.of("settled", "true")))
        .containsExactly(third.engagement().value());
    assertThat(listed(requests.colin, Map.of())).isEmpty();
    assertThat(requests.list(requests.table, requests.carla, Map.of()).get("items").toString())
        .contains("asked={open=2, submitted=0, accepted=0, notApplicable=0}");
    assertThat(requests.list(requests.table, requests.carla, Map.of("settled", "x")).status())
        .isEqualTo(400);
    assertThat(requests.list(requests.table, TestFirm.person(), Map.of()).problem())
        .isEqualTo("not-found");
  }

  private List<String> listed(PersonId caller, Map<String, String> query) {
    return members(
        ok(requests.list(requests.table, caller, query)),
        "items",
        each -> String.valueOf(each.get("engagementId")));
  }

  @Test
  void list_goesOnPageByPage() {
    for (int i = 0; i < 5; i++) {
      requests.asked(requests.engagement("Loan " + i), PASSPORT);
    }
    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      List<String> seen = new ArrayList<>();
      Map<String, String> query = Map.of("limit", "2");
      for (int page = 0; page < 3; page++) {
        Exchange.Answer answer = ok(requests.list(requests.table, caller, query));
        seen.addAll(members(answer, "items", each -> String.valueOf(each.get("engagementId"))));
        query =
            answer.has("nextCursor")
                ? Map.of("limit", "2", "cursor", (String) answer.get("nextCursor"))
                : Map.of("limit", "2");
      }
      assertThat(seen).hasSize(5).isEqualTo(listed(caller, Map.of()));
    }
  }

  // ---- answerItem ----

  @Test
  void answer_showsWhatDependsOnIt_andStandsInItsItemAlone() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, HOUSE, DEEDS, WHY);

    ok(requests.answer(requests.table, requests.carla, path, items.get(0), "\"yes\""));
    ok(requests.answer(requests.table, requests.carla, path, items.get(2), "\"A secret.\""));

    assertThat(ids(requests.get(requests.table, requests.carla, path))).isEqualTo(items);
    assertThat(requests.events(ItemsAnswered.class)).hasSize(2);
    assertThat(requests.events(DocumentsRequested.class))
        .extracting(event -> event.items().size())
        .containsExactlyInAnyOrder(3, 1);
    assertThat(
            everything().values().stream()
                .filter(item -> item.toString().contains("A secret."))
                .map(Item::key))
        .containsExactly(RequestKeys.requestItem(path.item(items.get(2))));
  }

  @Test
  void answer_again_changesNothing_andNoneTakesItBack() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, WHY).getFirst();
    ok(requests.answer(requests.table, requests.carla, path, item, "\"So.\""));
    Map<Key, Item> before = everything();

    Exchange.Answer again =
        ok(requests.answer(requests.table, requests.carla, path, item, "\"So.\""));
    assertThat(again.get("answer")).isEqualTo("So.");
    assertThat(everything()).isEqualTo(before);
    Exchange.Answer none = ok(requests.answer(requests.table, requests.carla, path, item, ""));
    assertThat(none.has("answer")).isFalse();
    assertThat(none.get("started")).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"yes-no\" | \"maybe\" | enum",
        "\"kind\": \"choice\", \"choices\": [\"a\", \"b\"] | \"c\" | enum",
        "\"kind\": \"date\" | \"2026-02-30\" | format",
        "\"kind\": \"text\" | \" \" | format",
        "\"kind\": \"text\" | 1 | type",
        "\"kind\": \"text\" | null | type"
      })
  void answer_ofAnotherKind_isRefused(String kind, String answer, String code) {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, "\"name\": \"Question\", " + kind).getFirst();
    Map<Key, Item> before = everything();

    Exchange.Answer refused = requests.answer(requests.table, requests.carla, path, item, answer);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.get("errors").toString()).contains("pointer=/answer", "code=" + code);
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"4000, 200", "4001, 400"})
  void answer_hasAtMostFourThousandCharacters(int length, int status) {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, WHY).getFirst();

    assertThat(
            requests
                .answer(
                    requests.table, requests.carla, path, item, "\"" + "💶".repeat(length) + "\"")
                .status())
        .isEqualTo(status);
  }

  @Test
  void answer_onBehalf_takesThePermission_andOthersFindNothing() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, WHY).getFirst();

    assertThat(requests.answer(requests.table, requests.staff, path, item, "\"So.\"").problem())
        .isEqualTo("permission-required");
    assertThat(requests.answer(requests.table, requests.colin, path, item, "\"So.\"").problem())
        .isEqualTo("not-found");
    ok(requests.answer(requests.table, requests.sharer, path, item, "\"So.\""));
    assertThat(requests.stored(path, item).answers().getFirst().by().actor().as())
        .isEqualTo(Actor.As.STAFF);
  }

  // ---- submitItems, reviewItems ----

  @Test
  void submit_items_notifiesTheTeam_andIsAllOrNone() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY);
    arrive(path, items.get(0));
    Map<Key, Item> before = everything();

    Exchange.Answer both =
        requests.submit(requests.table, requests.carla, path, named(items.get(0), items.get(1)));
    assertThat(both.status()).isEqualTo(409);
    assertThat(both.problem()).isEqualTo("status-conflict");
    assertThat(both.get("state")).isEqualTo("open");
    assertThat(both.get("detail").toString()).contains(items.get(1).value());
    assertThat(everything()).isEqualTo(before);

    Exchange.Answer one =
        ok(requests.submit(requests.table, requests.carla, path, named(items.get(0))));
    assertThat(members(one, "items", item -> String.valueOf(item.get("status"))))
        .containsExactly("submitted");
    assertThat(requests.events(ItemsSubmitted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).containsExactly(requests.team))
        .satisfies(event -> assertThat(event.items()).containsExactly(items.get(0)));
  }

  @Test
  void submit_whatIsSubmitted_changesNothing() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    arrive(path, item);
    ok(requests.submit(requests.table, requests.carla, path, named(item)));
    Map<Key, Item> before = everything();

    ok(
        requests
            .to("POST", requests.carla, path, "/submissions")
            .json(named(item))
            .send(new SubmitItemsHandler(requests.module(requests.table).submitItems())));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void submit_itemsOfOthers_areUnknown() {
    EngagementPath path = requests.engagement("Loan");
    ItemId own = requests.asked(path, PASSPORT).getFirst();
    ItemId theirs =
        ids(ok(
                requests.request(
                    requests.table,
                    requests.sharer,
                    path,
                    items(List.of(WHY), ", \"assignee\": \"%s\"".formatted(requests.contact)))))
            .getFirst();
    arrive(path, own);
    Map<Key, Item> before = everything();

    for (ItemId other : List.of(theirs, new ItemId(requests.firm.ids.next()))) {
      Exchange.Answer answer =
          requests.submit(requests.table, requests.carla, path, named(own, other));
      assertThat(answer.problem()).isEqualTo("unknown-reference");
      assertThat(answer.get("errors").toString()).contains("pointer=/itemIds/1");
    }
    assertThat(requests.submit(requests.table, requests.sharer, path, named(own)).problem())
        .isEqualTo("permission-required");
    assertThat(requests.submit(requests.table, requests.carla, path, named(own, own)).status())
        .isEqualTo(400);
    assertThat(everything()).isEqualTo(before);
  }

  private static String accept(ItemId item) {
    return "{\"reviews\": [{\"itemId\": \"%s\", \"verdict\": \"accept\"}]}".formatted(item);
  }

  private static String reviews(String... reviews) {
    return "{\"reviews\": [%s]}".formatted(String.join(", ", reviews));
  }

  private static String review(ItemId item, String verdict) {
    return verdict.equals("accept")
        ? "{\"itemId\": \"%s\", \"verdict\": \"accept\"}".formatted(item)
        : """
        {"itemId": "%s", "verdict": "%s", "code": "unreadable", "reason": "It is too dark."}
        """
            .formatted(item, verdict);
  }

  @Test
  void review_items_acceptsSome_andAsksForOthersAgain() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY, "\"name\": \"Letter\"");
    arrive(path, items.get(0));
    ok(requests.answer(requests.table, requests.carla, path, items.get(1), "\"So.\""));
    arrive(path, items.get(2));

    Exchange.Answer answer =
        ok(
            requests.review(
                requests.table,
                requests.sharer,
                path,
                reviews(
                    review(items.get(0), "accept"),
                    review(items.get(1), "reject"),
                    review(items.get(2), "accept-in-part"))));

    assertThat(members(answer, "items", item -> item.get("status") + " " + item.get("round")))
        .containsExactly("accepted 1", "open 2", "open 2");
    assertThat(requests.events(ItemsAccepted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).isEmpty());
    assertThat(requests.events(ItemsRejected.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).containsExactly(items.get(1), items.get(2)))
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
    Exchange.Answer read = requests.get(requests.table, requests.carla, path);
    assertThat(read.body().toString()).contains("It is too dark.", "code=unreadable");
  }

  @Test
  void review_theLast_notifiesWhoWasAsked() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY);
    arrive(path, items.get(0));
    ok(requests.answer(requests.table, requests.carla, path, items.get(1), "\"So.\""));

    ok(
        requests.review(
            requests.table,
            requests.sharer,
            path,
            reviews(review(items.get(0), "accept"), review(items.get(1), "accept"))));

    assertThat(requests.events(ItemsAccepted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
  }

  @Test
  void review_byOthers_orOfWhatHasNotArrived_isRefused() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    Map<Key, Item> before = everything();

    assertThat(requests.review(requests.table, requests.staff, path, accept(item)).problem())
        .isEqualTo("permission-required");
    assertThat(requests.review(requests.table, requests.carla, path, accept(item)).problem())
        .isEqualTo("permission-required");
    assertThat(requests.review(requests.table, requests.colin, path, accept(item)).problem())
        .isEqualTo("not-found");
    assertThat(requests.review(requests.table, requests.sharer, path, accept(item)).problem())
        .isEqualTo("status-conflict");
    assertThat(
            requests
                .review(
                    requests.table,
                    requests.sharer,
                    path,
                    reviews("{\"itemId\": \"%s\", \"verdict\": \"reject\"}".formatted(item)))
                .get("errors")
                .toString())
        .contains("/reviews/0/code", "/reviews/0/reason", "required");
    assertThat(
            requests
                .review(
                    requests.table,
                    requests.sharer,
                    path,
                    reviews(review(item, "accept"), review(item, "accept")))
                .get("errors")
                .toString())
        .contains("/reviews/1/itemId", "duplicate");
    assertThat(
            requests
                .review(
                    requests.table,
                    requests.sharer,
                    path,
                    accept(new ItemId(requests.firm.ids.next())))
                .get("errors")
                .toString())
        .contains("/reviews/0/itemId");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void review_again_hasTheResultOfTheFirst() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, WHY).getFirst();
    ok(requests.answer(requests.table, requests.carla, path, item, "\"So.\""));
    String json = reviews(review(item, "reject"));

    ok(requests.review(requests.table, requests.sharer, path, json));
    Exchange.Answer again = ok(requests.review(requests.table, requests.sharer, path, json));

    assertThat(members(again, "items", each -> String.valueOf(each.get("round"))))
        .containsExactly("2");
    assertThat(requests.events(ItemsRejected.class)).hasSize(1);
  }

  @Test
  void onceTheEngagementHasEnded_nothingIsChanged() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    arrive(path, item);
    ok(set(requests.sharer, path, "cancelled"));

    Exchange.Answer answer = requests.submit(requests.table, requests.carla, path, named(item));

    assertThat(answer.problem()).isEqualTo("status-conflict");
    assertThat(answer.get("state")).isEqualTo("cancelled");
    assertThat(
            requests
                .request(requests.table, requests.sharer, path, items(List.of(WHY), ""))
                .get("state"))
        .isEqualTo("cancelled");
    assertThat(requests.get(requests.table, requests.carla, path).get("status"))
        .isEqualTo("cancelled");
  }

  // ---- markItemNotApplicable, withdrawItem ----

  private static final String REASON = "{\"reason\": \"We have none.\"}";

  private Exchange.Answer markNotApplicable(PersonId caller, EngagementPath path, ItemId item) {
    return requests.markNotApplicable(requests.table, caller, path, item, REASON);
  }

  private Exchange.Answer withdraw(PersonId caller, EngagementPath path, ItemId item) {
    return requests.withdraw(requests.table, caller, path, item, "k");
  }

  @Test
  void mark_item_notifiesTheTeam_withoutTheReason() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();

    Exchange.Answer answer = ok(markNotApplicable(requests.carla, path, item));

    assertThat(answer.get("status")).isEqualTo("not-applicable");
    assertThat(answer.get("notApplicable", "reason")).isEqualTo("We have none.");
    assertThat(answer.get("notApplicable", "confirmed")).isEqualTo(false);
    assertThat(requests.events(ItemMarkedNotApplicable.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).containsExactly(item))
        .satisfies(event -> assertThat(event.audience()).containsExactly(requests.team));
    assertThat(
            everything().values().stream()
                .filter(each -> each.toString().contains("We have none."))
                .map(Item::key))
        .containsExactly(RequestKeys.requestItem(path.item(item)));
  }

  @Test
  void mark_again_hasTheResultOfTheFirst_andOfWhatIsMarkedChangesNothing() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    ok(markNotApplicable(requests.carla, path, item));
    Map<Key, Item> before = everything();

    ok(markNotApplicable(requests.carla, path, item));
    ok(
        requests.markNotApplicable(
            requests.table, requests.carla, path, item, "{\"reason\": \"Really none.\"}"));

    assertThat(everything()).isEqualTo(before);
    assertThat(
            requests
                .markNotApplicable(
                    requests.table, requests.carla, path, item, "{\"reason\": \" \"}")
                .get("errors")
                .toString())
        .contains("/reason");
  }

  @Test
  void mark_byOthers_orOfWhatHasArrived_isRefused() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    arrive(path, item);
    Map<Key, Item> before = everything();

    assertThat(markNotApplicable(requests.sharer, path, item).problem())
        .isEqualTo("permission-required");
    assertThat(markNotApplicable(requests.colin, path, item).problem()).isEqualTo("not-found");
    assertThat(markNotApplicable(requests.carla, path, item).problem())
        .isEqualTo("status-conflict");
    assertThat(withdraw(requests.sharer, path, item).problem()).isEqualTo("permission-required");
    assertThat(withdraw(requests.colin, path, item).problem()).isEqualTo("not-found");
    assertThat(withdraw(requests.carla, path, item).problem()).isEqualTo("status-conflict");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void withdraw_item_opensIt_withWhatHasArrived_andNotifiesTheTeam() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, WHY).getFirst();
    ok(requests.answer(requests.table, requests.carla, path, item, "\"So.\""));
    ok(requests.submit(requests.table, requests.carla, path, named(item)));

    Exchange.Answer answer = ok(withdraw(requests.carla, path, item));
    Exchange.Answer again = ok(withdraw(requests.carla, path, item));

    assertThat(answer.get("status")).isEqualTo("open");
    assertThat(answer.get("answer")).isEqualTo("So.");
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(requests.events(ItemWithdrawn.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).containsExactly(item))
        .satisfies(event -> assertThat(event.audience()).containsExactly(requests.team));
    assertThat(requests.withdraw(requests.table, requests.carla, path, item, "other").get("state"))
        .isEqualTo("open");
  }

  @Test
  void mark_aQuestion_hidesWhatDependsOnIt_andWithdrawing_asksForItAgain() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, HOUSE, DEEDS);
    ok(requests.answer(requests.table, requests.carla, path, items.getFirst(), "\"yes\""));
    ok(
        requests.review(
            requests.table, requests.sharer, path, reviews(review(items.getFirst(), "reject"))));
    assertThat(ids(requests.get(requests.table, requests.carla, path))).isEqualTo(items);

    ok(markNotApplicable(requests.carla, path, items.getFirst()));
    assertThat(ids(requests.get(requests.table, requests.carla, path)))
        .containsExactly(items.getFirst());
    ok(withdraw(requests.carla, path, items.getFirst()));

    assertThat(ids(requests.get(requests.table, requests.carla, path))).isEqualTo(items);
    assertThat(requests.events(DocumentsRequested.class))
        .filteredOn(event -> event.items().equals(List.of(items.getLast())))
        .hasSize(2);
  }

  // ---- reopenItems, cancelItems ----

  private static String again(ItemId... ids) {
    return named(ids).replaceFirst("}$", ", \"reason\": \"Once more.\"}");
  }

  private Exchange.Answer reopen(PersonId caller, EngagementPath path, String json) {
    return requests.reopen(requests.table, caller, path, json);
  }

  private Exchange.Answer cancel(PersonId caller, EngagementPath path, String json) {
    return requests.cancel(requests.table, caller, path, json);
  }

  @Test
  void cancel_items_notifiesThoseOfWhomTheyWereAsked_andReopening_asksAgain() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY);
    ok(requests.answer(requests.table, requests.carla, path, items.getLast(), "\"So.\""));

    Exchange.Answer cancelled =
        ok(cancel(requests.sharer, path, named(items.toArray(ItemId[]::new))));
    assertThat(members(cancelled, "items", item -> String.valueOf(item.get("status"))))
        .containsExactly("cancelled", "cancelled");
    assertThat(requests.events(ItemsCancelled.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).isEqualTo(items))
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
    Exchange.Answer opened = ok(reopen(requests.sharer, path, again(items.getLast())));

    assertThat(members(opened, "items", item -> item.get("status") + " " + item.get("answer")))
        .containsExactly("open So.");
    assertThat(opened.body().toString()).contains("verdict=reopen", "reason=Once more.");
    assertThat(requests.events(ItemsReopened.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).containsExactly(items.getLast()))
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
  }

  @Test
  void cancel_drafts_areGone_withWhatDependsOnThem_byAnyStaff() {
    EngagementPath path = requests.engagement("Loan");
    ItemId asked = requests.asked(path, PASSPORT).getFirst();
    List<ItemId> drafts =
        ids(
            ok(
                requests.request(
                    requests.table,
                    requests.staff,
                    path,
                    items(List.of(HOUSE, DEEDS), ", \"draft\": true"))));
    Map<Key, Item> before = everything();

    assertThat(cancel(requests.staff, path, named(drafts.getFirst())).get("detail").toString())
        .contains("Others depend on it");
    assertThat(cancel(requests.staff, path, named(drafts.getFirst(), asked)).problem())
        .isEqualTo("permission-required");
    assertThat(everything()).isEqualTo(before);
    ok(cancel(requests.staff, path, named(drafts.toArray(ItemId[]::new))));

    assertThat(requests.stored(path).items()).extracting(RequestItem::id).containsExactly(asked);
    assertThat(requests.events(ItemsCancelled.class))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).isEmpty());
  }

  @Test
  void cancelAndReopen_again_haveTheResultOfTheFirst() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();

    ok(cancel(requests.sharer, path, named(item)));
    ok(cancel(requests.sharer, path, named(item)));
    ok(reopen(requests.sharer, path, again(item)));
    Map<Key, Item> before = everything();
    ok(reopen(requests.sharer, path, again(item)));
    ok(cancel(requests.sharer, path, named(item)));

    assertThat(everything()).isEqualTo(before);
    assertThat(requests.events(ItemsReopened.class)).hasSize(1);
    assertThat(requests.events(ItemsCancelled.class)).hasSize(1);
  }

  @Test
  void cancelAndReopen_byOthers_orOfWhatIsNotThere_areRefused() {
    EngagementPath path = requests.engagement("Loan");
    ItemId item = requests.asked(path, PASSPORT).getFirst();
    ItemId none = new ItemId(requests.firm.ids.next());
    Map<Key, Item> before = everything();

    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      assertThat(reopen(caller, path, again(item)).problem()).isEqualTo("permission-required");
      assertThat(cancel(caller, path, named(item)).problem()).isEqualTo("permission-required");
    }
    assertThat(reopen(requests.colin, path, again(item)).problem()).isEqualTo("not-found");
    assertThat(cancel(requests.colin, path, named(item)).problem()).isEqualTo("not-found");
    assertThat(reopen(requests.sharer, path, again(item)).get("state")).isEqualTo("open");
    assertThat(reopen(requests.sharer, path, again(none)).problem()).isEqualTo("unknown-reference");
    assertThat(cancel(requests.sharer, path, named(item, none)).get("errors").toString())
        .contains("pointer=/itemIds/1");
    assertThat(reopen(requests.sharer, path, named(item)).get("errors").toString())
        .contains("/reason", "required");
    assertThat(everything()).isEqualTo(before);
  }

  // ---- setEngagementStatus ----

  private Exchange.Answer set(PersonId caller, EngagementPath path, String status) {
    return requests.setStatus(
        requests.table, caller, path, "{\"status\": \"%s\"}".formatted(status));
  }

  private static final String CANCEL_THE_REST = "{\"status\": \"completed\", \"rest\": \"cancel\"}";

  @Test
  void status_completed_needsWhatIsRequired_orCancelsTheRest() {
    EngagementPath path = requests.engagement("Loan");
    requests.asked(path, PASSPORT, WHY + ", \"required\": false");
    Map<Key, Item> before = everything();

    Exchange.Answer refused = set(requests.sharer, path, "completed");
    assertThat(refused.problem()).isEqualTo("status-conflict");
    assertThat(refused.get("state")).isEqualTo("open");
    assertThat(everything()).isEqualTo(before);
    Exchange.Answer completed =
        ok(requests.setStatus(requests.table, requests.sharer, path, CANCEL_THE_REST));

    assertThat(completed.get("status")).isEqualTo("completed");
    assertThat(completed.get("progress", "cancelled")).isEqualTo(2L);
    assertThat(completed.headers())
        .containsEntry("etag", "\"" + requests.stored(path).engagement().revision() + "\"");
    assertThat(requests.events(EngagementCompleted.class)).hasSize(1);
    assertThat(requests.events(ItemsCancelled.class))
        .singleElement()
        .satisfies(event -> assertThat(event.items()).hasSize(2))
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
  }

  @Test
  void status_completed_cancelsWhatIsOptional_andReopening_leavesItSo() {
    EngagementPath path = requests.engagement("Loan");
    requests.asked(path, PASSPORT + ", \"required\": false");

    ok(set(requests.sharer, path, "completed"));
    ok(set(requests.sharer, path, "open"));

    assertThat(requests.stored(path).items())
        .extracting(RequestItem::status)
        .containsExactly(ItemStatus.CANCELLED);
    assertThat(requests.events(EngagementReopened.class)).hasSize(1);
  }

  @Test
  void status_cancelled_takesItsItemsAlong_andOpen_bringsThemBackAsTheyWere() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY, "\"name\": \"Letter\"");
    ok(requests.answer(requests.table, requests.carla, path, items.get(1), "\"So.\""));
    ok(requests.submit(requests.table, requests.carla, path, named(items.get(1))));
    ok(cancel(requests.sharer, path, named(items.get(2))));
    List<RequestItem> before = requests.stored(path).items();

    ok(set(requests.sharer, path, "cancelled"));
    assertThat(requests.stored(path).items())
        .extracting(RequestItem::status)
        .containsOnly(ItemStatus.CANCELLED);
    assertThat(requests.events(EngagementCancelled.class))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT));
    ok(set(requests.sharer, path, "open"));

    assertThat(requests.stored(path).items())
        .extracting(RequestItem::state)
        .isEqualTo(before.stream().map(RequestItem::state).toList());
    assertThat(requests.events(ItemsCancelled.class)).hasSize(1);
  }

  @Test
  void status_thatItHas_changesNothing_andByOthers_isRefused() {
    EngagementPath path = requests.engagement("Loan");
    requests.asked(path, PASSPORT);
    Map<Key, Item> before = everything();

    ok(set(requests.sharer, path, "open"));
    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      assertThat(set(caller, path, "cancelled").problem()).isEqualTo("permission-required");
    }
    assertThat(set(requests.colin, path, "cancelled").problem()).isEqualTo("not-found");
    assertThat(set(requests.sharer, path, "over").get("errors").toString()).contains("/status");
    assertThat(
            requests
                .setStatus(
                    requests.table,
                    requests.sharer,
                    path,
                    CANCEL_THE_REST.replace("completed", "cancelled"))
                .get("errors")
                .toString())
        .contains("/rest");
    assertThat(everything()).isEqualTo(before);
    ok(set(requests.sharer, path, "cancelled"));
    assertThat(set(requests.sharer, path, "completed").get("state")).isEqualTo("cancelled");
    assertThat(
            requests
                .to("PUT", requests.sharer, path, "/status")
                .header("if-match", "\"1\"")
                .json("{\"status\": \"open\"}")
                .send(
                    new SetEngagementStatusHandler(
                        requests.module(requests.table).setEngagementStatus()))
                .problem())
        .isEqualTo("precondition-failed");
  }

  // ---- updateEngagement ----

  private Exchange.Answer update(PersonId caller, EngagementPath path, String json) {
    return requests.update(requests.table, caller, path, json);
  }

  @Test
  void update_engagement_changesWhatIsThere_andTheListsOfReaders() {
    EngagementPath path = requests.engagement("Loan");
    requests.asked(path, PASSPORT);

    Exchange.Answer first =
        ok(
            update(
                requests.sharer,
                path,
                """
                {"name": "Mortgage", "dueOn": "2026-04-01", "progressShown": true,
                 "reminders": {"everyDays": 7}}
                """));
    assertThat(first.get("name")).isEqualTo("Mortgage");
    assertThat(first.get("progressShown")).isEqualTo(true);
    assertThat(first.get("reminders").toString()).contains("firstAfterDays=3", "everyDays=7");
    assertThat(requests.list(requests.table, requests.carla, Map.of()).get("items").toString())
        .contains("name=Mortgage", "dueOn=2026-04-01");
    Exchange.Answer second =
        ok(update(requests.sharer, path, "{\"reminders\": {\"atMost\": 0}, \"dueOn\": null}"));
    assertThat(second.get("reminders").toString()).contains("everyDays=7", "atMost=0");
    assertThat(second.has("dueOn")).isFalse();
    Exchange.Answer third = ok(update(requests.sharer, path, "{\"reminders\": null}"));

    assertThat(third.has("reminders")).isFalse();
    assertThat(third.get("name")).isEqualTo("Mortgage");
    assertThat(requests.events(EngagementUpdated.class)).hasSize(3);
    Map<Key, Item> before = everything();
    ok(update(requests.sharer, path, "{\"name\": \"Mortgage\"}"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void update_engagement_takesThePermission_onceSomethingIsAsked() {
    EngagementPath path = requests.engagement("Loan");
    ok(update(requests.staff, path, "{\"name\": \"Mortgage\"}"));
    requests.asked(path, PASSPORT);
    Map<Key, Item> before = everything();

    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      assertThat(update(caller, path, "{\"name\": \"Credit\"}").problem())
          .isEqualTo("permission-required");
    }
    assertThat(update(requests.colin, path, "{}").problem()).isEqualTo("not-found");
    assertThat(
            update(requests.sharer, path, "{\"name\": null, \"reminders\": {\"everyDays\": 0}}")
                .get("errors")
                .toString())
        .contains("/name", "/reminders/everyDays");
    assertThat(everything()).isEqualTo(before);
    ok(set(requests.sharer, path, "cancelled"));
    assertThat(update(requests.sharer, path, "{\"name\": \"Credit\"}").get("state"))
        .isEqualTo("cancelled");
  }

  // ---- updateItem ----

  private Exchange.Answer updateItem(
      PersonId caller, EngagementPath path, ItemId item, String json) {
    return requests.updateItem(requests.table, caller, path, item, json);
  }

  private String toColin() {
    return "{\"assignee\": \"%s\"}".formatted(requests.contact);
  }

  @Test
  void update_item_changesWhatIsAskedFor_andItsPlace() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY, "\"name\": \"Letter\"");

    Exchange.Answer answer =
        ok(
            updateItem(
                requests.sharer,
                path,
                items.get(2),
                """
                {"name": "Bill", "description": "Both pages.", "required": false,
                 "accepts": ["application/pdf"], "dueOn": "2026-04-01", "after": null}
                """));

    assertThat(answer.body().toString())
        .contains("name=Bill", "description=Both pages.", "required=false", "dueOn=2026-04-01")
        .contains("accepts=[application/pdf]");
    assertThat(ids(requests.get(requests.table, requests.carla, path)))
        .containsExactly(items.get(2), items.get(0), items.get(1));
    assertThat(requests.list(requests.table, requests.carla, Map.of()).get("items").toString())
        .contains("dueOn=2026-04-01");
    ok(
        updateItem(
            requests.sharer,
            path,
            items.get(2),
            "{\"after\": \"%s\", \"dueOn\": null, \"description\": null, \"accepts\": []}"
                .formatted(items.get(1))));
    assertThat(ids(requests.get(requests.table, requests.carla, path))).isEqualTo(items);
    assertThat(requests.stored(path, items.get(2)).wanted().description()).isEmpty();
    assertThat(requests.events(ItemUpdated.class)).hasSize(2);
    Map<Key, Item> before = everything();
    ok(updateItem(requests.sharer, path, items.get(2), "{\"name\": \"Bill\"}"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void update_assignee_closesItToTheOldOne_andNotifiesTheNewOne() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, HOUSE, DEEDS);

    ok(updateItem(requests.sharer, path, items.get(1), toColin()));

    assertThat(ids(requests.get(requests.table, requests.carla, path)))
        .containsExactly(items.get(0));
    assertThat(
            requests.answer(requests.table, requests.carla, path, items.get(1), "\"no\"").problem())
        .isEqualTo("not-found");
    assertThat(ids(requests.get(requests.table, requests.colin, path)))
        .containsExactly(items.get(1));
    ok(requests.answer(requests.table, requests.colin, path, items.get(1), "\"yes\""));
    assertThat(ids(requests.get(requests.table, requests.colin, path)))
        .containsExactly(items.get(1), items.get(2));
    assertThat(requests.events(DocumentsRequested.class))
        .filteredOn(event -> event.items().equals(List.of(items.get(1))))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).containsExactly(requests.toColin()));
    assertThat(
            updateItem(requests.sharer, path, items.get(1), "{\"assignee\": \"client\"}").problem())
        .isEqualTo("status-conflict");
    assertThat(updateItem(requests.sharer, path, items.get(2), toColin()).status()).isEqualTo(200);
  }

  @Test
  void update_item_byOthers_ofWhatIsSettled_orWithWhatIsNotThere_isRefused() {
    EngagementPath path = requests.engagement("Loan");
    List<ItemId> items = requests.asked(path, PASSPORT, WHY);
    ItemId draft =
        ids(ok(
                requests.request(
                    requests.table,
                    requests.staff,
                    path,
                    items(List.of(PASSPORT), ", \"draft\": true"))))
            .getFirst();
    ok(cancel(requests.sharer, path, named(items.get(0))));
    ok(updateItem(requests.staff, path, draft, "{\"name\": \"Bill\"}"));
    Map<Key, Item> before = everything();
    String renamed = "{\"name\": \"Bill\"}";

    assertThat(updateItem(requests.staff, path, items.get(1), renamed).problem())
        .isEqualTo("permission-required");
    assertThat(updateItem(requests.carla, path, items.get(1), renamed).problem())
        .isEqualTo("permission-required");
    assertThat(updateItem(requests.carla, path, draft, renamed).problem()).isEqualTo("not-found");
    assertThat(updateItem(requests.colin, path, items.get(1), renamed).problem())
        .isEqualTo("not-found");
    assertThat(updateItem(requests.sharer, path, items.get(0), renamed).get("state"))
        .isEqualTo("cancelled");
    for (ItemId other : List.of(items.get(1), new ItemId(requests.firm.ids.next()))) {
      assertThat(
              updateItem(
                      requests.sharer, path, items.get(1), "{\"after\": \"%s\"}".formatted(other))
                  .problem())
          .isEqualTo("unknown-reference");
    }
    assertThat(
            updateItem(
                    requests.sharer,
                    path,
                    items.get(1),
                    "{\"assignee\": \"%s\"}".formatted(requests.firm.ids.next()))
                .problem())
        .isEqualTo("recipient-not-permitted");
    assertThat(
            updateItem(requests.sharer, path, items.get(1), "{\"accepts\": [\"text/plain\"]}")
                .get("errors")
                .toString())
        .contains("/accepts");
    assertThat(everything()).isEqualTo(before);
  }

  // ---- listFirmEngagements ----

  private List<String> ofFirm(Map<String, String> query) {
    return members(
        ok(requests.listOfFirm(requests.table, requests.staff, query)),
        "items",
        item -> String.valueOf(item.get("name")));
  }

  private EngagementPath due(String name, String dueOn) {
    EngagementPath path = requests.engagement(name);
    ok(update(requests.staff, path, "{\"dueOn\": \"%s\"}".formatted(dueOn)));
    return path;
  }

  @Test
  void list_ofTheFirm_isByDueDate_withTheClient_andWhatHasNoneLast() {
    requests.engagement("Whenever");
    due("Later", "2026-04-01");
    EngagementPath sooner = due("Sooner", "2026-03-14");
    EngagementPath over = due("Over", "2026-01-01");
    ok(set(requests.sharer, over, "completed"));
    requests.asked(sooner, PASSPORT);

    assertThat(ofFirm(Map.of())).containsExactly("Sooner", "Later", "Whenever");
    assertThat(ofFirm(Map.of("status", "completed"))).containsExactly("Over");
    assertThat(ofFirm(Map.of("status", "cancelled"))).isEmpty();
    Exchange.Answer first =
        ok(requests.listOfFirm(requests.table, requests.staff, Map.of("limit", "1")));
    assertThat(first.get("items").toString())
        .contains("clientName=Carla Client", "clientId=" + requests.client.client(), "open=1");
    assertThat(ofFirm(Map.of("cursor", (String) first.get("nextCursor"))))
        .containsExactly("Later", "Whenever");
  }

  @Test
  void list_ofTheFirm_byOthers_orOfNoStatus_isRefused() {
    for (PersonId caller : List.of(requests.carla, requests.colin, TestFirm.person())) {
      assertThat(requests.listOfFirm(requests.table, caller, Map.of()).problem())
          .isEqualTo("not-found");
    }
    assertThat(
            requests
                .listOfFirm(requests.table, requests.staff, Map.of("status", "over", "limit", "0"))
                .get("errors")
                .toString())
        .contains("status", "limit");
  }
}
