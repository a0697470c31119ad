package clientportal.firms;

import clientportal.access.TestFirm;
import clientportal.access.decision.Membership;
import clientportal.access.events.Event;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.StaffPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Key;
import java.util.List;

/** Calls the operations on a firm's staff, and reads from the table what they stored. */
final class StaffCalls {
  private final TestFirm firm;

  StaffCalls(TestFirm firm) {
    this.firm = firm;
  }

  Exchange post(PersonId caller, String json) {
    return Exchange.of("POST", new FirmPath(firm.id) + "/staff")
        .as(caller.value())
        .path("firmId", firm.id)
        .json(json);
  }

  Exchange get(PersonId caller, Object staff) {
    return of("GET", caller, staff);
  }

  Exchange patch(PersonId caller, Object staff, String json) {
    return of("PATCH", caller, staff)
        .header("content-type", "application/merge-patch+json")
        .json(json);
  }

  Exchange absence(PersonId caller, Object staff, String json) {
    return of("PUT", caller, staff, "/absence").json(json);
  }

  Exchange handOver(PersonId caller, Object staff, String json) {
    return of("POST", caller, staff, "/hand-over").json(json);
  }

  Exchange getHandOver(PersonId caller, Object staff) {
    return of("GET", caller, staff, "/hand-over");
  }

  private Exchange of(String method, PersonId caller, Object staff) {
    return of(method, caller, staff, "");
  }

  private Exchange of(String method, PersonId caller, Object staff, String below) {
    return Exchange.of(method, new FirmPath(firm.id) + "/staff/" + staff + below)
        .as(caller.value())
        .path("firmId", firm.id)
        .path("staffId", staff);
  }

  Membership membership(PersonId person) {
    return firm.access()
        .reach(TestFirm.caller(person), new FirmPath(firm.id), List.of())
        .staff()
        .orElseThrow(() -> new AssertionError("not an enabled staff member"));
  }

  boolean isStaff(PersonId person) {
    return firm.access()
        .reach(TestFirm.caller(person), new FirmPath(firm.id), List.of())
        .staff()
        .isPresent();
  }

  StaffId staffId(PersonId person) {
    return membership(person).staff();
  }

  StaffPath path(StaffId staff) {
    return new StaffPath(new FirmPath(firm.id), staff);
  }

  long administrators() {
    Key key = TableKeys.firm(firm.id);
    return Firm.fromItem(firm.table.read(List.of(key)).at(key).orElseThrow()).administrators();
  }

  List<Event> events() {
    return firm.table.partition("FIRM#" + firm.id + "#EVENTS").stream()
        .map(Event::fromItem)
        .toList();
  }
}
