package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.SiteSettingsSet;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import java.util.List;

/** Sets how the pages of a site look. */
record SetSiteSettings(Access access, Table table, Ids ids) {
  Site handle(Caller caller, SitePath path, Body<SiteSettings> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Site attempt(
      Caller caller, SitePath path, Body<SiteSettings> body, Precondition precondition) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_FIRM);
    SiteSettings settings = body.read();
    Site before = Site.fromItem(reach.item(TableKeys.firmSite(path.firm(), path.slug())));
    precondition.check(before.settingsRevision());
    if (before.isSetUp() && before.settings().equals(settings)) {
      return before;
    }
    Site after = before.with(settings);
    table.write(
        List.of(
            after.saveSettings(),
            reach.recorder(ids).record(new SiteSettingsSet(path.firm(), path.slug(), settings))));
    return after;
  }
}
