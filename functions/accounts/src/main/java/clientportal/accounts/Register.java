package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Starts the registration of an address on a firm's site. It does the same for every address: who
 * has the address is looked up only when the mail is sent, so neither the answer nor its timing
 * shows it.
 */
record Register(Table table, Clock clock, Ids ids) {
  PublicRequest handle(String sourceIp, Body<NewRegistration> body) {
    NewRegistration wanted = body.read();
    Network network = Network.of(sourceIp);
    List<CallLimits.Limit> limits =
        List.of(
            CallLimits.Limit.ofCaller(network), CallLimits.Limit.ofSite(wanted.site(), network));
    Key site = TableKeys.site(wanted.site());
    Items items = table.read(List.of(site, limits.get(0).key(), limits.get(1).key()));
    FirmId firm =
        items
            .at(site)
            .map(Site::firmOf)
            .filter(this::allowsRegistration)
            .orElseThrow(ProblemException::notFound);
    Instant now = clock.instant();
    BrowserKey browserKey = BrowserKey.create(now);
    boolean admitted = new CallLimits(table).admits(limits, items, now);
    if (admitted) {
      table.write(
          List.of(
              new Recorder(ids, Actor.PORTAL, now)
                  .record(
                      new RegistrationRequested(
                          firm, wanted.site(), wanted.name(), wanted.email(), browserKey.hash()))));
    }
    return new PublicRequest(browserKey, admitted);
  }

  private boolean allowsRegistration(FirmId id) {
    Key key = TableKeys.firm(id);
    return table
        .read(List.of(key))
        .at(key)
        .filter(item -> SelfRegistration.of(Firm.fromItem(item)) != SelfRegistration.OFF)
        .isPresent();
  }
}
