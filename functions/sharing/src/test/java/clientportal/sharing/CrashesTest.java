package clientportal.sharing;

import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.ids.EmailAddress;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A set is being saved and the function ends: before or after any of its calls to AWS. */
final class CrashesTest {

  /** An item of a firm of its own, made anew for each point at which the function may end. */
  private static final class Scene {
    final SharedFirm firm = new SharedFirm();
    final Recipient.Contact invited =
        firm.contact(
            "Colin", Optional.of(new EmailAddress("colin@example.test")), true, AccountStatus.NONE);
    private final Folder folder;
    private final Optional<SharedDocument> document;

    Scene(boolean ofDocument, Grant... open) {
      folder = ofDocument ? firm.folder() : firm.folder(open);
      document =
          ofDocument
              ? Optional.of(firm.document(folder, "Assessment.pdf", open))
              : Optional.empty();
    }

    RequestStreamHandler handler(Table table) {
      Access access = new Access(table, firm.clock);
      return document.isPresent()
          ? new SetDocumentSharesHandler(
              new SetDocumentShares(access, table, firm.firm.ids), firm.clock)
          : new SetFolderSharesHandler(
              new SetFolderShares(access, table, firm.firm.ids), firm.clock);
    }

    /** Saves that it is open to these, and to no others. */
    Exchange.Answer save(Table table, List<Recipient> recipients) {
      String shares =
          String.join(",", recipients.stream().map(each -> share(each, "view")).toList());
      return document
          .map(item -> put(firm.sharer, item, shares))
          .orElseGet(() -> put(firm.sharer, folder, shares))
          .send(handler(table));
    }
  }

  @Test
  void opening() {
    crash(scene -> List.of(Recipient.CLIENT, scene.invited), List.of("client", "invited"));
  }

  @Test
  void openingToAnotherInstead() {
    crash(scene -> List.of(scene.invited), List.of("invited"), view(Recipient.CLIENT));
  }

  @Test
  void closing() {
    crash(_ -> List.of(), List.of(), view(Recipient.CLIENT));
  }

  /**
   * Ends the function at every point, then saves the same set again, as a caller without an answer.
   */
  private static void crash(
      Function<Scene, List<Recipient>> recipients, List<String> notified, Grant... before) {
    for (boolean ofDocument : new boolean[] {false, true}) {
      int points =
          CallSchedule.everywhere(crashes -> {
            Scene scene = new Scene(ofDocument, before);
            List<Recipient> after = recipients.apply(scene);
            Table table = scene.firm.firm.table;
            Map<Key, Item> untouched = scene.firm.firm.table.everything();
            crashes.run(() -> scene.save(crashes.around(table), after));
            assertWholeOrNotAtAll(scene, untouched);

            assertThat(scene.save(table, after).status()).isEqualTo(200);

            assertSavedOnce(scene, after, notified);
          });
      // One read, one transaction.
      assertThat(points).isEqualTo(4);
    }
  }

  private static void assertWholeOrNotAtAll(Scene scene, Map<Key, Item> untouched) {
    if (scene.firm.events().isEmpty()) {
      assertThat(scene.firm.firm.table.everything()).isEqualTo(untouched);
    }
  }

  private static void assertSavedOnce(Scene scene, List<Recipient> open, List<String> notified) {
    assertThat(scene.firm.events())
        .singleElement()
        .extracting(Event::audience)
        .isEqualTo(
            notified.stream()
                .map(name -> name.equals("invited") ? scene.invited.text() : name)
                .toList());
    for (Recipient each : List.of(Recipient.CLIENT, scene.invited)) {
      assertThat(scene.firm.feed(each)).hasSize(open.contains(each) ? 1 : 0);
    }
    Map<Key, Item> saved = scene.firm.firm.table.everything();
    assertThat(scene.save(scene.firm.firm.table, open).status()).isEqualTo(200);
    assertThat(scene.firm.firm.table.everything()).isEqualTo(saved);
  }
}
