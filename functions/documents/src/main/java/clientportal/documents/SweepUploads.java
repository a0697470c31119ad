package clientportal.documents;

import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.DueItems;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks after uploads of which nothing was heard. One whose event was lost is settled by what is
 * stored, as its event would have settled it; one that never came is forgotten in the end. Who
 * looks takes a lease before, so that one that fails comes again later and holds up no other.
 */
final class SweepUploads {
  private final Table table;
  private final DueItems dueItems;
  private final ConfirmUpload confirmUpload;
  private final MultipartUploads multipartUploads;
  private final Clock clock;

  SweepUploads(
      Table table, ConfirmUpload confirmUpload, MultipartUploads multipartUploads, Clock clock) {
    this.table = table;
    this.dueItems = new DueItems(table, clock);
    this.confirmUpload = confirmUpload;
    this.multipartUploads = multipartUploads;
    this.clock = clock;
  }

  /** What became of an upload. */
  enum Outcome {
    /** It had come, and is available or rejected now. */
    SETTLED,
    /** It may still come. */
    WAITING,
    /** It never came. */
    FORGOTTEN,
    /** Somebody else was faster. */
    LEFT
  }

  /**
   * What a round found and did.
   *
   * @param all of whatever outcome
   */
  record Round(DueItems.Round all, Map<Outcome, Integer> outcomes) {

    int ended(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }
  }

  /**
   * Looks after what is due.
   *
   * @param timeLeft whether there is time for one more
   */
  Round handle(BooleanSupplier timeLeft) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    DueItems.Round all =
        dueItems.work(
            TableKeys.UPLOAD_SHARDS,
            timeLeft,
            item -> {
              Upload upload = Upload.fromItem(item);
              outcomes.merge(sweep(upload), 1, Integer::sum);
            });
    return new Round(all, Map.copyOf(outcomes));
  }

  private Outcome sweep(Upload upload) {
    Instant now = clock.instant();
    Optional<Upload.Wait> wait = upload.awaited();
    if (wait.isEmpty()) {
      return Outcome.LEFT;
    }
    Upload taken = upload.until(wait.get().leased(now));
    if (!table.tryWrite(List.of(Write.replace(taken.toItem(), upload.revision())))) {
      return Outcome.LEFT;
    }
    boolean over = upload.isOver(now);
    if (over) {
      // Before it is looked for: what cannot be completed any more cannot appear afterwards.
      taken
          .inParts()
          .ifPresent(parts -> multipartUploads.abort(upload.objectKey(), parts.uploadId()));
    }
    return switch (confirmUpload.settle(upload.objectKey())) {
      case AVAILABLE, REJECTED -> Outcome.SETTLED;
      case GONE -> over ? forget(taken) : wait(taken, wait.get());
      case SETTLED_BEFORE, NOT_DECLARED, FOREIGN -> Outcome.LEFT;
    };
  }

  private Outcome wait(Upload taken, Upload.Wait wait) {
    Upload waiting = taken.until(wait.lastLook());
    return table.tryWrite(List.of(Write.replace(waiting.toItem(), taken.revision())))
        ? Outcome.WAITING
        : Outcome.LEFT;
  }

  private Outcome forget(Upload taken) {
    return table.tryWrite(
            List.of(new Write.Delete(taken.key(), Condition.revision(taken.revision()))))
        ? Outcome.FORGOTTEN
        : Outcome.LEFT;
  }
}
