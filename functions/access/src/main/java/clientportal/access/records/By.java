package clientportal.access.records;

import clientportal.access.events.Actor;
import clientportal.platform.table.Fields;
import java.time.Instant;

/** Who did something, and when. */
public record By(Actor actor, Instant at) {

  public Fields toFields() {
    return Fields.of().with("actor", actor.toFields()).with("at", at).build();
  }

  public static By fromFields(Fields fields) {
    return new By(Actor.fromFields(fields.map("actor")), fields.instant("at"));
  }
}
