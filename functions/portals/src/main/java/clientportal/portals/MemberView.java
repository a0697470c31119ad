package clientportal.portals;

import clientportal.access.records.Member;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A member of portals as staff see them. */
final class MemberView {
  private MemberView() {}

  static JsonObject of(Member member) {
    return Json.object()
        .with("memberId", member.id().value())
        .with("name", member.name())
        .with("email", member.email().value())
        .with("account", Json.object().with("status", member.account().text()));
  }

  static JsonObject whole(GetMember.Found found) {
    return of(found.member())
        .with(
            "portals",
            found.portals().stream()
                .map(portal ->
                    Json.object()
                        .with("portalId", portal.path().portal().value())
                        .with("name", portal.name())
                        .with("slug", portal.site())
                        .with("role", portal.role(found.member().id()).text()))
                .toList());
  }
}
