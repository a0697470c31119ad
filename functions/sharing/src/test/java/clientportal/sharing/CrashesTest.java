package clientportal.sharing;

import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.AccountStatus;
import clientportal.access.Event;
import clientportal.access.Folder;
import clientportal.access.SharedDocument;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InterleavedTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A set is being saved and the function ends: before or after any of its calls to AWS. */
final class CrashesTest {
  private final SharedFirm firm = new SharedFirm();
  private final Recipient.Contact invited =
      firm.contact(
          "Colin", Optional.of(new EmailAddress("colin@example.test")), true, AccountStatus.NONE);
  private final Folder folder = firm.folder();
  private final SharedDocument document = firm.document(folder, "Assessment.pdf");

  /** The end of a function: no failure that it could catch. */
  private static final class EndError extends Error {
    private static final long serialVersionUID = 1;
  }

  private RequestStreamHandler folders(Table table) {
    return new SetFolderSharesHandler(
        new SetFolderShares(new Access(table, firm.clock), table, firm.firm.ids), firm.clock);
  }

  private RequestStreamHandler documents(Table table) {
    return new SetDocumentSharesHandler(
        new SetDocumentShares(new Access(table, firm.clock), table, firm.firm.ids), firm.clock);
  }

  private String shares() {
    return share(Recipient.CLIENT, "view") + "," + share(invited, "view");
  }

  @Test
  void setFolderShares_isDoneWholeOrNotAtAll_andRepeatedItTellsNobodyTwice() {
    crash(this::folders, () -> put(firm.sharer, folder, shares()));
  }

  @Test
  void setDocumentShares_isDoneWholeOrNotAtAll_andRepeatedItTellsNobodyTwice() {
    crash(this::documents, () -> put(firm.sharer, document, shares()));
  }

  private void crash(Function<Table, RequestStreamHandler> handler, Supplier<Exchange> exchange) {
    Map<Key, Item> before = firm.firm.table.everything();
    int calls = 0;
    // Before the first call, and between each two: after one and before the next.
    for (int call = 1; ends(call, handler, exchange); call++) {
      assertThat(firm.firm.table.everything()).isEqualTo(before);
      calls++;
    }
    assertThat(calls).isEqualTo(2);
    // The last round went to its end; that is as if it had ended after the last call.
    Map<Key, Item> after = firm.firm.table.everything();
    assertThat(after).isNotEqualTo(before);

    Exchange.Answer again = exchange.get().send(handler.apply(firm.firm.table));

    assertThat(again.status()).isEqualTo(200);
    assertThat(firm.firm.table.everything()).isEqualTo(after);
    assertThat(firm.events())
        .singleElement()
        .extracting(Event::audience)
        .isEqualTo(List.of("client", invited.text()));
    assertThat(firm.feed(Recipient.CLIENT)).hasSize(1);
    assertThat(firm.feed(invited)).hasSize(1);
  }

  /** Tells whether the function ended before the call with this number. */
  private boolean ends(
      int call, Function<Table, RequestStreamHandler> handler, Supplier<Exchange> exchange) {
    InterleavedTable table =
        InterleavedTable.beforeCall(
            call,
            firm.firm.table,
            () -> {
              throw new EndError();
            });
    try {
      assertThat(exchange.get().send(handler.apply(table)).status()).isEqualTo(200);
    } catch (EndError _) {
      return true;
    }
    return false;
  }
}
