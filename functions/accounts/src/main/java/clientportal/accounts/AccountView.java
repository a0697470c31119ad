package clientportal.accounts;

import clientportal.access.Account;
import clientportal.access.AccountStatus;
import clientportal.access.ids.EmailAddress;
import clientportal.platform.http.Json;
import clientportal.platform.http.JsonObject;
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
