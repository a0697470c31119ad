package clientportal.documents;

import clientportal.access.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Timestamps;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private static final int PAGE = 25;

  private final Table table;
  private final ConfirmUpload confirmUpload;
  private final MultipartUploads multipartUploads;
  private final Clock clock;

  SweepUploads(
      Table table, ConfirmUpload confirmUpload, MultipartUploads multipartUploads, Clock clock) {
    this.table = table;
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
   * @param oldest how long that one had waited whose turn was longest past
   */
  record Round(
      int due, Map<Outcome, Integer> outcomes, List<RuntimeException> failures, Duration oldest) {

    int ended(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    /**
     * Fails if any upload did.
     *
     * @throws IllegalStateException with the failure of each
     */
    void requireSuccess() {
      if (!failures.isEmpty()) {
        IllegalStateException all = new IllegalStateException(failures.size() + " uploads failed");
        failures.forEach(all::addSuppressed);
        throw all;
      }
    }
  }

  /** The round under way. */
  private static final class Progress {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<RuntimeException> failures = new ArrayList<>();
    private int due;
    private Duration oldest = Duration.ZERO;

    private void found(Upload upload, Instant now) {
      if (upload.isDue(now)) {
        due++;
        Duration waited =
            upload.awaited().map(it -> Duration.between(it.dueAt(), now)).orElse(Duration.ZERO);
        oldest = waited.compareTo(oldest) > 0 ? waited : oldest;
      }
    }
  }

  /**
   * Looks after what is due; what is left when the time is over is the next round's. One that fails
   * does not keep the others.
   *
   * @param timeLeft whether there is time for one more
   */
  Round handle(BooleanSupplier timeLeft) {
    Progress progress = new Progress();
    for (int shard = 0; shard < TableKeys.SHARDS; shard++) {
      sweepShard(shard, timeLeft, progress);
    }
    return new Round(
        progress.due,
        Map.copyOf(progress.outcomes),
        List.copyOf(progress.failures),
        progress.oldest);
  }

  private void sweepShard(int shard, BooleanSupplier timeLeft, Progress progress) {
    Query query =
        Query.of(Query.Index.DUE, TableKeys.uploadShard(shard), PAGE)
            .between("0", Timestamps.text(clock.instant()));
    Page page;
    do {
      page = table.query(query);
      List<Upload> uploads = uploads(page);
      Instant now = clock.instant();
      uploads.forEach(upload -> progress.found(upload, now));
      for (Upload upload : uploads) {
        if (!timeLeft.getAsBoolean()) {
          return;
        }
        try {
          progress.outcomes.merge(sweep(upload), 1, Integer::sum);
        } catch (RuntimeException failure) {
          progress.failures.add(failure);
        }
      }
      query = query.after(page.next());
    } while (page.next().isPresent());
  }

  /** Returns the uploads themselves: the index has their keys, and follows within moments. */
  private List<Upload> uploads(Page page) {
    if (page.items().isEmpty()) {
      return List.of();
    }
    Items items = table.read(page.items().stream().map(Item::key).toList());
    return page.items().stream()
        .flatMap(entry -> items.at(entry.key()).stream())
        .map(item -> Upload.fromItem(TableKeys.folderOf(item.key()), item))
        .toList();
  }

  private Outcome sweep(Upload upload) {
    Instant now = clock.instant();
    Optional<Upload.Wait> wait = upload.awaited();
    if (!upload.isDue(now) || wait.isEmpty()) {
      return Outcome.LEFT;
    }
    Upload taken = upload.until(wait.get().leased(now));
    if (!write(Write.replace(taken.toItem(), upload.revision()))) {
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
    return write(Write.replace(waiting.toItem(), taken.revision()))
        ? Outcome.WAITING
        : Outcome.LEFT;
  }

  private Outcome forget(Upload taken) {
    return write(new Write.Delete(taken.key(), Condition.revision(taken.revision())))
        ? Outcome.FORGOTTEN
        : Outcome.LEFT;
  }

  /** Writes unless somebody else has written meanwhile: then that stands. */
  private boolean write(Write write) {
    try {
      table.write(List.of(write));
      return true;
    } catch (ConflictException _) {
      return false;
    }
  }
}
