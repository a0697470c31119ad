package clientportal.clients;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.StaffId;
import clientportal.access.records.Client;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.List;

/** A client as the firm's staff see it. */
final class ClientView {
  private ClientView() {}

  static JsonObject of(Client client) {
    return Json.object()
        .with("clientId", client.id().value())
        .with("kind", client.kind().text())
        .with("name", client.name())
        .with("email", client.email().map(EmailAddress::value))
        .with("emailConfirmedAt", client.emailConfirmedAt())
        .with("phone", client.phone())
        .with("createdAt", client.createdAt())
        .with("team", ids(client))
        .with("account", Json.object().with("status", client.account().text()));
  }

  static JsonObject team(Client client) {
    return Json.object().with("staffIds", ids(client));
  }

  private static List<String> ids(Client client) {
    return client.team().stream().map(StaffId::value).toList();
  }
}
