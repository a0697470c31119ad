package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.records.Participation;
import clientportal.delivery.EventMessage;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every use case of group notes while others change one: it answers as before the change or as
 * after it. A client who is removed before it is opened to the others never reads it.
 */
final class GroupNoteInterleavingsTest {
  private static final class World {
    final TestGroupNotes group = new TestGroupNotes();
    final PersonId reader = group.notes.firm.link(group.carla);
    final GroupNotePath note = group.note(group.carla, group.hugo);
    final ParticipantPath path = TestGroupNotes.under(group.carla, note);
    PersonId caller = group.sharer;

    World(boolean open) {
      if (open) {
        open();
        group.settle();
      }
    }

    void open() {
      group.open(note);
    }

    void close() {
      group.close(note);
    }

    void remove() {
      group.remove(note, group.carla);
    }

    void add() {
      group.add(note, group.carla);
    }

    void update(String json) {
      group.update(group.table, group.sharer, note, json);
    }

    void share(Recipient... recipients) {
      group.shareWith(group.table, group.sharer, path, recipients);
    }

    String create(Table table) {
      group.notes.clock = Clock.offset(group.notes.firm.clock, Duration.ofMinutes(1));
      return answer(
          group
              .toList("POST", caller)
              .header("idempotency-key", "k")
              .json(
                  "{\"title\": \"New\", \"text\": \"Text\", \"clientIds\": [%s]}"
                      .formatted(TestGroupNotes.ids(group.hugo)))
              .send(new CreateGroupNoteHandler(group.notes.module(table).createGroupNote())));
    }

    /** They are in the order of their ids, which are random. */
    String participants(Table table) {
      Exchange.Answer answer = group.participants(table, caller, note);
      return answer.status() == 200
          ? ((List<?>) answer.get("items"))
              .stream()
                  .map(item -> String.valueOf(((Map<?, ?>) item).get("name")) + item)
                  .sorted()
                  .toList()
                  .toString()
          : answer(answer);
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  /** The names of the use cases that are here. */
  static Set<String> names() {
    return useCases().keySet();
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("ListGroupNotes", (world, table) -> world.group.list(table, world.caller));
    all.put("GetGroupNote", (world, table) -> world.group.get(table, world.caller, world.note));
    all.put(
        "UpdateGroupNote",
        (world, table) ->
            world.group.update(
                table, world.caller, world.note, "{\"title\": \"Mine\", \"text\": \"Mine\"}"));
    all.put(
        "ArchiveGroupNote", (world, table) -> world.group.archive(table, world.caller, world.note));
    all.put(
        "ListGroupNoteVersions",
        (world, table) -> world.group.versions(table, world.caller, world.note));
    all.put(
        "ChangeParticipants",
        (world, table) ->
            world.group.change(
                table,
                world.caller,
                world.note,
                "{\"add\": [%s]}".formatted(TestGroupNotes.ids(world.group.carla))));
    all.put(
        "GetGroupNoteShares",
        (world, table) -> world.group.shares(table, world.caller, world.note));
    all.put(
        "SetGroupNoteShares",
        (world, table) -> world.group.share(table, world.caller, world.note, true));
    all.put("ReadGroupNote", (world, table) -> world.group.read(table, world.caller, world.path));
    all.put(
        "GetParticipantShares",
        (world, table) -> world.group.sharesWith(table, world.caller, world.path));
    all.put(
        "SetParticipantShares",
        (world, table) ->
            world.group.shareWith(
                table, world.caller, world.path, Recipient.ALL_AUTHORIZED, Recipient.CLIENT));
    Map<String, BiFunction<World, Table, String>> answered = new TreeMap<>();
    all.forEach((name, call) ->
        answered.put(name, (world, table) -> World.answer(call.apply(world, table))));
    answered.put("CreateGroupNote", World::create);
    answered.put("ListParticipants", World::participants);
    return answered;
  }

  private static void check(boolean open, List<Consumer<World>> others) {
    check(() -> new World(open), others);
  }

  private static void check(Supplier<World> world, List<Consumer<World>> others) {
    int ways = 0;
    for (boolean byStaff : new boolean[] {true, false}) {
      Interleavings<World> interleavings =
          new Interleavings<>(
              () -> {
                World here = world.get();
                here.caller = byStaff ? here.group.sharer : here.reader;
                return here;
              },
              here -> here.group.notes.firm.table,
              others);
      for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
        ways += interleavings.check(each.getKey(), each.getValue());
      }
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void whileItIsEdited() {
    check(true, List.of(world -> world.update("{\"text\": \"Theirs\"}")));
    check(true, List.of(world -> world.update("{\"title\": \"Theirs\"}")));
  }

  @Test
  void whileItIsArchivedAndRestored() {
    check(
        true,
        List.of(
            world -> world.update("{\"archived\": true}"),
            world -> world.update("{\"archived\": false}")));
  }

  @Test
  void whileItIsOpenedAndClosed() {
    check(false, List.of(World::open, World::close));
    check(true, List.of(World::close, World::open));
  }

  @Test
  void whileAParticipantIsRemoved_beforeItIsOpenedToTheOthers() {
    check(false, List.of(World::remove, World::open));
    check(true, List.of(World::remove));
  }

  @Test
  void whileAParticipantIsAdded_afterItWasClosed() {
    Consumer<World> withoutCarla =
        world -> {
          world.close();
          world.add();
        };
    check(true, List.of(World::remove, withoutCarla));
    check(true, List.of(World::remove, World::add));
  }

  @Test
  void whileItIsOpenThroughOneShareOrAnother() {
    check(
        () -> {
          World chosen = new World(false);
          chosen.share(Recipient.CLIENT);
          return chosen;
        },
        List.of(World::open, world -> world.share(Recipient.ALL_AUTHORIZED)));
    check(
        true,
        List.of(world -> world.share(Recipient.ALL_AUTHORIZED, Recipient.CLIENT), World::close));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(false, List.of(world -> world.create(world.group.table)));
  }

  /** The lists are in line once all messages have come, whatever others did meanwhile. */
  @Test
  void fanningOut_whileOthersAct() {
    List<List<Consumer<World>>> others =
        List.of(
            List.of(World::close),
            List.of(World::close, World::open),
            List.of(World::remove),
            List.of(World::remove, World::add),
            List.of(world -> world.update("{\"title\": \"Theirs\"}")),
            List.of(world -> world.share(Recipient.ALL_AUTHORIZED, Recipient.CLIENT)),
            List.of(world -> world.group.settle(), World::close));
    for (List<Consumer<World>> each : others) {
      new Interleavings<>(
              () -> {
                World here = new World(false);
                here.open();
                return here;
              },
              (World here) -> here.group.notes.firm.table,
              each)
          .checkJob(
              (world, torn) -> {
                for (EventMessage message : world.group.messages()) {
                  world.group.follow(torn, message);
                }
              },
              world -> {
                world.group.settle();
                assertInLine(world);
              });
    }
  }

  private static void assertInLine(World world) {
    for (ParticipantPath path :
        List.of(world.path, TestGroupNotes.under(world.group.hugo, world.note))) {
      boolean open =
          world
              .group
              .stored(path)
              .map(Participation::inherited)
              .filter(grants -> !grants.all().isEmpty())
              .isPresent();
      assertThat(world.group.stored(path).filter(each -> !each.isFollowed())).isEmpty();
      assertThat(world.group.feed(path.client(), Recipient.ALL_AUTHORIZED, false))
          .hasSize(open ? 1 : 0);
      assertThat(
              world.group.notified(path.client()).stream()
                  .filter(event -> event.audience().contains("all-authorized")))
          .hasSizeLessThanOrEqualTo(1);
    }
  }
}
