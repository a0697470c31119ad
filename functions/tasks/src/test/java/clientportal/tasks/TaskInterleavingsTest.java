package clientportal.tasks;

import static clientportal.tasks.TestTasks.attachment;
import static clientportal.tasks.TestTasks.body;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TaskPath;
import clientportal.platform.CallSchedule;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every use case of tasks while others change one, or while the same request runs twice: it answers
 * as before the change or as after it.
 */
final class TaskInterleavingsTest {
  private static final class World {
    final TestTasks tasks = new TestTasks(InMemoryTable.withWholePages());
    final DocumentPath form = tasks.document(tasks.folder);
    final DocumentPath more = tasks.document(tasks.folder);
    final TaskPath path =
        tasks.path(
            tasks.create(
                tasks.table,
                tasks.sharer,
                body("Sign", List.of("client"), ", \"attachments\": [" + attachment(form) + "]")));

    InMemoryTable table() {
      return tasks.firm.table;
    }

    /** It is listed first, whatever its id. */
    Exchange.Answer create(Table table) {
      return tasks.create(
          table,
          tasks.sharer,
          body(
              "New",
              List.of(tasks.contact.value()),
              ", \"dueOn\": \"2026-03-14\", \"attachments\": [%s]".formatted(attachment(form))));
    }

    Exchange.Answer update(Table table) {
      return tasks.update(
          table,
          tasks.sharer,
          path,
          "{\"assignees\": [\"client\", \"%s\"], \"attachments\": [%s, %s]}"
              .formatted(tasks.contact, attachment(form), attachment(more)));
    }

    Exchange.Answer set(Table table, String status) {
      return tasks.set(table, tasks.sharer, path, status, ", \"comment\": \"So.\"");
    }

    Exchange.Answer comment(Table table) {
      return tasks.comment(table, tasks.carla, path, "Which page?");
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("CreateTask", World::create);
    all.put("UpdateTask", World::update);
    all.put("SetTaskStatus", (world, table) -> world.set(table, "done"));
    all.put("AddComment", World::comment);
    all.put("GetTask", (world, table) -> world.tasks.get(table, world.tasks.staff, world.path));
    all.put("ListTasks", (world, table) -> world.tasks.list(table, world.tasks.carla, Map.of()));
    all.put(
        "ListFirmTasks",
        (world, table) -> world.tasks.listOfFirm(table, world.tasks.staff, Map.of()));
    all.put(
        "ListComments",
        (world, table) -> world.tasks.comments(table, world.tasks.carla, world.path));
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
    World prepared = new World();
    Map<Key, Item> items = prepared.table().everything();
    Interleavings<World> interleavings =
        new Interleavings<>(
            () -> {
              prepared.table().restore(items);
              return prepared;
            },
            World::table,
            List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet())
        .containsExactlyInAnyOrder(UseCases.of(GetTaskHandler.class).toArray(String[]::new));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.create(world.table()));
    check(world -> world.update(world.table()));
    check(world -> world.comment(world.table()));
  }

  @Test
  void whileTheTaskIsDoneCancelledOrCommentedOn() {
    check(world -> world.set(world.table(), "done"));
    check(world -> world.set(world.table(), "cancelled"));
    check(world -> world.tasks.comment(world.table(), world.tasks.staff, world.path, "Page 2"));
  }

  @Test
  void whileADocumentIsArchivedOrShared() {
    check(world -> world.tasks.archive(world.more));
    check(world ->
        world.tasks.write(
            world
                .tasks
                .stored(world.tasks.folder)
                .withGrants(
                    world
                        .tasks
                        .firm
                        .folder(
                            world.tasks.client,
                            AccessLevel.VIEW,
                            new Recipient.Contact(world.tasks.contact))
                        .grants())
                .saveGrants()));
  }

  /** Each call that changes something does it as a whole, wherever it dies, and can be repeated. */
  @Test
  void whereverACallDies_everythingIsDone_orNothing() {
    List<BiFunction<World, Table, Exchange.Answer>> changes =
        List.of(
            World::create,
            World::update,
            (world, table) -> world.set(table, "cancelled"),
            World::comment);
    for (BiFunction<World, Table, Exchange.Answer> change : changes) {
      Function<World, Integer> size = world -> world.table().everything().size();
      World whole = new World();
      int before = size.apply(whole);
      change.apply(whole, whole.table());
      int after = size.apply(whole);
      int ways =
          CallSchedule.everywhere(schedule -> {
            World world = new World();
            schedule.run(() -> change.apply(world, schedule.around(world.table())));
            assertThat(size.apply(world)).isIn(before, after);
            change.apply(world, world.table());
            assertThat(size.apply(world)).isEqualTo(after);
          });
      assertThat(ways).isGreaterThan(2);
    }
  }
}
