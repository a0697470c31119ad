package clientportal.access.events;

import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records what an actor does at an instant. */
public record Recorder(Ids ids, Actor actor, Instant at) {
  /** How long an event outside the audit trail is kept. */
  private static final Duration PASSING = Duration.ofDays(1);

  /** Returns the recorder of what another actor does at the same instant. */
  public Recorder by(Actor other) {
    return new Recorder(ids, other, at);
  }

  /** Returns the write that records this event. */
  public Write record(EventData data) {
    return of(data).create();
  }

  /** Returns the event with this data. */
  public Event of(EventData data) {
    EventId id = new EventId(ids.next());
    Key key =
        switch (data) {
          case EventData.OfFirm of -> TableKeys.firmEvent(of.firm(), id);
          case EventData.OfClient of -> TableKeys.clientEvent(of.client(), id);
          case EventData.OfHolder of -> key(of.holder(), id);
          case EventData.OfToken of -> TableKeys.tokenEvent(of.tokenHash(), id);
          case EventData.OfAddress of -> TableKeys.addressEvent(of.email(), id);
        };
    boolean passing =
        data instanceof EventData.OfToken
            || data instanceof EventData.OfAddress
            || data instanceof EventData.HandOverContinued;
    Optional<Instant> keptUntil = passing ? Optional.of(at.plus(PASSING)) : Optional.empty();
    return new Event(key, at, actor, data, keptUntil);
  }

  /** Returns the key of an event of the holder of an account. */
  public static Key key(Holder holder, EventId id) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, _) -> TableKeys.firmEvent(firm, id);
      case Holder.Member(FirmId firm, _) -> TableKeys.firmEvent(firm, id);
      case Holder.Party(ClientPath client, _) -> TableKeys.clientEvent(client, id);
    };
  }
}
