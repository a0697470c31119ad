package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.keys.ChecklistPath;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every use case of checklists while others change one, or while the same request runs twice: it
 * answers as before the change or as after it.
 */
final class ChecklistInterleavingsTest {
  private static final String BODY =
      "{\"name\": \"Mortgage\", \"items\": [{\"name\": \"Letter\"}]}";

  private static final class World {
    final TestChecklists lists = new TestChecklists();
    final ChecklistPath path = lists.checklist("Tax return", "Passport", "Letter");

    void update(String json) {
      lists.update(lists.table, lists.staff, path, json);
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put(
        "CreateChecklist", (world, table) -> world.lists.create(table, world.lists.staff, BODY));
    all.put("ListChecklists", (world, table) -> world.lists.list(table, world.lists.staff, false));
    all.put(
        "GetChecklist", (world, table) -> world.lists.get(table, world.lists.staff, world.path));
    all.put(
        "UpdateChecklist",
        (world, table) ->
            world.lists.update(
                table,
                world.lists.staff,
                world.path,
                "{\"name\": \"Mine\", \"items\": [{\"name\": \"Mine\"}]}"));
    all.put(
        "ArchiveChecklist",
        (world, table) -> world.lists.archive(table, world.lists.staff, world.path));
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

  private static void check(Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(World::new, world -> world.lists.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    Set<String> all = new TreeSet<>(useCases().keySet());
    all.addAll(RequestInterleavingsTest.names());
    all.addAll(ItemFileInterleavingsTest.names());
    assertThat(all).isEqualTo(UseCases.of(GetChecklistHandler.class));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.lists.create(world.lists.table, world.lists.staff, BODY));
  }

  @Test
  void whileOthersChangeIt() {
    check(world -> world.update("{\"name\": \"Other\"}"));
    check(world -> world.update("{\"items\": [{\"name\": \"Bill\"}]}"));
  }

  @Test
  void whileOthersArchiveIt_andTakeItOutAgain() {
    check(world -> world.update("{\"archived\": true}"));
    check(world -> {
      world.update("{\"archived\": true}");
      world.update("{\"archived\": false, \"items\": [{\"name\": \"Bill\"}]}");
    });
  }
}
