package clientportal.access.keys;

import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Key;

/** Builds the keys of deliveries: of notices and invitations, and of what became of their mails. */
public final class DeliveryKeys {
  private DeliveryKeys() {}

  /** Index {@code Names}: the deliveries of a client, oldest first. */
  public static String deliveries(ClientPath client) {
    return TableKeys.people(client) + "#DELIVERIES";
  }

  /** The partition of the deliveries about one item of a client, such as {@code document:id}. */
  public static String deliveriesOf(ClientPath client, String item) {
    return deliveries(client) + "#" + item;
  }

  /** What an addressee was notified of by an event, which is about an item of a client. */
  public static Key delivery(ClientPath client, String item, EventId event, Holder addressee) {
    return new Key(deliveriesOf(client, item), deliverySort(event, addressee));
  }

  public static ClientPath clientOf(Key delivery) {
    return TableKeys.clientIn(delivery.pk());
  }

  /** Deliveries sort by when the event happened. */
  public static String deliverySort(EventId event, Holder addressee) {
    return event + "#" + TableKeys.id(addressee);
  }

  /**
   * What became of a mail to an addressee.
   *
   * @param mail the number of the digest, as in its key, or the event of the invitation
   */
  public static Key mail(Holder addressee, String mail) {
    return new Key(TableKeys.of(addressee.firm()) + "#MAILS#" + TableKeys.id(addressee), mail);
  }

  /** When a person last downloaded a document. */
  public static Key downloaded(ClientPath client, DocumentId document, PersonId person) {
    return new Key(TableKeys.people(client) + "#DOWNLOADED", document + "#" + person);
  }
}
