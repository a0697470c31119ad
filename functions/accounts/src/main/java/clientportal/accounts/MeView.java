package clientportal.accounts;

import clientportal.access.decision.Recipient;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A person's own view of who they are. */
final class MeView {
  private MeView() {}

  static JsonObject of(GetMe.Me me) {
    return Json.object()
        .with("personId", me.person().value())
        .with("email", me.email())
        .with("operator", me.operator())
        .with("staffOf", me.staffOf().stream().map(MeView::staffOf).toList())
        .with("clientOf", me.clientOf().stream().map(MeView::clientOf).toList())
        .with("memberOf", me.memberOf().stream().map(MeView::memberOf).toList());
  }

  private static JsonObject memberOf(GetMe.MemberOf member) {
    return Json.object()
        .with("firmId", member.firm().id().value())
        .with("firmName", member.firm().name())
        .with("memberId", member.member().id().value())
        .with(
            "portals",
            member.portals().stream()
                .map(portal ->
                    Json.object()
                        .with("portalId", portal.path().portal().value())
                        .with("name", portal.name())
                        .with("slug", portal.site())
                        .with("role", portal.role(member.member().id()).text()))
                .toList());
  }

  private static JsonObject staffOf(GetMe.StaffOf staff) {
    return Json.object()
        .with("firmId", staff.firm().id().value())
        .with("firmName", staff.firm().name())
        .with("site", staff.firm().slug())
        .with("staffId", staff.membership().staff().value())
        .with("role", staff.membership().role().text())
        .with("webPortal", staff.membership().webPortal());
  }

  private static JsonObject clientOf(GetMe.ClientOf client) {
    JsonObject view =
        Json.object()
            .with("firmId", client.firm().id().value())
            .with("firmName", client.firm().name())
            .with("site", client.site())
            .with("clientId", client.client().id().value())
            .with("clientName", client.client().name());
    return switch (client.capacity().party()) {
      case Recipient.Client _ -> view.with("as", "client");
      case Recipient.Contact contact ->
          view.with("as", "contact").with("contactId", contact.id().value());
      case Recipient.Member _ -> throw new IllegalStateException("a link names no member");
    };
  }
}
