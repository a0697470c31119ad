package clientportal.delivery;

import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The window in which the notices of one addressee are collected for one mail. It is open until it
 * is due; the next notice opens another window, with the next number.
 *
 * @param dueAt when it is to be sent; while it is being sent, when it is tried again
 * @param tries how often sending was begun
 * @param text what became of its text message
 * @param failure why it failed for good
 */
public record DigestWindow(
    Holder addressee,
    Key key,
    State state,
    Optional<Instant> dueAt,
    long tries,
    Text text,
    Optional<String> failure,
    long revision) {

  /** How far a digest has come. */
  public enum State {
    OPEN,
    SENDING,
    SENT,
    /** No longer tried. */
    FAILED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** What became of a digest's text message. */
  public enum Text {
    /** There is none, or it has not been tried to the end. */
    NONE,
    SENT,
    /** The number cannot be sent text messages. */
    REFUSED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Text of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** About 34 hours, as the lease doubles each time. */
  public static final long MOST_TRIES = 10;

  /** Longer than a function may run, so that one without a lease no longer sends. */
  public static final Duration FIRST_LEASE = Duration.ofMinutes(2);

  private static final String STATE = "state";

  /** Opens the window that follows the last one. */
  public static DigestWindow open(Holder addressee, Optional<DigestWindow> last, Instant dueAt) {
    long number = last.map(window -> TableKeys.digestNumberOf(window.key)).orElse(0L) + 1;
    Key key = TableKeys.digest(addressee, number);
    return new DigestWindow(
        addressee, key, State.OPEN, Optional.of(dueAt), 0, Text.NONE, Optional.empty(), 1);
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  public boolean isTriedTooOften() {
    return tries >= MOST_TRIES;
  }

  /** Tells, of a window that is being sent, whether it is not tried again. */
  public boolean isLastTry() {
    return tries == MOST_TRIES;
  }

  /** Closes the window and takes the lease to send it. */
  public DigestWindow take(Instant now) {
    Instant again = now.plus(FIRST_LEASE.multipliedBy(1L << tries));
    return with(State.SENDING, Optional.of(again), tries + 1, text, failure);
  }

  /**
   * Gives the lease back because the time for mails is later. The window is what it was before: one
   * that was open takes along what comes until then.
   */
  public DigestWindow putOff(DigestWindow before, Instant until) {
    return with(before.state, Optional.of(until), before.tries, text, failure);
  }

  /** Marks the window as sent; also if nothing was left to notify of. */
  public DigestWindow finish() {
    return with(State.SENT, Optional.empty(), tries, text, failure);
  }

  public DigestWindow fail(String reason) {
    return with(State.FAILED, Optional.empty(), tries, text, Optional.of(reason));
  }

  /** Records what became of the text message; the window is still being sent. */
  public DigestWindow withText(Text outcome) {
    return with(state, dueAt, tries, outcome, failure);
  }

  private DigestWindow with(
      State next,
      Optional<Instant> nextDue,
      long nextTries,
      Text nextText,
      Optional<String> nextFailure) {
    return new DigestWindow(
        addressee, key, next, nextDue, nextTries, nextText, nextFailure, revision + 1);
  }

  public Write create() {
    return Write.create(toItem());
  }

  /** Checks that the window is still open, in the transaction that adds a notice. */
  public Write join() {
    return Write.check(key, Condition.equal(STATE, State.OPEN.text()));
  }

  /** Has the window, which is open, become due earlier, in the transaction that adds a notice. */
  public Write bringForward(Instant earlier) {
    return with(state, Optional.of(earlier), tries, text, failure).replace();
  }

  /** Tells whether the window is due after an instant. */
  public boolean isDueAfter(Instant at) {
    return dueAt.filter(due -> due.isAfter(at)).isPresent();
  }

  /** Replaces the revision that this one was made from. */
  public Write replace() {
    return Write.replace(toItem(), revision - 1);
  }

  public Item toItem() {
    return Fields.of()
        .with("addressee", addressee.toFields())
        .with(STATE, state.text())
        .with("dueShard", dueAt.map(_ -> TableKeys.shard(TableKeys.DIGEST_SHARDS, key.pk())))
        .with("dueAt", dueAt)
        .with("tries", tries)
        .with("text", text.text())
        .with("failure", failure)
        .with(Item.REVISION, revision)
        .at(key);
  }

  public static DigestWindow fromItem(Item item) {
    Fields fields = item.fields();
    return new DigestWindow(
        Holder.fromFields(fields.map("addressee")),
        item.key(),
        State.of(fields.text(STATE)),
        fields.optionalInstant("dueAt"),
        fields.number("tries"),
        fields.optionalText("text").map(Text::of).orElse(Text.NONE),
        fields.optionalText("failure"),
        fields.number(Item.REVISION));
  }
}
