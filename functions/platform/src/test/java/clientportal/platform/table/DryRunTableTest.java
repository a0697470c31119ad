package clientportal.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DryRunTableTest extends TableContract {
  private final InMemoryTable real = new InMemoryTable();
  private final DryRunTable table = new DryRunTable(real);

  @Override
  protected Table table() {
    return table;
  }

  @Override
  protected Class<? extends RuntimeException> refusal() {
    return IllegalArgumentException.class;
  }

  /** Each test of the contract writes to the dry table alone. */
  private Map<Key, Item> written = Map.of();

  @AfterEach
  void theRealTableIsAsItWas() {
    assertThat(real.everything()).isEqualTo(written);
  }

  private void write(Item... items) {
    for (Item item : items) {
      real.write(List.of(Write.create(item)));
    }
    written = real.everything();
  }

  private static Item item(String sk, long revision) {
    return Fields.of()
        .with(Item.REVISION, revision)
        .with("namesPartition", "names")
        .with("namesSort", sk)
        .at(new Key("p", sk));
  }

  @Test
  void read_seesWhatWasKept_andOtherwiseWhatIsThere() {
    write(item("changed", 1), item("deleted", 1), item("same", 1));

    table.write(
        List.of(
            Write.replace(item("changed", 2), 1),
            Write.delete(new Key("p", "deleted")),
            Write.create(item("new", 1)),
            Write.check(new Key("p", "same"), Condition.revision(1))));

    List<Key> keys =
        List.of("changed", "deleted", "same", "new").stream().map(sk -> new Key("p", sk)).toList();
    assertThat(table.read(keys).byKey().values())
        .containsExactlyInAnyOrder(item("changed", 2), item("same", 1), item("new", 1));
    assertThat(table.readSnapshot(keys)).isEqualTo(table.read(keys));
    assertThat(table.kept()).containsExactly(item("changed", 2), item("new", 1));
    assertThat(keys).filteredOn(table::creates).containsExactly(new Key("p", "new"));
  }

  @Test
  void aConditionOnWhatIsThere_isEvaluated() {
    write(item("there", 3));

    assertThatThrownBy(() -> table.write(List.of(Write.create(item("there", 1)))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() ->
            table.write(List.of(Write.create(item("new", 1)), Write.replace(item("there", 3), 2))))
        .isInstanceOf(ConflictException.class);
    assertThat(
            table.update(
                Write.update(new Key("p", "there")).add("tries", 1).when(Condition.revision(2))))
        .isEmpty();

    assertThat(table.kept()).isEmpty();
  }

  @Test
  void update_addsToWhatIsThere() {
    write(Fields.of().with("tries", 4).with("name", "a").at(new Key("p", "counted")));
    Write.Update update =
        Write.update(new Key("p", "counted")).add("tries", 1).when(Condition.present());

    assertThat(table.update(update))
        .contains(Fields.of().with("tries", 5).with("name", "a").at(update.key()));
    table.write(List.of(update));

    assertThat(table.find(update.key()).map(item -> item.fields().number("tries"))).contains(6L);
  }

  @Test
  void query_mergesWhatWasKept_inBothDirections_whateverThePages() {
    for (int i = 0; i < 20; i += 2) {
      write(item("ITEM#%02d".formatted(i), 1));
    }
    for (int i = 1; i < 20; i += 2) {
      table.write(List.of(Write.create(item("ITEM#%02d".formatted(i), 1))));
    }
    table.write(
        List.of(
            Write.delete(new Key("p", "ITEM#00")),
            Write.delete(new Key("p", "ITEM#10")),
            Write.replace(item("ITEM#18", 2), 1),
            Write.create(item("OTHER", 1))));
    List<String> expected =
        IntStream.range(1, 20).filter(i -> i != 10).mapToObj("ITEM#%02d"::formatted).toList();

    for (Query.Index index : List.of(Query.Index.TABLE, Query.Index.NAMES)) {
      Query query = Query.of(index, index == Query.Index.TABLE ? "p" : "names").prefix("ITEM#");
      for (int limit = 1; limit < 25; limit++) {
        assertThat(names(query, limit)).isEqualTo(expected);
        assertThat(names(query.backwards(), limit)).isEqualTo(expected.reversed());
      }
    }
  }

  private List<String> names(Query query, int limit) {
    return table
        .pages(query.limit(limit))
        .flatMap(page -> page.items().stream())
        .map(item -> item.key().sk())
        .toList();
  }
}
