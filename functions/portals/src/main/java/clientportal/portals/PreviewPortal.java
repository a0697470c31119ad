package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.FirmPath;
import clientportal.delivery.Previews;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import java.util.Set;
import java.util.function.Function;

/**
 * Shows whom a new portal would notify and what it would open to them, and changes nothing.
 *
 * @param change the use case on a table
 */
record PreviewPortal(Previews previews, Function<Table, CreatePortal> change) {
  PortalPreview handle(Caller caller, FirmPath firm, Body<NewPortal> body) {
    Previews.Made<WholePortal> made =
        previews.of(dry -> change.apply(dry).handle(caller, firm, body, Idempotency.none()));
    return PortalPreview.of(made.preview(), made.result().portal(), Set.of(), previews.table());
  }
}
