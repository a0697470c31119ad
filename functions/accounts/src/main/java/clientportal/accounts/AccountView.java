package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** An account as staff see it. */
final class AccountView {
  private AccountView() {}

  static JsonObject of(Account account) {
    return Json.object()
        .with("status", account.status().text())
        .with("email", account.email().value())
        .with("newEmail", account.newEmail().map(EmailAddress::value))
        .with("unreachableSince", account.address().unreachableSince())
        .with("invitedAt", account.lastInvitedAt())
        .with("activatedAt", account.activatedAt());
  }

  static JsonObject none() {
    return Json.object().with("status", AccountStatus.NONE.text());
  }
}
