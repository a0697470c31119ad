package clientportal.notifications;

import clientportal.access.TableKeys;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import clientportal.platform.table.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends the digests that are due, each once: who sends takes a lease before, and marks the digest
 * after. One that failed comes again when its lease ends, each time later; one that was refused, or
 * failed too often, is given up.
 *
 * <p>SES knows no idempotency, so if the function dies between SES's answer and the mark, a second
 * mail follows once the lease has ended.
 */
final class SendDueDigests {
  private static final int PAGE = 25;

  private final Table table;
  private final MailSender mails;
  private final DigestContents contents;
  private final Clock clock;

  SendDueDigests(Table table, MailSender mails, MailLinks links, Clock clock) {
    this.table = table;
    this.mails = mails;
    this.contents = new DigestContents(table, links);
    this.clock = clock;
  }

  /**
   * What a round found and did.
   *
   * @param oldest how long that one had waited whose turn was longest past
   */
  record Round(int due, List<RuntimeException> failures, Duration oldest) {

    /**
     * Fails if any digest did.
     *
     * @throws IllegalStateException with the failure of each
     */
    void requireSuccess() {
      if (!failures.isEmpty()) {
        IllegalStateException all = new IllegalStateException(failures.size() + " digests failed");
        failures.forEach(all::addSuppressed);
        throw all;
      }
    }
  }

  /** The round under way. */
  private static final class Progress {
    private final List<RuntimeException> failures = new ArrayList<>();
    private int due;
    private Duration oldest = Duration.ZERO;

    /** Takes a window in: those whose turn is longest past come first in their shard. */
    private void found(DigestWindow window, Instant now) {
      if (window.isDue(now)) {
        due++;
        Duration waited = window.dueAt().map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
        oldest = waited.compareTo(oldest) > 0 ? waited : oldest;
      }
    }
  }

  /**
   * Sends what is due; what is left when the time is over is the next round's. One that fails does
   * not keep the others.
   *
   * @param timeLeft whether there is time for one more
   */
  Round handle(BooleanSupplier timeLeft) {
    Progress progress = new Progress();
    for (int shard = 0; shard < TableKeys.SHARDS; shard++) {
      sendShard(shard, timeLeft, progress);
    }
    return new Round(progress.due, List.copyOf(progress.failures), progress.oldest);
  }

  private void sendShard(int shard, BooleanSupplier timeLeft, Progress progress) {
    Query query =
        Query.of(Query.Index.DUE, TableKeys.digestShard(shard), PAGE)
            .between("0", Timestamps.text(clock.instant()));
    Page page;
    do {
      page = table.query(query);
      List<DigestWindow> windows = windows(page);
      Instant now = clock.instant();
      windows.forEach(window -> progress.found(window, now));
      for (DigestWindow window : windows) {
        if (!timeLeft.getAsBoolean()) {
          return;
        }
        try {
          send(window);
        } catch (RuntimeException failure) {
          progress.failures.add(failure);
        }
      }
      query = query.after(page.next());
    } while (page.next().isPresent());
  }

  /** Returns the windows themselves: the index follows them only within moments. */
  private List<DigestWindow> windows(Page page) {
    Items items = BatchedReads.read(table, page.items().stream().map(Item::key).toList());
    return page.items().stream()
        .flatMap(entry -> items.at(entry.key()).stream())
        .map(DigestWindow::fromItem)
        .toList();
  }

  private void send(DigestWindow window) {
    Instant now = clock.instant();
    if (!window.isDue(now)) {
      return;
    }
    if (window.isTriedTooOften()) {
      table.write(List.of(window.giveUp("tried too often").replace()));
      return;
    }
    DigestWindow taken = window.take(now);
    if (!isMine(taken)) {
      return;
    }
    try {
      contents
          .of(taken, now)
          .ifPresent(to -> mails.send(to.digest().firmName(), to.address().value(), mail(to)));
    } catch (MailRefusedException refused) {
      table.write(List.of(taken.giveUp(refused.reason()).replace()));
      throw refused;
    }
    table.write(List.of(taken.finish().replace()));
  }

  private boolean isMine(DigestWindow taken) {
    try {
      table.write(List.of(taken.replace()));
      return true;
    } catch (ConflictException _) {
      return false;
    }
  }

  private static Mail mail(DigestContents.Addressed addressed) {
    return Mails.digest(addressed.digest());
  }
}
