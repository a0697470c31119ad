package clientportal.clients;

import clientportal.access.ids.EmailAddress;
import clientportal.access.records.Contact;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;

/** A contact as the firm's staff see it. */
final class ContactView {
  private ContactView() {}

  static JsonObject of(Contact contact) {
    return Json.object()
        .with("contactId", contact.id().value())
        .with("name", contact.name())
        .with("email", contact.email().map(EmailAddress::value))
        .with("emailConfirmedAt", contact.emailConfirmedAt())
        .with("phone", contact.phone())
        .with("relationship", contact.relationship())
        .with("webPortal", contact.webPortal())
        .with("createdAt", contact.createdAt())
        .with("account", Json.object().with("status", contact.account().text()));
  }
}
