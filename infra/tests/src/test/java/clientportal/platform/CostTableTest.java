package clientportal.platform;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.contract.PublishedContract;
import clientportal.contract.PublishedContract.Operation;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CostTableTest {
  private static final String TABLE =
      """
      | action | calls | RCU | WCU | |
      |---|---|---|---|---|
      | `share`, `unshare`: by staff | 1 BatchGetItem + 2 Query per feed | 4 + 0.5 per 4 KB | | a remark |
      """;

  @Test
  void row_isFoundByEachOfItsNames_andCountsWhatATestCounts() {
    CostTable table = CostTable.parse(TABLE);
    CostTable.Row row = table.row("unshare: by staff");

    assertThat(row).isEqualTo(table.row("share: by staff"));
    assertThat(row.counted()).containsExactlyInAnyOrder("feed", "4 KB");
    Map<String, Integer> counts = Map.of("feed", 3, "4 KB", 2);
    assertThat(row.calls(counts)).isEqualTo(Map.of("BatchGetItem", 1, "Query", 6));
    assertThat(row.mostReads(counts)).hasValue(5);
    assertThat(row.mostWrites(counts)).isEmpty();
  }

  @Test
  void row_thatIsNotThere_orHasNoFigure_orIsThereTwice_isNamed() {
    assertThatThrownBy(() -> CostTable.parse(TABLE).row("share"))
        .hasMessage("infra/COSTS.md has no row \"share\"");
    assertThatThrownBy(() -> CostTable.parse(TABLE.replace("0.5 per", "some per")))
        .hasMessage("this is no figure: some per 4 KB");
    assertThatThrownBy(() -> CostTable.parse(TABLE + TABLE))
        .hasMessage("two rows have the name share: by staff");
  }

  @Test
  void publishedTable_isReadWhole() {
    assertThat(CostTable.PUBLISHED.rows()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void publishedTable_hasARowForEachOperation() {
    Set<String> actions =
        CostTable.PUBLISHED.rows().keySet().stream()
            .map(name -> name.replaceAll(":.*", ""))
            .collect(toSet());

    assertThat(actions)
        .containsAll(PublishedContract.read().operations().stream().map(Operation::id).toList());
  }
}
