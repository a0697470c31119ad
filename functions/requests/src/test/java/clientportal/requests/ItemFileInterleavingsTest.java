package clientportal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.records.Progress;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.StartedItems;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The use cases of an item's files while others change the item or its files: each answers as
 * before the change or as after it.
 */
final class ItemFileInterleavingsTest {
  private static final class World {
    final FileWorld files = new FileWorld();
    final DocumentPath arrived = files.arrived();
    final DocumentPath document = files.document(files.uploads);
    final Table table = files.requests.table;

    InMemoryTable memory() {
      return files.requests.firm.table;
    }

    Exchange.Answer attach(Table through) {
      return files.attach(through, files.requests.sharer, document);
    }

    Exchange.Answer detach(Table through) {
      return files.detach(through, files.requests.sharer, arrived);
    }

    Exchange.Answer keep(Table through) {
      return files.review(
          through,
          "accept-in-part",
          ", \"code\": \"incomplete\", \"reason\": \"More.\", \"keep\": [\"%s\"]"
              .formatted(arrived.document()));
    }

    void cancel() {
      if (files.requests.stored(files.path).cancel() instanceof Outcome.Changed changed) {
        table.write(RequestWrites.of(changed, TestFirm.NOW));
      }
    }

    /** Another file arrives, and does what its arrival does afterwards. */
    void arrive() {
      DocumentPath other = files.arrived();
      new StartedItems(table).verify(files.path.item(files.item), other.document());
    }

    void verify() {
      WholeEngagement whole = files.requests.stored(files.path);
      assertThat(whole.engagement().progress()).isEqualTo(Progress.of(whole.items()));
      boolean hasFiles =
          memory().partition(RequestKeys.ofEngagement(files.path)).stream()
              .anyMatch(row -> row.key().sk().startsWith(RequestKeys.filesOf(files.item)));
      assertThat(files.stored().state().isStarted()).isEqualTo(hasFiles);
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("ListItemFiles", (world, table) -> world.files.list(table, world.files.requests.carla));
    all.put("AttachFile", World::attach);
    all.put("DetachFile", World::detach);
    all.put("ReviewItems", World::keep);
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

  /** The use cases of files. */
  static Set<String> names() {
    return useCases().keySet();
  }

  private static void check(Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(World::new, World::memory, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void whileAFileIsAttached_orDetached() {
    check(world -> world.attach(world.table));
    check(world -> world.detach(world.table));
  }

  @Test
  void whileTheItemIsReviewed_orTheEngagementCancelled() {
    check(world -> world.keep(world.table));
    check(World::cancel);
  }

  @Test
  void whileTheDocumentIsArchived() {
    check(world -> world.files.archive(world.document));
    check(world -> world.files.archive(world.arrived));
  }

  @Test
  void theLastFileIsDetached_whileAnotherArrives_andTheItemStaysStarted() {
    int ways =
        new Interleavings<>(World::new, World::memory, List.<Consumer<World>>of(World::arrive))
            .checkJob((world, table) -> world.detach(table), World::verify);

    assertThat(ways).isGreaterThan(4);
  }

  @Test
  void aFileArrives_whileTheLastOtherOneIsDetached_andTheItemStaysStarted() {
    int ways =
        new Interleavings<>(
                World::new,
                World::memory,
                List.<Consumer<World>>of(world -> world.detach(world.table)))
            .checkJob(
                (world, table) -> {
                  DocumentPath other = world.files.arrived(table, world.files.item);
                  new StartedItems(table)
                      .verify(world.files.path.item(world.files.item), other.document());
                },
                World::verify);

    assertThat(ways).isGreaterThan(2);
  }
}
