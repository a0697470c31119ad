package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.SiteCreated;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates another site of a firm. */
record CreateSite(Access access, Table table, Ids ids) {
  Site handle(Caller caller, FirmPath path, Body<NewSite> body, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, idempotency));
  }

  private Site attempt(Caller caller, FirmPath path, Body<NewSite> body, Idempotency idempotency) {
    List<Key> keys = new ArrayList<>(idempotency.keys());
    body.ifValid().map(site -> TableKeys.site(site.slug())).ifPresent(keys::add);
    Reach reach = access.reach(caller, path, keys);
    reach.require(Action.CHANGE_FIRM);
    NewSite command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return Site.fromItem(table.require(TableKeys.firmSite(path.firm(), earlier.get())));
    }
    Site.requireFree(command.slug(), reach.items());
    Site site = new Site(path.firm(), command.slug(), command.name(), reach.now());
    List<Write> writes = new ArrayList<>(idempotency.remember(site.slug(), reach.now()));
    writes.addAll(site.create());
    writes.add(reach.recorder(ids).record(new SiteCreated(site.firm(), site.slug(), site.name())));
    table.write(writes);
    return site;
  }
}
