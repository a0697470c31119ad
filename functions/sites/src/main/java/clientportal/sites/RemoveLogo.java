package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.LogoChanged;
import clientportal.access.ids.LogoVersion;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Logo;
import clientportal.access.records.Site;
import clientportal.access.records.SiteLogo;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.StoredFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the logo of a site away, and then deletes its bytes. What is still to be deleted is kept:
 * if the function ends in between, the same request goes on.
 */
record RemoveLogo(Access access, Table table, StoredFiles files, Ids ids) {
  void handle(Caller caller, SitePath path) {
    Site left = Attempts.run(() -> takeAway(caller, path));
    List<LogoVersion> removed = left.logo().removed();
    if (!removed.isEmpty()) {
      removed.forEach(version -> files.delete(new LogoKey(path, version).object()));
      Attempts.run(() -> forget(path, removed));
    }
  }

  private Site takeAway(Caller caller, SitePath path) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.CHANGE_FIRM);
    Site site = Site.fromItem(reach.item(key(path)));
    Optional<Logo> shown = site.logo().current();
    if (shown.isEmpty() && site.logo().upload().isEmpty()) {
      return site;
    }
    Site left = site.with(site.logo().takeAway());
    List<Write> writes = new ArrayList<>();
    writes.add(left.saveLogo());
    shown.ifPresent(logo -> {
      LogoKey key = new LogoKey(path, logo.version());
      writes.add(Write.delete(TableKeys.logo(key.path())));
      writes.add(
          reach.recorder(ids).record(new LogoChanged(path.firm(), path.slug(), Optional.empty())));
    });
    table.write(writes);
    return left;
  }

  private void forget(SitePath path, List<LogoVersion> deleted) {
    Site site = Site.fromItem(table.require(key(path)));
    SiteLogo left = site.logo().forget(deleted);
    if (!left.equals(site.logo())) {
      table.write(List.of(site.with(left).saveLogo()));
    }
  }

  private static Key key(SitePath path) {
    return TableKeys.firmSite(path.firm(), path.slug());
  }
}
