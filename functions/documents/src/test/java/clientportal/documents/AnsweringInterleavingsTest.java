package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A file for an item is declared, and arrives, while the item changes or another file arrives: what
 * comes of it is what comes of the one before the other.
 */
final class AnsweringInterleavingsTest {
  private static final class World {
    final AnsweringWorld answering = new AnsweringWorld();
    final ItemId item = answering.asked(Recipient.CLIENT);
    final DocumentPath path = answering.stored(answering.carla, item);
    final DocumentPath other = answering.stored(answering.carla, item);

    String confirm(Table table) {
      return answering.confirm(table).handle(TestDocuments.created(path, 1)).text();
    }

    String declare(Table table) {
      return answer(
          answering
              .documents
              .upload(answering.folder, answering.carla, answering.declaration("b.txt", item))
              .header("idempotency-key", "k")
              .send(
                  new RequestUploadHandler(
                      new RequestUpload(
                          new Access(table, answering.firm.clock),
                          table,
                          new Declarations(
                              table,
                              answering.documents.transfers,
                              answering.documents.declarations.sizes()),
                          answering.firm.ids))));
    }

    String get(Table table) {
      return answer(
          answering
              .documents
              .to("GET", path, answering.carla)
              .send(
                  new GetDocumentHandler(
                      new GetDocument(new Access(table, answering.firm.clock)))));
    }

    World started() {
      answering.documents.confirm(other);
      return this;
    }

    /** Does something to the item, if it is possible where that stands. */
    void act(ItemAction action) {
      if (answering.outcome(item, action) instanceof Outcome.Changed changed) {
        answering.table.write(RequestWrites.of(changed, TestFirm.NOW));
      }
    }

    void cancel() {
      answering.change(WholeEngagement::cancel);
    }

    private static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static void check(boolean started, Consumer<World> others) {
    List<BiFunction<World, Table, String>> useCases =
        List.of(World::confirm, World::declare, World::get);
    for (BiFunction<World, Table, String> useCase : useCases) {
      int ways =
          new Interleavings<>(
                  () -> started ? new World().started() : new World(),
                  world -> world.answering.firm.table,
                  List.of(others))
              .check("a file", useCase);
      assertThat(ways).isGreaterThan(2);
    }
  }

  @Test
  void whileAnotherFileArrives() {
    check(false, World::started);
  }

  @Test
  void whileItIsSubmitted_orAccepted_orAskedForAgain() {
    check(true, world -> world.act(new ItemAction.Submit()));
    check(true, world -> world.act(new ItemAction.Accept()));
    check(true, world -> world.act(new ItemAction.Reject(Review.Code.OTHER, "again")));
  }

  @Test
  void whileItIsCancelled_orTheEngagement_orDoesNotApply() {
    check(false, world -> world.act(new ItemAction.Cancel()));
    check(false, World::cancel);
    check(true, World::cancel);
    check(false, world -> world.act(new ItemAction.MarkNotApplicable("none")));
  }

  @Test
  void whileItsOwnEventComesTwice() {
    check(false, world -> world.answering.documents.confirm(world.path));
    check(true, world -> world.answering.documents.confirm(world.path));
  }
}
