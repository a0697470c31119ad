package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.LogoChanged;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.access.records.SiteLogo;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.StoredFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the logo of a site away. Its bytes go first: if the function ends after that, the same
 * request goes on.
 */
record RemoveLogo(Access access, Table table, StoredFiles files, Ids ids) {
  void handle(Caller caller, SitePath path) {
    Attempts.run(() -> attempt(caller, path));
  }

  private void attempt(Caller caller, SitePath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_FIRM);
    Site site = Site.fromItem(reach.item(TableKeys.firmSite(path.firm(), path.slug())));
    if (site.logo().equals(SiteLogo.NONE)) {
      return;
    }
    List<Write> writes = new ArrayList<>();
    writes.add(site.with(SiteLogo.NONE).saveLogo());
    Optional<LogoKey> shown =
        site.logo().current().map(current -> new LogoKey(path, current.version()));
    if (shown.isPresent()) {
      files.delete(shown.get().object());
      writes.add(Write.delete(TableKeys.logo(shown.get().path())));
      writes.add(
          reach
              .recorder(ids)
              .record(new LogoChanged(path.firm(), path.slug(), Optional.empty())));
    }
    table.write(writes);
  }
}
