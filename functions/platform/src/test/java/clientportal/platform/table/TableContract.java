package clientportal.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract of every table, verified on the table in memory and on DynamoDB. */
public abstract class TableContract {
  /** The largest item, in bytes. */
  private static final int ITEM = 400 * 1024;

  private final String partition = "CONTRACT#" + UUID.randomUUID();

  protected abstract Table table();

  /** Returns the exception with which the table refuses what DynamoDB does not take. */
  protected abstract Class<? extends RuntimeException> refusal();

  private Key key(String sk) {
    return new Key(partition, sk);
  }

  private Item item(String sk) {
    return Fields.of().with("name", sk).with(Item.REVISION, 1).at(key(sk));
  }

  @Test
  void read_returnsWhatWasWritten_attributeForAttribute() {
    Item item =
        Fields.of()
            .with("text", "Zoë \"quoted\" 😀")
            .with("number", 9_007_199_254_740_993L)
            .with("flag", true)
            .withTexts("texts", List.of("a", "b"))
            .withMaps("maps", List.of(Fields.of().with("inner", false).build()))
            .with("map", Fields.of().with("deep", 7).build())
            .at(key("whole"));

    table().write(List.of(Write.create(item)));

    assertThat(table().read(List.of(key("whole"), key("nothing"))).byKey())
        .containsExactly(Map.entry(key("whole"), item));
  }

  @Test
  void write_whereOneConditionFails_writesNothing() {
    table().write(List.of(Write.create(item("there"))));

    assertThatThrownBy(
            () -> table().write(List.of(Write.create(item("new")), Write.create(item("there")))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() ->
            table()
                .write(
                    List.of(
                        Write.create(item("new")),
                        Write.check(key("there"), Condition.revision(2)))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> table().write(List.of(Write.create(item("there")))))
        .isInstanceOf(ConflictException.class);

    assertThat(table().read(List.of(key("new"))).at(key("new"))).isEmpty();
  }

  @Test
  void replace_ofAnotherRevision_isAConflict() {
    table().write(List.of(Write.create(item("one"))));
    Item second = Fields.of().with("name", "two").with(Item.REVISION, 2).at(key("one"));

    table().write(List.of(Write.replace(second, 1)));

    assertThatThrownBy(() -> table().write(List.of(Write.replace(second, 1))))
        .isInstanceOf(ConflictException.class);
    assertThat(table().read(List.of(key("one"))).at(key("one"))).contains(second);
  }

  @Test
  void update_setsAddsAndRemoves_andReturnsTheItem() {
    table().write(List.of(Write.create(item("counted"))));

    Optional<Item> updated =
        table()
            .update(
                Write.update(key("counted"))
                    .set(Fields.of().with("name", "new").build())
                    .add("tries", 1)
                    .remove(Item.REVISION)
                    .when(Condition.missing("tries").or(Condition.less("tries", 5))));

    assertThat(updated)
        .contains(Fields.of().with("name", "new").with("tries", 1).at(key("counted")));
  }

  @Test
  void update_whoseConditionFails_returnsNothingAndChangesNothing() {
    Write.Update update =
        Write.update(key("limited"))
            .add("tries", 1)
            .when(Condition.present().and(Condition.less("tries", 2)));

    assertThat(table().update(update)).isEmpty();
    table().write(List.of(Write.create(Fields.of().with("tries", 1).at(key("limited")))));
    assertThat(table().update(update)).isPresent();
    assertThat(table().update(update)).isEmpty();
    assertThat(table().read(List.of(key("limited"))).at(key("limited")))
        .contains(Fields.of().with("tries", 2).at(key("limited")));
  }

  @Test
  void less_ofTexts_comparesThemInOrder() {
    table().write(List.of(Write.create(Fields.of().with("at", "2026-01-01").at(key("leased")))));
    Write.Update take =
        Write.update(key("leased"))
            .set(Fields.of().with("at", "2026-03-01").build())
            .when(Condition.less("at", "2026-02-01"));

    assertThat(table().update(take)).isPresent();
    assertThat(table().update(take)).isEmpty();
  }

  @Test
  void different_isWhatIsMissingOrHasAnotherValue() {
    Write.Update count =
        Write.update(key("proved")).add("tries", 1).when(Condition.different("proof", "right"));

    assertThat(table().update(count)).isPresent();
    table().write(List.of(Write.put(Fields.of().with("proof", "wrong").at(key("proved")))));
    assertThat(table().update(count)).isPresent();
    table().write(List.of(Write.put(Fields.of().with("proof", "right").at(key("proved")))));
    assertThat(table().update(count)).isEmpty();
  }

  @Test
  void delete_ofAMissingItem_isNoFault() {
    table().write(List.of(Write.create(item("gone"))));

    table().write(List.of(Write.delete(key("gone"))));
    table().write(List.of(Write.delete(key("gone"))));

    assertThat(table().read(List.of(key("gone"))).at(key("gone"))).isEmpty();
  }

  @Test
  void query_pagesThroughAPartition_inBothDirections_whileOthersInsert() {
    for (int i = 0; i < 7; i++) {
      table().write(List.of(Write.create(item("DOC#" + i))));
    }
    table().write(List.of(Write.create(item("OTHER"))));
    Query query = Query.of(Query.Index.TABLE, partition).prefix("DOC#").consistently();

    assertThat(names(query, 3))
        .containsExactly("DOC#0", "DOC#1", "DOC#2", "DOC#3", "DOC#4", "DOC#5", "DOC#6");
    assertThat(names(query.backwards(), 3))
        .containsExactly("DOC#6", "DOC#5", "DOC#4", "DOC#3", "DOC#2", "DOC#1", "DOC#0");
    Page first = table().page(query.backwards().limit(3));
    table().write(List.of(Write.create(item("DOC#9"))));
    assertThat(table().page(query.backwards().limit(3).after(first.next().orElseThrow())).items())
        .extracting(item -> item.key().sk())
        .containsExactly("DOC#3", "DOC#2", "DOC#1");
  }

  @Test
  void page_atTheExactEnd_hasNoNextPosition() {
    table().write(List.of(Write.create(item("a")), Write.create(item("b"))));

    assertThat(table().page(Query.of(Query.Index.TABLE, partition).limit(2)).next()).isEmpty();
    assertThat(table().page(Query.of(Query.Index.TABLE, partition).limit(1)).next()).isPresent();
    assertThat(table().page(Query.of(Query.Index.TABLE, partition + "#NOBODY").limit(1)).next())
        .isEmpty();
  }

  @Test
  void page_isFull_howeverTheTableCutsIt() {
    List<Key> written = writeMany();
    Query query = Query.of(Query.Index.TABLE, partition).prefix("MANY#").consistently();

    Page first = table().page(query.limit(100));
    Page last = table().page(query.limit(100).after(query.positionOf(item("MANY#299"))));

    assertThat(first.items()).extracting(Item::key).isEqualTo(written.subList(0, 100));
    assertThat(first.next()).contains(query.positionOf(item("MANY#199")));
    assertThat(last.items()).extracting(Item::key).isEqualTo(written.subList(200, 250));
    assertThat(last.next()).isEmpty();
    assertThat(table().first(query).map(Item::key)).contains(written.getFirst());
    assertThat(table().first(query.backwards()).map(Item::key)).contains(written.getLast());
    assertThat(table().first(Query.of(Query.Index.TABLE, partition + "#NOBODY"))).isEmpty();
  }

  @Test
  void query_ofAnIndex_returnsOnlyItsItems_inItsOrder() {
    table()
        .write(
            List.of(
                Write.create(named("1", "b")),
                Write.create(named("2", "a")),
                Write.create(named("3", "😀")),
                Write.create(item("4"))));
    Query query = Query.of(Query.Index.NAMES, partition + "#NAMES");

    assertThat(names(query, 2)).containsExactly("2", "1", "3");
    assertThat(names(query.prefix("a"), 2)).containsExactly("2");
  }

  @Test
  void query_ofAnIndex_pagesThroughItemsThatSortTheSame() {
    for (int i = 0; i < 7; i++) {
      Key key = new Key(partition + "#" + i, "same");
      Item item =
          Fields.of()
              .with("dueShard", partition + "#DUE")
              .with("dueAt", "2026-03-01T09:30:00.000Z")
              .at(key);
      table().write(List.of(Write.create(item)));
    }

    assertThat(names(Query.of(Query.Index.DUE, partition + "#DUE"), 2)).hasSize(7);
  }

  @Test
  void query_betweenTwoKeys_includesBoth() {
    table()
        .write(List.of(Write.create(item("a")), Write.create(item("b")), Write.create(item("c"))));

    assertThat(names(Query.of(Query.Index.TABLE, partition).between("b", "c"), 10))
        .containsExactly("b", "c");
  }

  private Item named(String sk, String name) {
    return Fields.of()
        .with("namesPartition", partition + "#NAMES")
        .with("namesSort", name)
        .at(key(sk));
  }

  private List<String> names(Query query, int limit) {
    return table()
        .pages(query.limit(limit))
        .flatMap(page -> page.items().stream())
        .map(item -> item.key().sk())
        .toList();
  }

  /** Writes 250 items, more than one call to DynamoDB reads or writes, and returns their keys. */
  private List<Key> writeMany() {
    List<Key> keys = IntStream.range(100, 350).mapToObj(i -> key("MANY#" + i)).toList();
    keys.stream()
        .map(key -> Write.create(item(key.sk())))
        .gather(Gatherers.windowFixed(100))
        .forEach(table()::write);
    return keys;
  }

  @Test
  void read_takesAnyNumberOfKeys() {
    List<Key> written = writeMany();
    List<Key> keys = new ArrayList<>(written);
    keys.add(key("nothing"));
    keys.addAll(written);

    assertThat(table().read(keys).byKey().keySet()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(table().read(List.of()).byKey()).isEmpty();
  }

  @Test
  void readSnapshot_returnsWhatIsThere_andNothingForOtherKeys() {
    Item one = item("one");
    Item two = item("two");
    table().write(List.of(Write.create(one), Write.create(two)));

    assertThat(
            table()
                .readSnapshot(List.of(key("one"), key("two"), key("nothing"), key("one")))
                .byKey())
        .containsOnly(Map.entry(key("one"), one), Map.entry(key("two"), two));
    assertThat(table().readSnapshot(List.of(key("nothing"))).byKey()).isEmpty();
  }

  @Test
  void findMoving_looksAgainOnlyForWhatWasReadAtNoneOfItsKeys() {
    List<Key> keys = List.of(key("from"), key("to"));
    Items before = table().read(keys);
    Item moved = Fields.of().with("name", "to").with(Item.REVISION, 2).at(key("to"));
    table().write(List.of(Write.create(moved)));
    Items both = new Items(Map.of(key("from"), item("from"), key("to"), moved));

    assertThat(table().findMoving(before, keys, found -> found.newest(keys))).contains(moved);
    assertThat(both.newest(keys)).contains(moved);
    assertThat(both.newest(keys.reversed())).contains(moved);
    Item same = Fields.of().with("name", "to").with(Item.REVISION, 1).at(key("to"));
    assertThat(new Items(Map.of(key("from"), item("from"), key("to"), same)).newest(keys))
        .contains(same);
  }

  @Test
  void all_returnsEveryItemOfTheQuery_inItsOrder() {
    List<Key> written = writeMany();
    table().write(List.of(Write.create(item("OTHER"))));
    Query query = Query.of(Query.Index.TABLE, partition).prefix("MANY#").consistently();

    assertThat(table().all(query)).extracting(Item::key).containsExactlyElementsOf(written);
    assertThat(table().all(query.backwards()))
        .extracting(Item::key)
        .containsExactlyElementsOf(written.reversed());
    assertThat(names(query, 30)).hasSize(250);
    assertThat(table().all(query.prefix("NONE#"))).isEmpty();
  }

  @Test
  void tryWrite_returnsWhetherItHasWritten() {
    assertThat(table().tryWrite(List.of(Write.create(item("once"))))).isTrue();
    Item second = Fields.of().with("name", "two").with(Item.REVISION, 2).at(key("once"));

    assertThat(table().tryWrite(List.of(Write.replace(second, 1)))).isTrue();
    assertThat(table().tryWrite(List.of(Write.replace(second, 1)))).isFalse();
    assertThat(table().tryWrite(List.of(Write.create(item("new")), Write.create(item("once")))))
        .isFalse();

    assertThat(table().read(List.of(key("once"), key("new"))).byKey()).hasSize(1);
  }

  /** Returns an item of this many bytes, with its key and the names of its attributes. */
  private Item large(String sk, int bytes) {
    int rest = partition.length() + sk.length() + "PK".length() + "SK".length() + "text".length();
    return Fields.of().with("text", "x".repeat(bytes - rest)).at(key(sk));
  }

  private List<Write> creations(int number) {
    return IntStream.range(0, number).mapToObj(i -> Write.create(item("T#" + i))).toList();
  }

  private List<Key> keys(int number) {
    return IntStream.range(0, number).mapToObj(i -> key("K#" + i)).toList();
  }

  private Item inIndex(String index, String sort) {
    return Fields.of().with("namesPartition", index).with("namesSort", sort).at(key("indexed"));
  }

  @Test
  void whatDynamoDbTakesAtMost_isTaken() {
    Key longest = new Key(partition + "p".repeat(2048 - partition.length()), "s".repeat(1024));

    table().write(creations(100));
    table().write(List.of(Write.create(large("large", ITEM))));
    table().write(List.of(Write.create(item("other")), Write.create(large("larger", ITEM))));
    table().write(List.of(Write.create(new Item(longest, Fields.of().build()))));
    table().write(List.of(Write.create(inIndex("p".repeat(2048), "s".repeat(1024)))));

    assertThat(table().readSnapshot(keys(100)).byKey()).isEmpty();
    assertThat(table().find(key("large"))).contains(large("large", ITEM));
    assertThat(table().find(longest)).isPresent();
    assertThat(table().find(key("T#99"))).isPresent();
  }

  @Test
  void whatDynamoDbRefuses_isRefused_andNothingIsWritten() {
    table().write(List.of(Write.create(item("there"))));
    Query query = Query.of(Query.Index.TABLE, partition);
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("a transaction of 101 writes", () -> table().write(creations(101)));
    calls.put("a transaction of no writes", () -> table().write(List.of()));
    calls.put("a transaction of 101 reads", () -> table().readSnapshot(keys(101)));
    calls.put("a transaction of no reads", () -> table().readSnapshot(List.of()));
    calls.put(
        "a transaction that writes an item twice",
        () -> table().write(List.of(Write.put(item("twice")), Write.delete(key("twice")))));
    calls.put(
        "an item that is too large", () -> table().write(List.of(Write.put(large("a", ITEM + 1)))));
    calls.put(
        "an item that is too large, in a transaction",
        () -> table().write(List.of(Write.put(item("b")), Write.put(large("a", ITEM + 1)))));
    calls.put(
        "an update to an item that is too large",
        () ->
            table()
                .update(
                    Write.update(key("there"))
                        .set(Fields.of().with("text", "x".repeat(ITEM)).build())
                        .when(Condition.present())));
    for (Key key :
        List.of(
            new Key("", "s"),
            new Key(partition, ""),
            new Key("p".repeat(2049), "s"),
            new Key(partition, "s".repeat(1025)),
            new Key(partition, "é".repeat(513)))) {
      String what = "a key of %d and %d".formatted(key.pk().length(), key.sk().length());
      Item item = new Item(key, Fields.of().build());
      calls.put("a put at " + what, () -> table().write(List.of(Write.put(item))));
      calls.put("a delete at " + what, () -> table().write(List.of(Write.delete(key))));
      calls.put("a read of " + what, () -> table().read(List.of(key)));
      calls.put("a read at once of " + what, () -> table().readSnapshot(List.of(key)));
    }
    calls.put(
        "an empty partition of an index",
        () -> table().write(List.of(Write.put(inIndex("", "a")))));
    calls.put(
        "an empty key of an index", () -> table().write(List.of(Write.put(inIndex("a", "")))));
    calls.put(
        "a partition of an index that is too long",
        () -> table().write(List.of(Write.put(inIndex("p".repeat(2049), "a")))));
    calls.put(
        "a key of an index that is too long",
        () -> table().write(List.of(Write.put(inIndex("a", "s".repeat(1025))))));
    calls.put(
        "a key of an index that is no text",
        () ->
            table().write(List.of(Write.put(Fields.of().with("namesSort", 1).at(key("indexed"))))));
    calls.put(
        "an update that changes nothing",
        () -> table().update(Write.update(key("there")).when(Condition.present())));
    calls.put(
        "an update that sets and removes",
        () ->
            table()
                .update(
                    Write.update(key("there"))
                        .set(Fields.of().with("name", "new").build())
                        .remove("name")
                        .when(Condition.present())));
    calls.put(
        "an update of the key",
        () ->
            table()
                .update(
                    Write.update(key("there"))
                        .set(Fields.of().with("SK", "elsewhere").build())
                        .when(Condition.present())));
    calls.put(
        "a consistent query of an index",
        () -> table().all(Query.of(Query.Index.NAMES, partition + "#NAMES").consistently()));
    calls.put("a query of no partition", () -> table().all(Query.of(Query.Index.TABLE, "")));
    calls.put("a query from its end", () -> table().all(query.between("b", "a")));
    calls.put("a query from nothing", () -> table().all(query.between("", "a")));

    List<String> taken = new ArrayList<>();
    calls.forEach((what, call) -> {
      if (!refusal().isInstance(catchThrowable(call))) {
        taken.add(what);
      }
    });

    assertThat(taken).isEmpty();
    assertThat(table().all(query.consistently())).containsExactly(item("there"));
  }

  @Test
  void checkAlone_isRefused() {
    assertThatThrownBy(() -> table().write(List.of(Write.check(key("there"), Condition.absent()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void page_endsAtAMegabyte_andTheNextOneContinues() {
    List<Item> items =
        IntStream.range(0, 5).mapToObj(i -> large("LARGE#" + i, 300 * 1024)).toList();
    items.forEach(item -> table().write(List.of(Write.create(item))));
    Query query = Query.of(Query.Index.TABLE, partition).prefix("LARGE#").consistently();

    Page cut = table().query(query.limit(5));

    assertThat(cut.items()).hasSizeLessThan(5);
    assertThat(cut.next()).isPresent();
    assertThat(table().page(query.limit(5))).isEqualTo(new Page(items, Optional.empty()));
    assertThat(table().all(query)).isEqualTo(items);
  }
}
