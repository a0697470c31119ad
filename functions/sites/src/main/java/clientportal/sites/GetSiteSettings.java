package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import java.util.List;

/** Shows how the pages of a site look to those who may change it. */
record GetSiteSettings(Access access) {
  Site handle(Caller caller, SitePath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_FIRM);
    return Site.fromItem(reach.item(TableKeys.firmSite(path.firm(), path.slug())));
  }
}
