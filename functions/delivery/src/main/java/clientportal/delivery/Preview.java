package clientportal.delivery;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What a change would send, to whom and when, and who would not be notified.
 *
 * @param asOf when it was found out; a later change by others may change it
 */
public record Preview(Instant asOf, List<PlannedDelivery> deliveries, List<Withheld> withheld) {
  public Preview {
    deliveries = List.copyOf(deliveries);
    withheld = List.copyOf(withheld);
  }

  public JsonObject json() {
    return Json.object()
        .with("asOf", asOf)
        .with("mails", deliveries.stream().filter(PlannedDelivery::isMail).count())
        .with("people", deliveries.size())
        .with("deliveries", deliveries.stream().map(PlannedDelivery::json).toList())
        .with("withheld", withheld.stream().map(Withheld::json).toList());
  }
}
