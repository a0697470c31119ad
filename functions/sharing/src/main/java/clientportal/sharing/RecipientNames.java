package clientportal.sharing;

import clientportal.access.decision.Recipient;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How recipients are called, where staff see them. */
final class RecipientNames {
  private final String client;
  private final Map<String, String> contacts = new HashMap<>();

  RecipientNames(Client client, Collection<Contact> contacts) {
    this.client = client.name();
    contacts.forEach(contact -> this.contacts.put(contact.id().value(), contact.name()));
  }

  String of(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Client _ -> client;
      case Recipient.AllAuthorized _ -> "All authorized";
      case Recipient.Contact(var id) -> contacts.getOrDefault(id.value(), id.value());
    };
  }
}
