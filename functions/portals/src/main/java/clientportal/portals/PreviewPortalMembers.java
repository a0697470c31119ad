package clientportal.portals;

import clientportal.access.Caller;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.PortalPath;
import clientportal.access.records.Portal;
import clientportal.delivery.Previews;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import java.util.function.Function;

/**
 * Shows whom letting members into a portal would notify and what it would open to them, and changes
 * nothing.
 *
 * @param change the use case on a table
 */
record PreviewPortalMembers(Previews previews, Function<Table, AddPortalMembers> change) {
  PortalPreview handle(Caller caller, PortalPath path, Body<NewMembers> body) {
    Previews.Made<WholePortal> made =
        previews.of(dry -> change.apply(dry).handle(caller, path, body));
    Portal before = Portal.fromItem(previews.table().require(PortalKeys.portal(path)));
    return PortalPreview.of(
        made.preview(), made.result().portal(), before.members().keySet(), previews.table());
  }
}
