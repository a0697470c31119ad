package clientportal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.Subscription.GroupNotes;
import clientportal.access.events.EventSamples;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Participation;
import clientportal.delivery.EventMessage;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FanOutGroupNoteTest {
  private static final int RUNS = 150;

  // ---- The parts ----

  @Test
  void eachOf500Participants_isInOnePart_andTheListsOfAllFollow() {
    TestGroupNotes group = new TestGroupNotes();
    GroupNotePath note = group.note(group.carla);
    List<ClientPath> clients = new ArrayList<>(List.of(group.carla));
    for (int call = 0; call < 6; call++) {
      ClientPath[] more =
          IntStream.range(0, call < 5 ? 90 : 49)
              .mapToObj(i -> group.client("C" + i))
              .toArray(ClientPath[]::new);
      clients.addAll(List.of(more));
      group.add(note, more);
    }
    group.messages();
    group.open(note);
    List<EventMessage> parts = group.messages();

    parts.forEach(part -> group.follow(group.table, part));

    assertThat(parts).hasSize(20);
    for (ClientPath client : clients) {
      assertThat(group.feed(client, Recipient.ALL_AUTHORIZED, false)).hasSize(1);
      assertThat(group.notified(client)).hasSize(1);
    }
    CallSchedule calls = new CallSchedule();
    List<Long> sizes = new ArrayList<>();
    for (EventMessage part : parts) {
      calls.restart();
      group.follow(calls.around(group.table), part);
      sizes.add(calls.made("readSnapshot"));
      assertThat(calls.made("write")).isZero();
    }
    assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(500);
    assertThat(sizes).allSatisfy(size -> assertThat(size).isBetween(5L, 60L));
  }

  @Test
  void anEditOfTheTextAlone_concernsNoList() {
    TestGroupNotes group = new TestGroupNotes();
    GroupNotePath note = group.note(group.carla, group.hugo);
    group.update(group.table, group.staff, note, "{\"text\": \"Open.\"}");
    CallSchedule calls = new CallSchedule();

    group.messages().forEach(message -> group.follow(calls.around(group.table), message));

    assertThat(calls.made()).isEqualTo(1);
  }

  @Test
  void anEventOfAnotherSubscription_fails() {
    TestGroupNotes group = new TestGroupNotes();
    FanOutGroupNoteHandler handler = new FanOutGroupNoteHandler(new FanOutGroupNote(group.table));
    EventSamples.all()
        .filter(data -> !(data instanceof GroupNotes))
        .map(EventSamples::of)
        .forEach(event -> {
          group.notes.write(event.create());
          String body = new EventMessage(event.key(), Optional.empty()).json();
          Map<?, ?> batch = Map.of("Records", List.of(Map.of("messageId", "m1", "body", body)));

          assertThat(new Invocation().send(handler, batch))
              .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        });
  }

  // ---- A function that ends anywhere ----

  @ParameterizedTest
  @ValueSource(strings = {"open", "close", "remove", "archive"})
  void aFunctionThatEndsAnywhere_isMadeGoodByTheNext(String what) {
    List<String> expected = outcome(TestGroupNotes::settle, what);
    int points =
        CallSchedule.everywhere(crashes ->
            assertThat(
                    outcome(
                        world -> {
                          List<EventMessage> messages = world.messages();
                          Table table = crashes.around(world.table);
                          crashes.run(
                              () -> messages.forEach(message -> world.follow(table, message)));
                          messages.forEach(message -> world.follow(world.table, message));
                        },
                        what))
                .isEqualTo(expected));
    assertThat(points).isGreaterThan(4);
  }

  private static List<String> outcome(Consumer<TestGroupNotes> follow, String what) {
    TestGroupNotes group = new TestGroupNotes();
    GroupNotePath note = group.note(group.carla, group.hugo);
    group.shareWith(
        group.table, group.sharer, TestGroupNotes.under(group.carla, note), Recipient.CLIENT);
    if (!what.equals("open")) {
      group.open(note);
      group.settle();
    }
    switch (what) {
      case "open" -> group.open(note);
      case "close" -> group.close(note);
      case "remove" -> group.remove(note, group.carla);
      default -> group.archive(group.table, group.sharer, note);
    }
    follow.accept(group);
    List<String> rows = new ArrayList<>();
    for (ClientPath client : List.of(group.carla, group.hugo)) {
      String name = client.equals(group.carla) ? "carla " : "hugo ";
      for (boolean archived : new boolean[] {false, true}) {
        for (Recipient recipient : List.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED)) {
          group
              .feed(client, recipient, archived)
              .forEach(row -> rows.add(name + recipient.text() + archived + row.sharedAt()));
        }
      }
      rows.add(name + group.notified(client).size());
      rows.add(name + group.stored(TestGroupNotes.under(client, note)).isPresent());
    }
    return rows;
  }

  // ---- Everything in any order ----

  /** What a group note is, by what was done to it alone. */
  private static final class Model {
    private final Map<ClientPath, Instant> since = new HashMap<>();
    private final Map<ClientPath, Instant> sharedWithClient = new HashMap<>();
    private Optional<Instant> opened = Optional.empty();
    private boolean archived;
    private String title = "Holidays";

    /** Since when a client has it as every participant does. */
    private Optional<Instant> openedTo(ClientPath client) {
      return Optional.ofNullable(since.get(client))
          .flatMap(joined -> opened.map(open -> open.isAfter(joined) ? open : joined));
    }

    Set<String> rows(ClientPath client) {
      Set<String> rows = new TreeSet<>();
      openedTo(client).ifPresent(at -> rows.add("all-authorized " + at));
      Optional.ofNullable(sharedWithClient.get(client)).ifPresent(at -> rows.add("client " + at));
      return new TreeSet<>(rows.stream().map(row -> row + " " + title + " " + archived).toList());
    }
  }

  /** A group note to which random things happen, while its messages come as they like. */
  private static final class Run {
    private final Random random;
    private final TestGroupNotes group = new TestGroupNotes();
    private final List<ClientPath> clients =
        List.of(group.carla, group.hugo, group.client("Ina"), group.client("Jo"));
    private final GroupNotePath note = group.note(group.carla, group.hugo);
    private final Model model = new Model();
    private final List<EventMessage> waiting = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private int status;

    Run(long seed) {
      random = new Random(seed);
      model.since.put(group.carla, group.notes.clock.instant());
      model.since.put(group.hugo, group.notes.clock.instant());
    }

    private boolean oneIn(int n) {
      return random.nextInt(n) == 0;
    }

    private void did(String what, int code) {
      done.add(what);
      status = code;
      assertThat(status).as("%s", done).isLessThan(300);
    }

    void act() {
      group.notes.later();
      Instant now = group.notes.clock.instant();
      ClientPath client = clients.get(random.nextInt(clients.size()));
      ParticipantPath path = TestGroupNotes.under(client, note);
      boolean takesPart = model.since.containsKey(client);
      switch (model.archived ? 0 : random.nextInt(8)) {
        case 0 -> {
          model.archived = !model.archived;
          did(
              "archived " + model.archived,
              group
                  .update(group.table, group.sharer, note, "{\"archived\": " + model.archived + "}")
                  .status());
        }
        case 1 -> {
          model.title = "Title " + random.nextInt(100);
          did(
              model.title,
              group
                  .update(group.table, group.sharer, note, "{\"title\": \"" + model.title + "\"}")
                  .status());
        }
        case 2, 3 -> {
          boolean open = model.opened.isEmpty();
          model.opened = open ? Optional.of(now) : Optional.empty();
          did("open " + open, group.share(group.table, group.sharer, note, open).status());
        }
        case 4, 5 -> {
          if (takesPart) {
            model.since.remove(client);
            model.sharedWithClient.remove(client);
            did("remove " + client.client(), group.remove(note, client).status());
          } else {
            model.since.put(client, now);
            did("add " + client.client(), group.add(note, client).status());
          }
        }
        default -> {
          if (takesPart) {
            share(path, now);
          }
        }
      }
      waiting.addAll(group.messages());
    }

    private void share(ParticipantPath path, Instant now) {
      List<Recipient> recipients = new ArrayList<>();
      if (model.opened.isPresent()) {
        recipients.add(Recipient.ALL_AUTHORIZED);
      }
      if (model.sharedWithClient.containsKey(path.client())) {
        model.sharedWithClient.remove(path.client());
      } else {
        recipients.add(Recipient.CLIENT);
        model.sharedWithClient.put(path.client(), now);
      }
      did(
          "share with " + recipients,
          group
              .shareWith(group.table, group.sharer, path, recipients.toArray(Recipient[]::new))
              .status());
    }

    /** Delivers some message, which may come again. */
    void deliver() {
      if (!waiting.isEmpty()) {
        int which = random.nextInt(waiting.size());
        EventMessage message = oneIn(3) ? waiting.get(which) : waiting.remove(which);
        group.follow(group.table, message);
      }
    }

    void deliverAll() {
      while (!waiting.isEmpty()) {
        deliver();
      }
    }

    void requireInLine() {
      for (ClientPath client : clients) {
        ParticipantPath path = TestGroupNotes.under(client, note);
        assertThat(rows(client)).as("%s of %s", done, client).isEqualTo(model.rows(client));
        assertThat(group.stored(path).map(Participation::isFollowed).orElse(false))
            .as("%s of %s", done, client)
            .isEqualTo(model.since.containsKey(client));
        List<Instant> notified =
            group.notified(client).stream()
                .filter(event -> event.audience().contains("all-authorized"))
                .map(Event::at)
                .toList();
        assertThat(notified).as("%s of %s", done, client).doesNotHaveDuplicates();
        assertThat(notified)
            .as("%s of %s", done, client)
            .containsAll(model.openedTo(client).stream().toList());
      }
      assertThat(
              group.notes.firm.table.everything().keySet().stream()
                  .filter(TableKeys::isParticipant))
          .hasSize(model.since.size());
      assertThat(group.stored(note).participants()).isEqualTo(model.since.size());
      assertThat(group.stored(note).chosen()).isEqualTo(model.sharedWithClient.size());
    }

    private Set<String> rows(ClientPath client) {
      Set<String> rows = new TreeSet<>();
      for (boolean archived : new boolean[] {false, true}) {
        for (Recipient recipient : List.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED)) {
          for (FeedRow row : group.feed(client, recipient, archived)) {
            rows.add(
                "%s %s %s %s".formatted(recipient.text(), row.sharedAt(), row.name(), archived));
          }
        }
      }
      return rows;
    }
  }

  @Test
  void whateverHappens_andHoweverMessagesCome_theListsShowWhatIs_andNobodyIsToldTwice() {
    Set<String> kinds = new HashSet<>();
    for (int seed = 0; seed < RUNS; seed++) {
      Run run = new Run(seed);
      for (int step = 0; step < 25; step++) {
        run.act();
        while (run.oneIn(2)) {
          run.deliver();
        }
      }
      run.deliverAll();
      run.requireInLine();
      run.done.forEach(what -> kinds.add(what.split(" ", -1)[0]));
    }
    assertThat(kinds).contains("archived", "Title", "open", "add", "remove", "share");
  }
}
