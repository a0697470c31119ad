package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Optional;

/** An account as staff see it. */
final class AccountView {
  private AccountView() {}

  static JsonObject of(Optional<Account> account) {
    return account
        .map(is ->
            Json.object()
                .with("status", is.status().text())
                .with("email", is.email().value())
                .with("newEmail", is.newEmail().map(EmailAddress::value))
                .with("invitedAt", is.lastInvitedAt())
                .with("activatedAt", is.activatedAt()))
        .orElseGet(() -> Json.object().with("status", AccountStatus.NONE.text()));
  }
}
