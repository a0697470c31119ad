package clientportal.documents;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The limits of what may be pending at a time, far above what anybody needs. Each upload that is
 * not settled has a small row with its person and one with its client, written and deleted in the
 * transactions that declare and settle it; declarations at the same time do not wait for each
 * other, and may exceed a limit by their number. A row expires after the longest time that an
 * upload waits.
 */
record PendingUploads(Table table) {
  static final int OF_A_PERSON = 200;
  static final int OF_A_CLIENT = 1_000;

  /** In bytes. A larger document is accepted if the person has nothing else pending. */
  static final long BYTES_OF_A_PERSON = 100_000_000_000L;

  /** The sweep has a day to delete what was awaited to the end. */
  private static final Duration KEPT = Wait.LONGEST.plus(Wait.LAST_LOOK).plusDays(1);

  private static final String SIZE = "size";

  /**
   * Requires that one more upload may be declared.
   *
   * @throws ProblemException {@code limit-reached}
   */
  void requireRoom(PersonId person, ClientPath client, long size, Instant now) {
    List<Item> ofPerson = pending(TableKeys.personPartition(person), OF_A_PERSON, now);
    if (ofPerson.size() >= OF_A_PERSON) {
      throw limitReached(
          "You have %d pending uploads. Finish or cancel some of them first.", OF_A_PERSON);
    }
    long bytes = ofPerson.stream().mapToLong(item -> item.fields().number(SIZE)).sum();
    if (bytes > 0 && bytes + size > BYTES_OF_A_PERSON) {
      throw limitReached(
          "With this one you would have more than %d GB of pending uploads. Finish or cancel some"
              + " of them first.",
          BYTES_OF_A_PERSON / 1_000_000_000);
    }
    if (pending(TableKeys.people(client), OF_A_CLIENT, now).size() >= OF_A_CLIENT) {
      throw limitReached(
          "This client has %d pending uploads. Finish or cancel some of them first.", OF_A_CLIENT);
    }
  }

  private List<Item> pending(String partition, int most, Instant now) {
    Query all =
        Query.of(Query.Index.TABLE, partition)
            .prefix(TableKeys.PENDING_UPLOAD_PREFIX)
            .consistently();
    return table
        .pages(all.limit(most))
        .flatMap(page -> page.items().stream())
        .filter(item -> !item.isExpired(now))
        .limit(most)
        .toList();
  }

  private static ProblemException limitReached(String detail, long limit) {
    return new ProblemException(ProblemType.LIMIT_REACHED, detail.formatted(limit));
  }

  /** Counts a declared upload. */
  static List<Write> add(Upload upload) {
    Version version = upload.version();
    return keys(upload).stream()
        .map(key ->
            Write.create(
                Fields.of()
                    .with(SIZE, version.declared().size())
                    .with(Item.EXPIRES_AT_EPOCH, version.createdAt().plus(KEPT).getEpochSecond())
                    .at(key)))
        .toList();
  }

  /** Counts an upload no more; harmless if it was not counted. */
  static List<Write> remove(Upload upload) {
    return keys(upload).stream().map(Write::delete).toList();
  }

  private static List<Key> keys(Upload upload) {
    return List.of(
        TableKeys.pendingUpload(
            upload.version().declaredBy(), upload.path(), upload.version().number()),
        TableKeys.pendingUpload(
            upload.path().folder().client(), upload.path(), upload.version().number()));
  }
}
