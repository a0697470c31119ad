package clientportal.sharing;

import clientportal.access.Caller;
import clientportal.access.keys.DocumentPath;
import clientportal.access.shares.NewShares;
import clientportal.delivery.Preview;
import clientportal.delivery.Previews;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Table;
import java.util.function.Function;

/**
 * Shows whom a set of shares of a document would notify, and changes nothing.
 *
 * @param change the use case on a table
 */
record PreviewDocumentShares(Previews previews, Function<Table, SetDocumentShares> change) {
  Preview handle(
      Caller caller,
      DocumentPath path,
      Function<NewShares.Levels, Body<NewShares>> body,
      Precondition precondition) {
    return previews.of(dry -> change.apply(dry).handle(caller, path, body, precondition)).preview();
  }
}
