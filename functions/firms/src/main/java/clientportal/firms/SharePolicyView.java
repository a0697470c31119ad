package clientportal.firms;

import clientportal.access.decision.SharePolicy;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A firm's share policy as its staff and operators see it. */
final class SharePolicyView {
  private SharePolicyView() {}

  static JsonObject of(SharePolicies policies) {
    return of(policies.current().policy())
        .with("history", policies.history().stream().map(SharePolicyView::of).toList());
  }

  private static JsonObject of(SharePolicyEntry entry) {
    return of(entry.policy()).with("reason", entry.reason()).with("at", entry.at());
  }

  private static JsonObject of(SharePolicy policy) {
    return Json.object().with("mode", policy.mode().text()).with("documentTypeIds", policy.texts());
  }
}
