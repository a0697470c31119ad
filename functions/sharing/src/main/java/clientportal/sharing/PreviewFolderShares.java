package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.FolderPath;
import clientportal.access.shares.NewShares;
import clientportal.delivery.Preview;
import clientportal.delivery.Previews;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Table;
import java.util.function.Function;

/**
 * Shows whom a set of shares of a folder would notify, and changes nothing.
 *
 * @param change the use case on a table
 */
record PreviewFolderShares(Previews previews, Function<Table, SetFolderShares> change) {
  Preview handle(Caller caller, FolderPath path, Body<NewShares> body, Precondition precondition) {
    return previews.of(dry -> change.apply(dry).handle(caller, path, body, precondition)).preview();
  }
}
