package clientportal.notifications;

import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DeliveryKeys;
import clientportal.delivery.Delivery;
import clientportal.delivery.Delivery.Delivered;
import clientportal.platform.Ids;
import clientportal.platform.http.Paging;
import clientportal.platform.http.Request;
import clientportal.platform.problem.Fault;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which deliveries of a client are asked for, and which page of them.
 *
 * @param item about which they are, such as {@code document:id}; empty for all
 * @param not what must not have happened to them; empty for any
 */
record AskedDeliveries(Optional<String> item, Optional<String> not, Paging paging) {
  /** What may not have happened yet. */
  enum Missing {
    DELIVERED("delivered"),
    READ("read"),
    DOWNLOADED("downloaded");

    private final String text;

    Missing(String text) {
      this.text = text;
    }

    private static Optional<Missing> of(String text) {
      return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
  }

  static AskedDeliveries of(Request request) {
    Optional<String> item = request.query("item");
    Optional<String> not = request.query("not");
    return new AskedDeliveries(
        item, not, request.paging().filteredBy(item.orElse("") + " " + not.orElse("")));
  }

  /** Returns the page that is asked for; throws with the faults of all parameters. */
  PageQuery page(ClientPath client) {
    List<Fault> faults = new ArrayList<>();
    item.filter(text -> !isItem(text))
        .ifPresent(_ ->
            faults.add(
                Fault.parameter(
                    "item",
                    Fault.Code.FORMAT,
                    "must be the item of a delivery, such as document:01k…")));
    not.filter(text -> Missing.of(text).isEmpty())
        .ifPresent(_ ->
            faults.add(
                Fault.parameter("not", Fault.Code.ENUM, "must be delivered, read or downloaded")));
    Query newestFirst =
        item.map(text -> Query.of(Query.Index.TABLE, DeliveryKeys.deliveriesOf(client, text)))
            .orElseGet(() -> Query.of(Query.Index.NAMES, DeliveryKeys.deliveries(client)))
            .backwards();
    return paging.apply(newestFirst, faults);
  }

  private static boolean isItem(String text) {
    return text.equals(Delivered.INVITATION.text())
        || Arrays.stream(Delivery.Kind.values())
            .map(kind -> kind.text() + ":")
            .anyMatch(kind -> text.startsWith(kind) && Ids.isId(text.substring(kind.length())));
  }

  /** Tells whether a delivery is asked for. */
  boolean includes(ShownDelivery delivery) {
    return not.flatMap(Missing::of)
        .map(missing ->
            switch (missing) {
              case DELIVERED -> delivery.mail().state().deliveredAt().isEmpty();
              case READ -> delivery.readAt().isEmpty();
              case DOWNLOADED -> delivery.isNotDownloaded();
            })
        .orElse(true);
  }
}
