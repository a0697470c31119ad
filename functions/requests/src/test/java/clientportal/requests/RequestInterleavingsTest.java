package clientportal.requests;

import static clientportal.requests.TestRequests.items;
import static clientportal.requests.TestRequests.named;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.EngagementPath;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every use case of engagements while others change one, or while the same request runs twice: it
 * answers as before the change or as after it.
 */
final class RequestInterleavingsTest {
  private static final String MORE = items(List.of("\"name\": \"Letter\""), "");
  private static final String ALL = "{}";

  /** It is listed first, whatever its id. */
  private static final String NEW = "{\"name\": \"New\", \"dueOn\": \"2026-03-14\"}";

  private static final class World {
    /** Read in whole pages, its items have fewer ways to be seen half changed. */
    final TestRequests requests = new TestRequests(InMemoryTable.withWholePages());

    final EngagementPath path = requests.engagement("Loan");
    final List<ItemId> asked =
        requests.asked(
            path,
            "\"name\": \"A house?\", \"kind\": \"yes-no\", \"ref\": \"h\"",
            "\"name\": \"Deeds\", \"kind\": \"text\","
                + " \"showIf\": {\"ref\": \"h\", \"is\": \"yes\"}");
    final ItemId other = requests.asked(path, "\"name\": \"Other\"").getFirst();
    final ItemId submitted =
        requests.asked(path, "\"name\": \"Why?\", \"kind\": \"text\"").getFirst();
    final ItemId cancelled = requests.asked(path, "\"name\": \"Cancelled\"").getFirst();
    PersonId staff = requests.sharer;
    PersonId reader = requests.carla;

    World() {
      TestRequests.ok(
          requests.request(
              requests.table,
              requests.sharer,
              path,
              items(List.of("\"name\": \"Draft\""), ", \"draft\": true")));
      answer(requests.table, "\"yes\"");
      TestRequests.ok(requests.answer(requests.table, reader, path, submitted, "\"So.\""));
      TestRequests.ok(requests.submit(requests.table, reader, path, named(submitted)));
      TestRequests.ok(requests.cancel(requests.table, staff, path, named(cancelled)));
    }

    Exchange.Answer answer(Table table, String answer) {
      return requests.answer(table, reader, path, asked.getFirst(), answer);
    }

    Exchange.Answer review(Table table) {
      String json =
          "{\"reviews\": [{\"itemId\": \"%s\", \"verdict\": \"accept\"}]}"
              .formatted(asked.getFirst());
      return requests.review(table, staff, path, json);
    }

    Exchange.Answer mark(Table table) {
      return requests.markNotApplicable(table, reader, path, other, "{\"reason\": \"None.\"}");
    }

    Exchange.Answer withdraw(Table table) {
      return requests.withdraw(table, reader, path, submitted, "k");
    }

    Exchange.Answer cancelItems(Table table) {
      return requests.cancel(table, staff, path, named(other));
    }

    Exchange.Answer reopen(Table table) {
      String json = named(cancelled).replaceFirst("}$", ", \"reason\": \"Again.\"}");
      return requests.reopen(table, staff, path, json);
    }

    Exchange.Answer update(Table table) {
      return requests.update(table, staff, path, "{\"name\": \"Mortgage\"}");
    }

    Exchange.Answer reassign(Table table) {
      String json = "{\"assignee\": \"%s\", \"after\": null}".formatted(requests.contact);
      return requests.updateItem(table, staff, path, other, json);
    }

    Exchange.Answer roll(Table table) {
      String json =
          "{\"name\": \"Next\", \"rollForward\": {\"engagementId\": \"%s\"}}"
              .formatted(path.engagement());
      return requests.create(table, staff, json);
    }

    Exchange.Answer set(Table table, String status) {
      return requests.setStatus(table, staff, path, "{\"status\": \"%s\"}".formatted(status));
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("CreateEngagement", (world, table) -> world.requests.create(table, world.staff, NEW));
    all.put("GetEngagement", (world, table) -> world.requests.get(table, world.reader, world.path));
    all.put(
        "ListEngagements", (world, table) -> world.requests.list(table, world.reader, Map.of()));
    all.put(
        "RequestDocuments",
        (world, table) -> world.requests.request(table, world.staff, world.path, MORE));
    all.put(
        "SendRequest", (world, table) -> world.requests.send(table, world.staff, world.path, ALL));
    all.put(
        "PreviewRequest",
        (world, table) -> world.requests.preview(table, world.staff, world.path, MORE));
    all.put(
        "PreviewRequest of what was prepared",
        (world, table) -> world.requests.preview(table, world.staff, world.path, "{\"send\": {}}"));
    all.put(
        "SendReminder",
        (world, table) -> world.requests.remind(table, world.staff, world.path, ALL));
    all.put("AnswerItem", (world, table) -> world.answer(table, "\"no\""));
    all.put(
        "SubmitItems",
        (world, table) ->
            world.requests.submit(table, world.reader, world.path, named(world.asked.getFirst())));
    all.put("ReviewItems", World::review);
    all.put("MarkItemNotApplicable", World::mark);
    all.put("WithdrawItem", World::withdraw);
    all.put("CancelItems", World::cancelItems);
    all.put("ReopenItems", World::reopen);
    all.put("SetEngagementStatus", (world, table) -> world.set(table, "cancelled"));
    all.put("UpdateEngagement", World::update);
    all.put("UpdateItem", World::reassign);
    all.put(
        "ListFirmEngagements",
        (world, table) -> world.requests.listOfFirm(table, world.staff, Map.of()));
    all.put("CreateEngagement from another one", World::roll);
    Map<String, BiFunction<World, Table, String>> answers = new TreeMap<>();
    all.forEach((name, useCase) ->
        answers.put(
            name,
            (world, table) -> {
              Exchange.Answer answer = useCase.apply(world, table);
              return answer.status() + " " + answer.body();
            }));
    return answers;
  }

  /** The use cases of engagements. */
  static Set<String> names() {
    return useCases().keySet().stream()
        .map(name -> name.replaceAll(" .*", ""))
        .collect(Collectors.toSet());
  }

  private static void check(Consumer<World> others) {
    World prepared = new World();
    Map<Key, Item> items = prepared.requests.firm.table.everything();
    Interleavings<World> interleavings =
        new Interleavings<>(
            () -> {
              prepared.requests.firm.table.restore(items);
              return prepared;
            },
            world -> world.requests.firm.table,
            List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.requests.create(world.requests.table, world.staff, NEW));
    check(world -> world.requests.request(world.requests.table, world.staff, world.path, MORE));
    check(world -> world.requests.send(world.requests.table, world.staff, world.path, ALL));
    check(world ->
        world.requests.submit(
            world.requests.table, world.reader, world.path, named(world.asked.getFirst())));
    check(world -> world.requests.remind(world.requests.table, world.staff, world.path, ALL));
    check(world -> world.review(world.requests.table));
    check(world -> world.mark(world.requests.table));
    check(world -> world.withdraw(world.requests.table));
    check(world -> world.cancelItems(world.requests.table));
    check(world -> world.reopen(world.requests.table));
  }

  @Test
  void whileTheAnswerIsAnotherOne() {
    check(world -> world.answer(world.requests.table, "\"no\""));
    check(world -> world.answer(world.requests.table, ""));
  }

  @Test
  void whileTheEngagementIsCancelled() {
    check(world -> world.set(world.requests.table, "cancelled"));
  }

  @Test
  void whileTheEngagementIsChanged() {
    check(world -> world.update(world.requests.table));
  }

  @Test
  void whileAnItemIsAskedOfSomebodyElse() {
    check(world -> world.reassign(world.requests.table));
  }
}
