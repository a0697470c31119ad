package clientportal.access.events;

import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.EventId;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One fact that happened, written in the same transaction as the change.
 *
 * @param keptUntil when it may be deleted; empty if it belongs to the audit trail
 */
public record Event(Key key, Instant at, Actor actor, EventData data, Optional<Instant> keptUntil) {

  /** The attribute that only events have. */
  public static final String TYPE = "eventType";

  public EventId id() {
    return new EventId(key.sk());
  }

  /** Returns the type, by which subscriptions filter. */
  public String type() {
    return data.getClass().getSimpleName();
  }

  /**
   * Returns what happened, for the consumer of a subscription.
   *
   * @throws IllegalStateException if the subscription has no events of the type
   */
  public <S extends Subscription> S data(Class<S> subscription) {
    if (!subscription.isInstance(data)) {
      throw new IllegalStateException(type() + " sent to " + subscription.getSimpleName());
    }
    return subscription.cast(data);
  }

  /** Returns who is to be notified: recipients, or ids of staff members; empty if nobody is. */
  public List<String> audience() {
    return data.audienceTexts();
  }

  /** Writes the event. */
  public Write create() {
    return Write.create(toItem());
  }

  public Item toItem() {
    return Fields.of()
        .with(TYPE, type())
        .with("at", at)
        .with("actor", actor.toFields())
        .with("data", data.toFields())
        .withTexts("audience", audience())
        .with(EventData.PARTICIPANTS, data.listsToFollow())
        .with(Item.EXPIRES_AT_EPOCH, keptUntil.map(Instant::getEpochSecond))
        .at(key);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalStateException if the item contains more than is read, such as one that a newer
   *     version wrote
   */
  public static Event fromItem(Item item) {
    Fields fields = item.fields();
    Event event =
        new Event(
            item.key(),
            fields.instant("at"),
            Actor.fromFields(fields.map("actor")),
            EventData.of(fields.text(TYPE), fields),
            fields.has(Item.EXPIRES_AT_EPOCH)
                ? Optional.of(Instant.ofEpochSecond(fields.number(Item.EXPIRES_AT_EPOCH)))
                : Optional.empty());
    if (!event.toItem().equals(item)) {
      throw new IllegalStateException(event.type() + " with more than is read of it");
    }
    return event;
  }
}
