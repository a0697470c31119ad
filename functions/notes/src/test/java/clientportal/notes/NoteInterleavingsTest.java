package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others change a note: it answers as before the change or as
 * after it.
 */
final class NoteInterleavingsTest {
  private static final class World {
    final TestNotes notes = new TestNotes();
    final PersonId reader = notes.firm.link(notes.client);
    final NotePath note = notes.note("Call", "One", Recipient.CLIENT, Recipient.ALL_AUTHORIZED);
    PersonId caller = notes.sharer;

    World by(PersonId other) {
      caller = other;
      return this;
    }

    void edit(String text) {
      notes.update(notes.firm.table, notes.sharer, note, "{\"text\": \"" + text + "\"}");
    }

    void archive(boolean archived) {
      notes.update(notes.firm.table, notes.sharer, note, "{\"archived\": " + archived + "}");
    }

    void giveType() {
      String type = notes.firm.documentTypes("Invoice").getFirst().value();
      notes.update(notes.firm.table, notes.sharer, note, "{\"documentType\": \"" + type + "\"}");
    }

    void close() {
      notes.share(notes.firm.table, notes.sharer, note, "");
    }

    String create(Table table) {
      notes.clock = Clock.offset(notes.firm.clock, Duration.ofMinutes(1));
      return answer(
          notes
              .to("POST", caller, "/notes")
              .header("idempotency-key", "k")
              .json("{\"title\": \"New\", \"text\": \"Text\"}")
              .send(new CreateNoteHandler(notes.module(table).createNote(), notes.clock)));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, Exchange.Answer>> all = new TreeMap<>();
    all.put("GetNote", (world, table) -> world.notes.get(table, world.caller, world.note));
    all.put("ListNotes", (world, table) -> world.notes.list(table, world.caller));
    all.put("ListActivity", (world, table) -> world.notes.activity(table, world.caller));
    all.put(
        "UpdateNote",
        (world, table) ->
            world.notes.update(table, world.caller, world.note, "{\"text\": \"Mine\"}"));
    all.put("ArchiveNote", (world, table) -> world.notes.archive(table, world.caller, world.note));
    all.put(
        "ListNoteVersions",
        (world, table) -> world.notes.versions(table, world.caller, world.note));
    all.put("GetNoteShares", (world, table) -> world.notes.shares(table, world.caller, world.note));
    all.put(
        "SetNoteShares",
        (world, table) ->
            world.notes.share(table, world.caller, world.note, TestNotes.shares(Recipient.CLIENT)));
    Map<String, BiFunction<World, Table, String>> answered = new TreeMap<>();
    all.forEach((name, call) ->
        answered.put(name, (world, table) -> World.answer(call.apply(world, table))));
    answered.put("CreateNote", World::create);
    return answered;
  }

  private static void check(List<Consumer<World>> others) {
    int ways = 0;
    for (boolean byStaff : new boolean[] {true, false}) {
      Interleavings<World> interleavings =
          new Interleavings<>(
              () -> {
                World here = new World();
                return here.by(byStaff ? here.notes.sharer : here.reader);
              },
              here -> here.notes.firm.table,
              others);
      for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
        ways += interleavings.check(each.getKey(), each.getValue());
      }
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    Set<String> all = new TreeSet<>(useCases().keySet());
    all.addAll(GroupNoteInterleavingsTest.names());
    // It is no use case of a caller, and has a test of its own there.
    all.add("FanOutGroupNote");
    assertThat(all).isEqualTo(UseCases.of(GetNoteHandler.class));
  }

  @Test
  void whileItIsEdited() {
    check(List.of(world -> world.edit("Theirs")));
    check(List.of(world -> world.edit("Theirs"), world -> world.edit("Theirs again")));
  }

  @Test
  void whileItIsArchivedAndRestored() {
    check(List.of(world -> world.archive(true)));
    check(List.of(world -> world.archive(true), world -> world.archive(false)));
  }

  @Test
  void whileItIsClosed() {
    check(List.of(World::close));
  }

  @Test
  void whileItGetsAType_orThePolicyChanges() {
    check(List.of(World::giveType));
    check(List.of(world -> world.notes.firm.policy(SharePolicy.Mode.ALL_BUT, "none")));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(List.of(world -> world.create(world.notes.firm.table)));
  }
}
