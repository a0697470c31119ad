package clientportal.delivery;

import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The digests that were sent to an addressee last, by which a firm's limit for one day is counted.
 * Kept only while the firm has a limit.
 *
 * @param digests the newest last
 * @param revision 0 if there is no item yet
 */
record RecentDigests(Holder addressee, List<Sent> digests, long revision) {
  private static final String DIGESTS = "digests";

  /**
   * A digest that was sent, or tried.
   *
   * @param digest its number, as in its key
   */
  record Sent(String digest, Instant at) {
    private Fields toFields() {
      return Fields.of().with("digest", digest).with("at", at).build();
    }

    private static Sent of(Fields fields) {
      return new Sent(fields.text("digest"), fields.instant("at"));
    }
  }

  RecentDigests {
    digests = List.copyOf(digests);
  }

  static RecentDigests of(Holder addressee, Table table) {
    return table
        .find(TableKeys.recentDigests(addressee))
        .map(Item::fields)
        .map(item ->
            new RecentDigests(
                addressee,
                item.maps(DIGESTS).stream().map(Sent::of).toList(),
                item.number(Item.REVISION)))
        .orElseGet(() -> new RecentDigests(addressee, List.of(), 0));
  }

  List<Instant> times() {
    return digests.stream().map(Sent::at).toList();
  }

  /** Returns those besides a digest, which does not count twice if it is tried again. */
  RecentDigests without(Key digest) {
    return new RecentDigests(
        addressee,
        digests.stream().filter(sent -> !sent.digest().equals(digest.sk())).toList(),
        revision);
  }

  /** Adds a digest. As many are kept as the limit needs. */
  RecentDigests with(Key digest, Instant at, long most) {
    Stream<Sent> before = digests.stream().skip(Math.max(0, digests.size() + 1 - most));
    return new RecentDigests(
        addressee,
        Stream.concat(before, Stream.of(new Sent(digest.sk(), at))).toList(),
        revision + 1);
  }

  /** Replaces the revision that this one was made from. */
  Write save() {
    Item item =
        Fields.of()
            .withMaps(DIGESTS, digests.stream().map(Sent::toFields).toList())
            .with(Item.REVISION, revision)
            .at(TableKeys.recentDigests(addressee));
    return revision == 1 ? Write.create(item) : Write.replace(item, revision - 1);
  }
}
