package clientportal.firms;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.FirmUpdated;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/** Changes the name or settings of a firm. Its first site has the firm's name. */
record UpdateFirm(Access access, Table table, Ids ids) {
  Firm handle(Caller caller, FirmPath path, Body<FirmPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Firm attempt(
      Caller caller, FirmPath path, Body<FirmPatch> body, Precondition precondition) {
    Key key = TableKeys.firm(path.firm());
    Reach reach = access.reach(caller, path, List.of(key));
    reach.require(Action.CHANGE_FIRM);
    FirmPatch patch = body.read();
    Firm before = Firm.fromItem(reach.item(key));
    precondition.check(before.revision());
    Firm after = patch.applyTo(before);
    if (after.name().equals(before.name()) && after.settings().equals(before.settings())) {
      return before;
    }
    List<Write> writes = new ArrayList<>();
    writes.add(after.saveDetails());
    if (!after.name().equals(before.name())) {
      writes.add(Site.rename(after));
    }
    writes.add(reach.recorder(ids).record(updated(after)));
    table.write(writes);
    return after;
  }

  private static FirmUpdated updated(Firm firm) {
    Firm.Settings settings = firm.settings();
    return new FirmUpdated(
        firm.id(),
        firm.name(),
        settings.digestMinutes(),
        settings.selfRegistration(),
        settings.timeZone(),
        settings.language(),
        settings.passwordClasses(),
        settings.secondFactor(),
        settings.notes().mails(),
        settings.notes().texts(),
        settings.replyTo(),
        settings.mailTimes(),
        settings.reminders(),
        settings.deliveries());
  }
}
