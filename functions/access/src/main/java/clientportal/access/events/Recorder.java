package clientportal.access.events;

import clientportal.access.events.EventData.OfAddress;
import clientportal.access.events.EventData.OfClient;
import clientportal.access.events.EventData.OfFirm;
import clientportal.access.events.EventData.OfHolder;
import clientportal.access.events.EventData.OfToken;
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

/** Records what somebody does at an instant. */
public record Recorder(Ids ids, Actor actor, Instant at) {
  /** How long an event is kept that is no part of the audit trail. */
  private static final Duration PASSING = Duration.ofDays(1);

  /** Writes that this happened. */
  public Write record(EventData data) {
    return of(data).create();
  }

  /** Returns the event that this happened. */
  public Event of(EventData data) {
    EventId id = new EventId(ids.next());
    return switch (data) {
      case OfFirm of -> lasting(TableKeys.firmEvent(of.firm(), id), data);
      case OfClient of -> lasting(TableKeys.clientEvent(of.client(), id), data);
      case OfHolder of -> lasting(key(of.holder(), id), data);
      case OfToken of -> passing(TableKeys.tokenEvent(of.tokenHash(), id), data);
      case OfAddress of -> passing(TableKeys.addressEvent(of.email(), id), data);
    };
  }

  /** Returns where an event of the holder of an account stands. */
  public static Key key(Holder holder, EventId id) {
    return switch (holder) {
      case Holder.Staff(FirmId firm, _) -> TableKeys.firmEvent(firm, id);
      case Holder.Party(ClientPath client, _) -> TableKeys.clientEvent(client, id);
    };
  }

  private Event lasting(Key key, EventData data) {
    return new Event(key, at, actor, data, Optional.empty());
  }

  private Event passing(Key key, EventData data) {
    return new Event(key, at, actor, data, Optional.of(at.plus(PASSING)));
  }
}
