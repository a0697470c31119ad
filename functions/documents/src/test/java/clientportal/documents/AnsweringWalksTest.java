package clientportal.documents;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.By;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.ConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Many files are uploaded to several items at once, while the items change; the events of the
 * bucket come twice, late and in any order. Each file is in exactly one item and round, and is read
 * by staff and by the item's assignee, and by nobody else. The seed is in the message of whatever
 * fails.
 */
final class AnsweringWalksTest {
  private static final int WALKS = 150;

  /** Where a file belongs by the rules, in a few lines of their own. */
  private record Expected(ItemId item, int round, boolean late) {}

  private static final class Walk {
    final Random random;
    final AnsweringWorld world = new AnsweringWorld();
    final List<ItemId> items = new ArrayList<>();
    final Map<ItemId, PersonId> assignees = new LinkedHashMap<>();
    final Map<DocumentPath, Expected> declared = new LinkedHashMap<>();
    final Map<DocumentPath, Expected> arrived = new LinkedHashMap<>();

    Walk(long seed) {
      random = new Random(seed);
      int number = 1 + random.nextInt(4);
      for (int i = 0; i < number; i++) {
        boolean ofClient = random.nextBoolean();
        ItemId item =
            world.asked(ofClient ? Recipient.CLIENT : new Recipient.Contact(world.contact));
        items.add(item);
        assignees.put(item, ofClient ? world.carla : world.colin);
      }
    }

    void run() {
      int steps = 5 + random.nextInt(40);
      for (int i = 0; i < steps; i++) {
        switch (random.nextInt(6)) {
          case 0, 1, 2 -> declare();
          case 3, 4 -> {
            if (!declared.isEmpty()) {
              arrive(pick(List.copyOf(declared.keySet())));
            }
          }
          default -> act();
        }
      }
      arriveAtOnce();
    }

    private PersonId assignee(ItemId item) {
      return requireNonNull(assignees.get(item));
    }

    <T> T pick(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    private void declare() {
      ItemId item = pick(items);
      PersonId caller = random.nextInt(4) == 0 ? world.sharer : assignee(item);
      RequestItem now = world.item(item);
      Exchange.Answer answer = world.declare(caller, world.declaration("a.txt", item));
      boolean takesFiles = isOpen(now);
      assertThat(answer.status()).isEqualTo(takesFiles ? 201 : 409);
      if (takesFiles) {
        DocumentPath path =
            new DocumentPath(world.folder, new DocumentId((String) answer.get("documentId")));
        world.documents.store(path, "text/plain", AnsweringWorld.BYTES);
        declared.put(path, new Expected(item, now.state().round(), false));
      }
    }

    private boolean isOpen(RequestItem item) {
      return world.whole().engagement().status() == EngagementStatus.OPEN
          && (item.status() == ItemStatus.OPEN || item.status() == ItemStatus.SUBMITTED);
    }

    private Expected expected(DocumentPath path) {
      Expected was = requireNonNull(declared.get(path));
      RequestItem now = world.item(was.item());
      return new Expected(
          was.item(), was.round(), !isOpen(now) || now.state().round() != was.round());
    }

    private void arrive(DocumentPath path) {
      arrived.putIfAbsent(path, expected(path));
      world.documents.confirm(path);
    }

    /** Delivers the events of all files, twice each, from several threads. */
    private void arriveAtOnce() {
      List<DocumentPath> events = new ArrayList<>(declared.keySet());
      events.addAll(declared.keySet());
      Collections.shuffle(events, random);
      declared.keySet().forEach(path -> arrived.computeIfAbsent(path, this::expected));
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        events.stream()
            .map(path -> threads.submit(() -> deliver(path)))
            .toList()
            .forEach(each -> assertThat(each).succeedsWithin(Duration.ofSeconds(20)));
      }
    }

    /** The queue delivers again what failed. */
    private boolean deliver(DocumentPath path) {
      for (int again = 0; ; again++) {
        try {
          world.documents.confirm(path);
          return true;
        } catch (ConflictException conflict) {
          if (again == 4) {
            throw conflict;
          }
        }
      }
    }

    private void act() {
      ItemId item = pick(items);
      ItemAction action =
          pick(
              List.of(
                  new ItemAction.Submit(),
                  new ItemAction.Withdraw(),
                  new ItemAction.Accept(),
                  new ItemAction.Reject(Review.Code.OTHER, "again"),
                  new ItemAction.AcceptInPart(Review.Code.INCOMPLETE, "more"),
                  new ItemAction.MarkNotApplicable("none"),
                  new ItemAction.Cancel(),
                  new ItemAction.Reopen("again"),
                  new ItemAction.Reopen("again")));
      WholeEngagement whole = world.whole();
      Outcome outcome =
          random.nextInt(12) == 0
              ? end(whole)
              : whole.apply(
                  List.of(new WholeEngagement.Step(item, action)),
                  new By(Actor.PORTAL, TestFirm.NOW));
      if (outcome instanceof Outcome.Changed changed) {
        world.table.write(RequestWrites.of(changed, TestFirm.NOW));
      }
    }

    private static Outcome end(WholeEngagement whole) {
      return whole.engagement().status() == EngagementStatus.OPEN ? whole.cancel() : whole.reopen();
    }

    void verify() {
      assertThat(declared.keySet()).isEqualTo(arrived.keySet());
      Map<DocumentPath, Expected> files = new LinkedHashMap<>();
      for (ItemFile file : world.files()) {
        assertThat(
                files.put(
                    file.document(), new Expected(file.item().item(), file.round(), file.late())))
            .isNull();
      }
      assertThat(files).isEqualTo(arrived);
      arrived.forEach((path, expected) -> verify(path, expected.item()));
      for (ItemId id : items) {
        RequestItem item = world.item(id);
        boolean started =
            arrived.values().stream()
                .anyMatch(file ->
                    file.item().equals(id) && file.round() == item.state().round() && !file.late());
        assertThat(item.state().isStarted()).isEqualTo(started);
      }
      WholeEngagement whole = world.whole();
      assertThat(whole.engagement().progress()).isEqualTo(Progress.of(whole.items()));
      assertThat(world.documents.events()).hasSize(arrived.size());
    }

    private void verify(DocumentPath path, ItemId item) {
      assertThat(world.document(path).answers().orElseThrow().item()).isEqualTo(item);
      for (PersonId reader : List.of(world.staff, world.sharer, assignee(item))) {
        assertThat(world.documents.get(path, reader).get("status")).isEqualTo("available");
      }
      PersonId other = assignee(item).equals(world.carla) ? world.colin : world.carla;
      for (PersonId stranger : List.of(other, TestFirm.person())) {
        assertThat(world.documents.get(path, stranger).status()).isEqualTo(404);
      }
    }
  }

  @Test
  void files_ofManyUploads_areEachInOneItemAndRound_andReadByNobodyElse() {
    long seeds = new Random().nextLong();
    int files = 0;
    int late = 0;
    for (int i = 0; i < WALKS; i++) {
      long seed = seeds + i;
      try {
        Walk walk = new Walk(seed);
        walk.run();
        walk.verify();
        files += walk.arrived.size();
        late += Math.toIntExact(walk.arrived.values().stream().filter(Expected::late).count());
      } catch (AssertionError | RuntimeException wrong) {
        throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
      }
    }
    assertThat(files).isGreaterThan(5 * WALKS);
    assertThat(late).isGreaterThan(WALKS / 5);
  }
}
