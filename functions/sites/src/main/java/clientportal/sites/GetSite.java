package clientportal.sites;

import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;

/** Returns what the sign-in page of a site shows to somebody who has not signed in. */
record GetSite(Table table) {
  /** A site with the firm whose settings apply there. */
  record Found(Site site, Firm firm) {}

  Found handle(String slug) {
    Key address = TableKeys.site(slug);
    FirmId id =
        table
            .read(List.of(address))
            .at(address)
            .map(Site::firmOf)
            .orElseThrow(ProblemException::notFound);
    Key site = TableKeys.firmSite(id, slug);
    Key firm = TableKeys.firm(id);
    Items items = table.read(List.of(site, firm));
    return new Found(
        items.at(site).map(Site::fromItem).orElseThrow(ProblemException::notFound),
        items.at(firm).map(Firm::fromItem).orElseThrow(ProblemException::notFound));
  }
}
