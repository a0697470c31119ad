package clientportal.firms;

import clientportal.access.ids.Absence;
import clientportal.access.records.StaffMember;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A staff member as the firm's staff see it. */
final class StaffView {
  private StaffView() {}

  static JsonObject of(StaffMember member) {
    return person(member)
        .with("role", member.role().text())
        .with("webPortal", member.webPortal())
        .with("enabled", member.enabled())
        .with("account", account(member))
        .with("absence", member.absence().map(StaffView::absence))
        .with("noticeMails", member.noticeMails().text());
  }

  private static JsonObject absence(Absence absence) {
    return Json.object()
        .with("from", absence.from())
        .with("until", absence.until())
        .with("standIn", absence.standIn().value());
  }

  /** Returns the staff member without role, web portal permission and state. */
  static JsonObject brief(StaffMember member) {
    return person(member).with("account", account(member));
  }

  private static JsonObject person(StaffMember member) {
    return Json.object()
        .with("staffId", member.id().value())
        .with("name", member.name())
        .with("email", member.email().value());
  }

  private static JsonObject account(StaffMember member) {
    return Json.object().with("status", member.account().text());
  }
}
