package clientportal.documents;

import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.DueItems;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Discarded;
import clientportal.uploads.MultipartUploads;
import clientportal.uploads.ScanResult;
import clientportal.uploads.StoredFiles;
import clientportal.uploads.Verdict;
import clientportal.uploads.Wait;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Settles uploads that have not been confirmed. If the bytes are stored, their event was lost, and
 * the upload is settled as by the event; if they never arrive, the upload is deleted in the end.
 * The result of a malware scan is looked for in the same way; without one the upload is rejected. A
 * lease is taken first, so that an upload that fails is tried again later and delays no other. The
 * bytes of uploads that were cancelled or dismissed are deleted in the same rounds.
 */
record SweepUploads(
    Table table,
    ConfirmUpload confirmUpload,
    StoredFiles files,
    MultipartUploads multipartUploads,
    Clock clock) {
  /** What became of an upload. */
  enum Outcome {
    /** Its bytes had arrived; it is available or rejected now. */
    SETTLED,
    /** Its bytes, or the result of their scan, may still arrive. */
    WAITING,
    /** Its bytes never arrived. */
    FORGOTTEN,
    /** Its scan had no result, and it is rejected. */
    UNSCANNED,
    /** It was cancelled or dismissed, and its bytes are deleted now. */
    DISCARDED,
    /** Another function settled it or holds the lease. */
    LEFT
  }

  /** What a round found, and the number of uploads for each outcome. */
  record Round(DueItems.Round all, Map<Outcome, Integer> outcomes) {
    int ended(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }
  }

  /**
   * Settles the uploads that are due.
   *
   * @param timeLeft whether there is time for one more
   */
  Round handle(BooleanSupplier timeLeft) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    DueItems.Round all =
        new DueItems(table, clock)
            .work(
                TableKeys.UPLOAD_SHARDS,
                timeLeft,
                item -> outcomes.merge(sweep(item), 1, Integer::sum));
    return new Round(all, Map.copyOf(outcomes));
  }

  private Outcome sweep(Item item) {
    return TableKeys.isUpload(item.key())
        ? sweep(Upload.fromItem(item))
        : delete(VersionKey.of(item.key()), item);
  }

  private Outcome delete(VersionKey key, Item item) {
    Discarded bytes = Discarded.fromItem(item, key.object());
    Discarded taken = bytes.leased(clock.instant());
    Item leased = taken.toItem(key.discarded(), key.dueShard());
    if (!table.tryWrite(List.of(Write.replace(leased, bytes.revision())))) {
      return Outcome.LEFT;
    }
    bytes.uploadId().ifPresent(id -> multipartUploads.abort(bytes.objectKey(), id));
    files.delete(bytes.objectKey());
    return write(
        new Write.Delete(key.discarded(), Condition.revision(taken.revision())), Outcome.DISCARDED);
  }

  private Outcome sweep(Upload upload) {
    Instant now = clock.instant();
    Optional<Wait> wait = upload.awaited();
    if (wait.isEmpty()) {
      return Outcome.LEFT;
    }
    Upload taken = upload.until(wait.get().leased(now));
    if (!table.tryWrite(List.of(Write.replace(taken.toItem(), upload.revision())))) {
      return Outcome.LEFT;
    }
    if (upload.status() == DocumentStatus.SCANNING) {
      return sweepScan(taken, wait.get(), now);
    }
    boolean over = upload.isOver(now);
    if (over) {
      // Aborted before the bytes are looked for: then they cannot appear afterwards.
      taken
          .inParts()
          .ifPresent(parts -> multipartUploads.abort(upload.objectKey(), parts.uploadId()));
    }
    return switch (confirmUpload.settle(upload.versionKey())) {
      case AVAILABLE, REJECTED -> Outcome.SETTLED;
      case SCANNING -> Outcome.WAITING;
      case GONE ->
          over
              ? forget(taken)
              : write(
                  Write.replace(taken.until(wait.get().lastLook()).toItem(), taken.revision()),
                  Outcome.WAITING);
      case SETTLED_BEFORE, NOT_DECLARED, FOREIGN -> Outcome.LEFT;
    };
  }

  private Outcome forget(Upload upload) {
    List<Write> writes = new ArrayList<>(PendingUploads.remove(upload));
    writes.add(new Write.Delete(upload.key(), Condition.revision(upload.revision())));
    return table.tryWrite(writes) ? Outcome.FORGOTTEN : Outcome.LEFT;
  }

  private Outcome sweepScan(Upload taken, Wait wait, Instant now) {
    VersionKey key = taken.versionKey();
    Optional<Verdict> verdict =
        files
            .verdict(key.object())
            .or(() ->
                taken
                    .scanned()
                    .filter(_ -> wait.isOver(now))
                    .map(eTag -> new Verdict(eTag, ScanResult.FAILED)));
    ConfirmUpload.Outcome outcome =
        verdict.isPresent() ? confirmUpload.settle(key, verdict.get()) : confirmUpload.settle(key);
    boolean unscanned = verdict.filter(is -> is.result().isFailure()).isPresent();
    return switch (outcome) {
      case AVAILABLE -> Outcome.SETTLED;
      case REJECTED -> unscanned ? Outcome.UNSCANNED : Outcome.SETTLED;
      case SCANNING ->
          write(
              Write.replace(taken.until(wait.again(now)).toItem(), taken.revision()),
              Outcome.WAITING);
      case GONE, SETTLED_BEFORE, NOT_DECLARED, FOREIGN -> Outcome.LEFT;
    };
  }

  private Outcome write(Write write, Outcome outcome) {
    return table.tryWrite(List.of(write)) ? outcome : Outcome.LEFT;
  }
}
