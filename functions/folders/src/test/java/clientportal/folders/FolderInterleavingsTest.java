package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others change a folder, which all feeds contain: it answers as
 * before the change or as after it.
 */
final class FolderInterleavingsTest {

  private static final class World {
    final TestFolders folders = new TestFolders();
    final PersonId staff = folders.firm.staff(Role.STAFF, true);
    final PersonId reader = folders.firm.link(folders.client);
    final FolderPath path =
        folders
            .firm
            .folder(folders.client, AccessLevel.VIEW, Recipient.CLIENT, Recipient.ALL_AUTHORIZED)
            .path();
    PersonId caller = staff;

    World by(PersonId other) {
      caller = other;
      return this;
    }

    Access access(Table table) {
      return new Access(table, folders.firm.clock);
    }

    World change(String json) {
      update(folders.firm.table, staff, json);
      return this;
    }

    String update(Table table, PersonId person, String json) {
      return answer(
          folders
              .to("PATCH", path, person)
              .json(json)
              .send(
                  new UpdateFolderHandler(
                      new UpdateFolder(access(table), table, folders.firm.ids))));
    }

    String send(String method, RequestStreamHandler handler) {
      return answer(folders.to(method, path, caller).send(handler));
    }

    String create(Table table) {
      return answer(
          folders
              .to("POST", path, caller)
              .header("idempotency-key", "k")
              .json("{\"name\": \"New\"}")
              .send(
                  new CreateFolderHandler(
                      new CreateFolder(access(table), table, folders.firm.ids))));
    }

    String list(Table table) {
      return answer(
          folders
              .to("GET", path, caller)
              .send(new ListFoldersHandler(new ListFolders(access(table), table))));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put(
        "GetFolder",
        (world, table) ->
            world.send("GET", new GetFolderHandler(new GetFolder(world.access(table)))));
    all.put("ListFolders", World::list);
    all.put(
        "UpdateFolder", (world, table) -> world.update(table, world.caller, "{\"name\": \"Z\"}"));
    all.put(
        "ArchiveFolder",
        (world, table) ->
            world.send(
                "DELETE",
                new ArchiveFolderHandler(
                    new UpdateFolder(world.access(table), table, world.folders.firm.ids))));
    all.put("CreateFolder", World::create);
    return all;
  }

  private static void check(Supplier<World> world, List<Consumer<World>> others) {
    int ways = 0;
    for (boolean byStaff : new boolean[] {true, false}) {
      Interleavings<World> interleavings =
          new Interleavings<>(
              () -> {
                World here = world.get();
                return here.by(byStaff ? here.staff : here.reader);
              },
              here -> here.folders.firm.table,
              others);
      for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
        ways += interleavings.check(each.getKey(), each.getValue());
      }
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet()).isEqualTo(UseCases.of(GetFolderHandler.class));
  }

  @Test
  void whileAFolderIsRenamed() {
    check(World::new, List.of(world -> world.change("{\"name\": \"A\"}")));
    check(World::new, List.of(world -> world.change("{\"name\": \"Zoo\"}")));
  }

  @Test
  void whileAFolderIsArchivedAndRestored() {
    Consumer<World> archive = world -> world.change("{\"archived\": true}");
    Consumer<World> restore = world -> world.change("{\"archived\": false}");

    check(World::new, List.of(archive));
    check(World::new, List.of(archive, restore));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(World::new, List.of(world -> world.create(world.folders.firm.table)));
  }
}
