package clientportal.exports;

import static clientportal.exports.TestExports.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ItemId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.platform.Interleavings;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The export while others change the engagement: it answers as before the change or as after it.
 */
final class ExportInterleavingsTest {
  private static final class World {
    final TestExports exports = new TestExports("Loan");
    final ItemId item = exports.ask(wanted("Payslips", "All.", Kind.DOCUMENT, true));
    final DocumentPath document = exports.file(item, "March.pdf", "9f".repeat(32), false);

    World() {
      exports.cancel();
    }

    /** {@code ExportEngagement} as staff call it. */
    String export(Table through) {
      Exchange.Answer answer = exports.export(through, exports.staff, "application/json");
      return answer.status() + " " + answer.body();
    }
  }

  private static void check(Consumer<World> others) {
    int ways =
        new Interleavings<>(World::new, world -> world.exports.firm.table, List.of(others))
            .check("ExportEngagement", World::export);

    assertThat(ways).isGreaterThan(2);
  }

  @Test
  void whileTheEngagementIsReopened() {
    check(world -> world.exports.reopen());
  }

  @Test
  void whileADocumentIsArchived() {
    check(world -> world.exports.archive(world.document));
  }

  @Test
  void whileAFileArrivesLate() {
    check(world -> world.exports.file(world.item, "Late.pdf", "0a".repeat(32), true));
  }
}
