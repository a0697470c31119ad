package clientportal.platform.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryTableTest extends TableContract {
  private final Table table = new InMemoryTable();

  @Override
  protected Table table() {
    return table;
  }

  @Override
  protected Class<? extends RuntimeException> refusal() {
    return IllegalArgumentException.class;
  }

  /** So does DynamoDB, but not DynamoDB Local. */
  @Test
  void aTransactionThatWritesWhatItChecks_isRefused() {
    Key key = new Key("p", "s");
    Item item = Fields.of().with("name", "a").at(key);

    assertThatThrownBy(
            () -> table.write(List.of(Write.put(item), Write.check(key, Condition.absent()))))
        .isInstanceOf(refusal());
  }
}
