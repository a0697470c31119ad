package clientportal.requests;

import static clientportal.requests.TestRequests.ids;
import static clientportal.requests.TestRequests.items;
import static clientportal.requests.TestRequests.named;
import static clientportal.requests.TestRequests.ok;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCreated;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.ItemsPrepared;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an engagement takes over from an earlier one ({@code createEngagement}). */
final class RollForwardTest {
  private static final String PASSPORT = "\"name\": \"Passport\"";
  private static final String HOUSE =
      "\"name\": \"A house?\", \"kind\": \"yes-no\", \"ref\": \"h\"";
  private static final String DEEDS =
      "\"name\": \"Deeds\", \"showIf\": {\"ref\": \"h\", \"is\": \"yes\"}";
  private static final String WHY = "\"name\": \"Why?\", \"kind\": \"text\"";

  private final TestRequests requests = new TestRequests();

  private Exchange.Answer rolled(EngagementPath from, String more) {
    return requests
        .to("POST", requests.staff, "/engagements")
        .header("idempotency-key", "k" + from.engagement())
        .json(
            "{\"name\": \"Next\", \"rollForward\": {\"engagementId\": \"%s\"%s}}"
                .formatted(from.engagement(), more))
        .send(new CreateEngagementHandler(requests.module(requests.table).createEngagement()));
  }

  private EngagementPath path(Exchange.Answer created) {
    return new EngagementPath(
        requests.client, new EngagementId((String) ok(created).get("engagementId")));
  }

  @Test
  void create_fromAnEarlierOne_preparesItsItems_withWhatBecameOfThem() {
    EngagementPath last = requests.engagement("Books");
    ok(requests.update(requests.table, requests.staff, last, "{\"dueOn\": \"2025-01-31\"}"));
    String json =
        items(
            List.of("\"name\": \"Statement\", \"perPeriod\": true", PASSPORT, HOUSE, DEEDS),
            ", \"periods\": {\"unit\": \"quarter\", \"first\": \"2025-Q4\", \"last\":"
                + " \"2025-Q4\"}, \"dueOn\": \"2025-01-31\"");
    List<ItemId> items = ids(ok(requests.request(requests.table, requests.sharer, last, json)));
    ItemId gone = requests.asked(last, WHY).getFirst();
    notApplicable(last, items.get(1));
    cancel(last, gone);
    List<RequestItem> before = requests.stored(last).items();

    EngagementPath next = path(rolled(last, ", \"months\": 13"));

    WholeEngagement whole = requests.stored(next);
    assertThat(whole.engagement().dueOn()).map(LocalDate::toString).contains("2026-02-28");
    assertThat(whole.items())
        .extracting(item -> item.wanted().name())
        .containsExactly("Statement", "Passport", "A house?", "Deeds");
    assertThat(whole.items()).extracting(RequestItem::status).containsOnly(ItemStatus.DRAFT);
    assertThat(whole.items().getFirst().wanted().period()).contains("2026-Q4");
    assertThat(whole.items().getFirst().dueOn()).map(LocalDate::toString).contains("2026-02-28");
    assertThat(whole.items().get(1).lastTime())
        .contains(
            new RequestItem.LastTime(
                items.get(1), ItemStatus.NOT_APPLICABLE, Optional.of("We have none.")));
    assertThat(whole.items().get(3).wanted().showIf())
        .map(RequestItem.ShowIf::item)
        .contains(whole.items().get(2).id());
    assertThat(requests.stored(last).items()).isEqualTo(before);
    assertThat(requests.events(ItemsPrepared.class)).hasSize(1);
    assertThat(requests.events(DocumentsRequested.class)).hasSize(2);
    assertThat(requests.get(requests.table, requests.carla, next).problem()).isEqualTo("not-found");
    ok(requests.send(requests.table, requests.sharer, next, "{}"));
    assertThat(ids(requests.get(requests.table, requests.carla, next))).hasSize(3);
  }

  @Test
  void create_fromAnEarlierOne_withoutWhatDidNotApply_asksForWhatDependedOnIt_ifItWasAsked() {
    EngagementPath last = requests.engagement("Books");
    List<ItemId> items = requests.asked(last, HOUSE, DEEDS, PASSPORT);
    notApplicable(last, items.get(0));
    EngagementPath other = requests.engagement("Loan");
    List<ItemId> shown = requests.asked(other, HOUSE, DEEDS);
    ok(requests.answer(requests.table, requests.carla, other, shown.get(0), "\"yes\""));
    cancel(other, shown.get(0));

    EngagementPath next = path(rolled(last, ", \"without\": [\"not-applicable\"]"));
    Exchange.Answer fromOther = rolled(other, "");

    assertThat(requests.stored(next).items())
        .extracting(item -> item.wanted().name())
        .containsExactly("Passport");
    assertThat(requests.stored(path(fromOther)).items())
        .singleElement()
        .satisfies(item -> assertThat(item.wanted().name()).isEqualTo("Deeds"))
        .satisfies(item -> assertThat(item.wanted().showIf()).isEmpty());
  }

  @Test
  void create_fromAnEarlierOne_again_orFromNone() {
    EngagementPath last = requests.engagement("Books");
    requests.asked(last, PASSPORT);
    Exchange.Answer first = ok(rolled(last, ""));
    Map<Key, Item> before = requests.firm.table.everything();

    assertThat(rolled(last, "").body()).isEqualTo(first.body());
    EngagementPath none =
        new EngagementPath(requests.client, new EngagementId(requests.firm.ids.next()));
    Exchange.Answer unknown = rolled(none, "");

    assertThat(unknown.problem()).isEqualTo("unknown-reference");
    assertThat(unknown.get("errors").toString()).contains("/rollForward/engagementId");
    assertThat(requests.firm.table.everything()).isEqualTo(before);
  }

  /** Does something to an item of an engagement that asks for it. */
  private void settle(EngagementPath path, ItemId item, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> notApplicable(path, item);
      case 1 -> cancel(path, item);
      case 2 -> answered(path, item);
      case 3 -> {
        answered(path, item);
        ok(requests.submit(requests.table, requests.carla, path, named(item)));
      }
      case 4 -> {
        answered(path, item);
        ok(
            requests.review(
                requests.table,
                requests.sharer,
                path,
                "{\"reviews\": [{\"itemId\": \"%s\", \"verdict\": \"accept\"}]}".formatted(item)));
      }
      default -> {}
    }
  }

  private void notApplicable(EngagementPath path, ItemId item) {
    ok(
        requests.markNotApplicable(
            requests.table, requests.carla, path, item, "{\"reason\": \"We have none.\"}"));
  }

  private void cancel(EngagementPath path, ItemId item) {
    ok(requests.cancel(requests.table, requests.sharer, path, named(item)));
  }

  private void answered(EngagementPath path, ItemId item) {
    ok(requests.answer(requests.table, requests.carla, path, item, "\"So.\""));
  }

  @Test
  void eightyItems_whateverBecameOfThem_areTakenOverInTheirOrder_andNobodyIsNotified() {
    long seeds = new Random().nextLong();
    for (int run = 0; run < 5; run++) {
      long seed = seeds + run;
      Random random = new Random(seed);
      EngagementPath last = requests.engagement("Books " + run);
      List<String> wanted = new ArrayList<>();
      for (int i = 0; i < RequestItem.MOST; i++) {
        wanted.add("\"name\": \"Question %d\", \"kind\": \"text\"".formatted(i));
      }
      int drafts = random.nextInt(10);
      List<ItemId> asked =
          requests.asked(last, wanted.subList(drafts, wanted.size()).toArray(String[]::new));
      if (drafts > 0) {
        String prepared = items(wanted.subList(0, drafts), ", \"draft\": true");
        ok(requests.request(requests.table, requests.staff, last, prepared));
      }
      asked.forEach(item -> settle(last, item, random));
      List<RequestItem> before = requests.stored(last).items();
      Map<Key, Item> table = new HashMap<>(requests.firm.table.everything());

      EngagementPath next = path(rolled(last, ""));

      List<RequestItem> taken =
          before.stream()
              .filter(item -> item.status() != ItemStatus.DRAFT)
              .filter(item -> item.status() != ItemStatus.CANCELLED)
              .toList();
      List<RequestItem> items = requests.stored(next).items();
      assertThat(items)
          .as("seed %d", seed)
          .extracting(item -> item.wanted().name())
          .containsExactlyElementsOf(taken.stream().map(item -> item.wanted().name()).toList());
      assertThat(items)
          .as("seed %d", seed)
          .extracting(item -> item.lastTime().map(RequestItem.LastTime::status).orElseThrow())
          .containsExactlyElementsOf(taken.stream().map(RequestItem::status).toList());
      assertThat(items)
          .as("seed %d", seed)
          .filteredOn(item -> item.lastTime().flatMap(RequestItem.LastTime::reason).isPresent())
          .hasSameSizeAs(taken.stream().filter(RollForwardTest::doesNotApply).toList());
      Map<Key, Item> after = new HashMap<>(requests.firm.table.everything());
      assertThat(table.entrySet())
          .as("seed %d: only the number of folders changes", seed)
          .filteredOn(entry -> !entry.getValue().equals(after.get(entry.getKey())))
          .extracting(entry -> entry.getKey().sk())
          .containsExactly("FOLDERS");
      after.keySet().removeAll(table.keySet());
      assertThat(after.values())
          .as("seed %d", seed)
          .filteredOn(item -> item.fields().has(Event.TYPE))
          .extracting(item -> Event.fromItem(item).data().getClass().getSimpleName())
          .containsOnly(
              EngagementCreated.class.getSimpleName(),
              FolderCreated.class.getSimpleName(),
              ItemsPrepared.class.getSimpleName());
    }
  }

  private static boolean doesNotApply(RequestItem item) {
    return item.status() == ItemStatus.NOT_APPLICABLE;
  }
}
