package clientportal.delivery;

import clientportal.access.ids.EventId;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.Holder;
import clientportal.platform.Timestamps;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is recorded of a mail: what has become of it, and which of the notices that were collected
 * for it it does not have. Each thing is an attribute of its own, which is only ever replaced by an
 * earlier time, so that reports need no order among themselves.
 *
 * @param leftOut the events that the mail says nothing about
 * @param texted whether a text message said what is new of notes
 */
public record MailRecord(MailState state, Set<EventId> leftOut, boolean texted) {
  /** Nothing is recorded yet. */
  public static final MailRecord QUEUED = new MailRecord(MailState.QUEUED, Set.of(), false);

  private static final String LEFT_OUT = "leftOut";
  private static final String TEXTED = "texted";

  public MailRecord {
    leftOut = Set.copyOf(leftOut);
  }

  /** Returns what is recorded of a mail; the items were read with its key. */
  public static MailRecord of(Key mail, Items items) {
    return items.at(mail).map(MailRecord::fromItem).orElse(QUEUED);
  }

  private static MailRecord fromItem(Item item) {
    Fields fields = item.fields();
    Map<MailStep, Instant> first = new EnumMap<>(MailStep.class);
    for (MailStep step : MailStep.values()) {
      at(step, Optional.of(item)).ifPresent(at -> first.put(step, at));
    }
    Set<EventId> leftOut = new HashSet<>();
    fields.texts(LEFT_OUT).forEach(event -> leftOut.add(new EventId(event)));
    return new MailRecord(new MailState(first), leftOut, fields.has(TEXTED) && fields.flag(TEXTED));
  }

  private static Optional<Instant> at(MailStep step, Optional<Item> mail) {
    return mail.flatMap(item -> item.fields().optionalInstant(step.attribute()));
  }

  /** Records that something has become of a mail, unless it had become so earlier. */
  public static void record(Key mail, MailStep step, Instant at, Table table) {
    Attempts.run(() -> {
      Optional<Instant> before = at(step, table.find(mail));
      if (before.filter(earlier -> !earlier.isAfter(at)).isEmpty()) {
        table.write(
            List.of(
                Write.update(mail)
                    .set(Fields.of().with(step.attribute(), at).build())
                    .when(
                        before
                            .map(later -> Condition.equal(step.attribute(), Timestamps.text(later)))
                            .orElseGet(() -> Condition.missing(step.attribute())))));
      }
    });
  }

  /** Records that an invitation has left us. */
  public static Write handedOver(Key mail, Instant now) {
    return set(mail, Fields.of().with(MailStep.HANDED_OVER.attribute(), now));
  }

  /**
   * Records how a digest has ended.
   *
   * @param step empty if nothing was left to mail
   * @param leftOut what was collected for it and is not in it
   */
  public static Write ended(
      Holder addressee,
      DigestWindow digest,
      Optional<MailStep> step,
      List<EventId> leftOut,
      Instant now) {
    Fields.Builder fields =
        Fields.of()
            .withTexts(LEFT_OUT, leftOut.stream().map(EventId::value).toList())
            .with(TEXTED, digest.text() == DigestWindow.Text.SENT);
    step.ifPresent(is -> fields.with(is.attribute(), now));
    return set(DeliveryKeys.mail(addressee, digest.key().sk()), fields);
  }

  private static Write set(Key mail, Fields.Builder fields) {
    return Write.update(mail).set(fields.build()).when(Condition.always());
  }
}
