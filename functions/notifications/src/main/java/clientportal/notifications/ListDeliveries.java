package clientportal.notifications;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.ClientPath;
import clientportal.delivery.Delivery;
import clientportal.platform.http.Listed;
import clientportal.platform.table.Items;
import clientportal.platform.table.Page;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Lists what clients, contacts and members were to be notified of, newest first, with what became
 * of the mails and whether the addressees have read and downloaded it. What happened is read where
 * it is recorded, so a page costs the same however much is stored, and one that is asked for what
 * has not happened can be short.
 */
record ListDeliveries(Access access, Table table) {
  Listed<ShownDelivery> handle(Caller caller, ClientPath client, AskedDeliveries asked) {
    Reach reach = access.reach(caller, client, List.of());
    reach.require(Action.READ_CLIENT);
    Page page = table.page(asked.page(client));
    List<Delivery> deliveries = page.items().stream().map(Delivery::fromItem).toList();
    Items items =
        table.read(
            deliveries.stream()
                .flatMap(each -> ShownDelivery.keys(each).stream())
                .distinct()
                .toList());
    Items done =
        table.read(
            deliveries.stream()
                .flatMap(each -> ShownDelivery.keys(each, items).stream())
                .distinct()
                .toList());
    return new Listed<>(
        deliveries.stream()
            .map(each -> ShownDelivery.of(each, items, done))
            .filter(asked::includes)
            .toList(),
        page);
  }
}
