package clientportal.access.keys;

import clientportal.access.ids.ContactId;
import clientportal.platform.http.Request;

/** The path of a contact: {@code …/clients/{clientId}/contacts/{contactId}}. */
public record ContactPath(ClientPath client, ContactId contact) {

  public static ContactPath of(Request request) {
    return new ContactPath(
        ClientPath.of(request), FirmPath.id(request, "contactId", ContactId::new));
  }

  @Override
  public String toString() {
    return client + "/contacts/" + contact;
  }
}
