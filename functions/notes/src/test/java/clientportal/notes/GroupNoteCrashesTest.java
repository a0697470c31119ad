package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.records.GroupNote;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A function ends before or after any of its calls to AWS, and the request is repeated. */
final class GroupNoteCrashesTest {
  /** A group note about Carla and Hugo. */
  private static final class Scene {
    final TestGroupNotes group = new TestGroupNotes();
    final GroupNotePath note = group.note(group.carla, group.hugo);
    final ClientPath ina = group.client("Ina Client");

    List<Object> outcome() {
      GroupNote stored = group.stored(note);
      List<Object> outcome = new ArrayList<>(group.notes.eventTypes());
      outcome.add(stored.name());
      outcome.add(stored.version());
      outcome.add(stored.archived());
      outcome.add(stored.opening().isPresent());
      outcome.add(stored.participants());
      outcome.add(stored.chosen());
      outcome.add(group.notes.firm.table.everything().size());
      return outcome;
    }
  }

  /** A request to a function that has the table. */
  private interface Write {
    Exchange.Answer send(Scene scene, Table table);
  }

  private static void asItIs(Scene scene) {}

  private static void crash(Consumer<Scene> before, Write write, int status) {
    Scene undisturbed = new Scene();
    before.accept(undisturbed);
    write.send(undisturbed, undisturbed.group.table);
    int points =
        CallSchedule.everywhere(crashes -> {
          Scene scene = new Scene();
          before.accept(scene);
          Table table = scene.group.table;
          Map<Key, Item> untouched = scene.group.notes.firm.table.everything();
          int events = scene.group.notes.events().size();
          crashes.run(() -> write.send(scene, crashes.around(table)));
          if (scene.group.notes.events().size() == events) {
            assertThat(scene.group.notes.firm.table.everything()).isEqualTo(untouched);
          }

          assertThat(write.send(scene, table).status()).isEqualTo(status);

          assertThat(scene.outcome()).isEqualTo(undisturbed.outcome());
        });
    assertThat(points).isGreaterThanOrEqualTo(4);
  }

  @Test
  void creating_withAKey() {
    crash(
        GroupNoteCrashesTest::asItIs,
        (scene, table) ->
            scene
                .group
                .toList("POST", scene.group.staff)
                .header("idempotency-key", "k")
                .json(
                    "{\"title\": \"Law\", \"text\": \"It changed.\", \"clientIds\": [%s]}"
                        .formatted(TestGroupNotes.ids(scene.group.carla)))
                .send(
                    new CreateGroupNoteHandler(scene.group.notes.module(table).createGroupNote())),
        201);
  }

  @Test
  void editing() {
    crash(
        scene -> scene.group.open(scene.note),
        (scene, table) ->
            scene.group.update(
                table, scene.group.sharer, scene.note, "{\"title\": \"T\", \"text\": \"Again.\"}"),
        200);
  }

  @Test
  void archiving() {
    crash(
        scene -> scene.group.open(scene.note),
        (scene, table) -> scene.group.archive(table, scene.group.sharer, scene.note),
        204);
  }

  @Test
  void addingAndRemovingParticipants() {
    crash(
        scene -> scene.group.open(scene.note),
        (scene, table) ->
            scene.group.change(
                table,
                scene.group.sharer,
                scene.note,
                "{\"add\": [%s], \"remove\": [%s]}"
                    .formatted(
                        TestGroupNotes.ids(scene.ina), TestGroupNotes.ids(scene.group.hugo))),
        200);
  }

  @Test
  void openingToAll() {
    crash(
        GroupNoteCrashesTest::asItIs,
        (scene, table) -> scene.group.share(table, scene.group.sharer, scene.note, true),
        200);
  }

  @Test
  void closing() {
    crash(
        scene -> scene.group.open(scene.note),
        (scene, table) -> scene.group.share(table, scene.group.sharer, scene.note, false),
        200);
  }

  @Test
  void openingToTheReadersOfOneParticipant() {
    crash(
        GroupNoteCrashesTest::asItIs,
        (scene, table) ->
            scene.group.shareWith(
                table,
                scene.group.sharer,
                TestGroupNotes.under(scene.group.carla, scene.note),
                Recipient.CLIENT),
        200);
  }
}
