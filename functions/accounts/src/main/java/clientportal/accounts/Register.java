package clientportal.accounts;

import clientportal.access.events.Actor;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.Recorder;
import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
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
 * Starts the registration of an address at a firm's site. It does the same for every address: who
 * it belongs to shows only later, when the mail is to be sent, so that neither the answer nor the
 * work before it tells.
 */
record Register(Table table, CallLimits limits, Clock clock, Ids ids) {
  Started handle(String sourceIp, Body<RequestedRegistration> body) {
    RequestedRegistration wanted = body.read();
    List<CallLimits.Limit> asked =
        List.of(CallLimits.Limit.ofCaller(sourceIp), CallLimits.Limit.ofSite(wanted.site()));
    Key site = TableKeys.site(wanted.site());
    Items items = table.read(List.of(site, asked.get(0).key(), asked.get(1).key()));
    FirmId firm =
        items
            .at(site)
            .map(item -> new FirmId(item.fields().text("firmId")))
            .filter(this::registers)
            .orElseThrow(ProblemException::notFound);
    Instant now = clock.instant();
    Started started = Started.at(now);
    if (limits.admits(asked, items, now)) {
      table.write(
          List.of(new Recorder(ids, Actor.PORTAL, now).record(requested(firm, wanted, started))));
    }
    return started;
  }

  private boolean registers(FirmId id) {
    Key key = TableKeys.firm(id);
    return table
        .read(List.of(key))
        .at(key)
        .map(item -> SelfRegistration.of(Firm.fromItem(item)) != SelfRegistration.OFF)
        .orElse(false);
  }

  private static RegistrationRequested requested(
      FirmId firm, RequestedRegistration wanted, Started started) {
    return new RegistrationRequested(
        firm, wanted.site(), wanted.name(), wanted.email(), started.browserKeyHash());
  }
}
