package clientportal.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DueItemsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final List<String> SHARDS = List.of("WORK#0", "WORK#1");

  private final Table table = new InMemoryTable();
  private final DueItems dueItems = new DueItems(table, Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<String> done = new ArrayList<>();

  private Item item(String id, int shard, Instant dueAt) {
    Item item =
        Fields.of()
            .with("dueShard", SHARDS.get(shard))
            .with("dueAt", dueAt)
            .with(Item.REVISION, 1)
            .at(new Key(id, "x"));
    table.write(List.of(Write.put(item)));
    return item;
  }

  private void work(Item item) {
    done.add(item.key().pk());
    if (item.key().pk().startsWith("poison")) {
      throw new IllegalArgumentException(item.key().pk());
    }
  }

  @Test
  void dueItems_ofEveryShard_areWorkedOn_theOldestOfAShardFirst() {
    item("late", 0, NOW);
    item("later", 0, NOW.plusMillis(1));
    item("latest", 0, NOW.minusSeconds(90));
    item("other", 1, NOW.minusSeconds(60));

    DueItems.Round round = dueItems.work(SHARDS, () -> true, this::work);

    assertThat(done).containsExactly("latest", "late", "other");
    assertThat(round.due()).isEqualTo(3);
    assertThat(round.oldest()).isEqualTo(Duration.ofSeconds(90));
    round.requireSuccess("items");
  }

  @Test
  void anItemThatFails_delaysNoOther_howeverManyPagesThereAre() {
    item("poison", 0, NOW.minusSeconds(100));
    for (int i = 0; i < 60; i++) {
      item("good" + i, 0, NOW.minusSeconds(60 - i));
    }

    DueItems.Round round = dueItems.work(SHARDS, () -> true, this::work);

    assertThat(done).hasSize(61).doesNotHaveDuplicates();
    assertThat(round.failures()).singleElement().isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> round.requireSuccess("items"))
        .hasMessage("1 items failed")
        .hasSuppressedException(round.failures().getFirst());
  }

  @Test
  void itemsWithoutTimeLeft_areCounted_andLeft() {
    item("one", 0, NOW);
    item("two", 0, NOW);

    DueItems.Round round = dueItems.work(SHARDS, done::isEmpty, this::work);

    assertThat(round.due()).isEqualTo(2);
    assertThat(done).hasSize(1);
  }
}
