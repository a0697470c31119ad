package clientportal.notifications;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Holders;
import clientportal.delivery.Delivery;
import clientportal.delivery.MailRecord;
import clientportal.delivery.Notice;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A delivery with all that has become of it.
 *
 * @param name of the addressee now
 * @param mail what is recorded of its mail
 * @param readAt when the notice was marked as read in the portal
 * @param downloadedAt when the document was downloaded last, since it was delivered
 */
record ShownDelivery(
    Delivery delivery,
    String name,
    MailRecord mail,
    Optional<Instant> readAt,
    Optional<Instant> downloadedAt) {

  /** Returns the keys of what is recorded of the mail, and of who the addressee is. */
  static List<Key> keys(Delivery delivery) {
    List<Key> keys = new ArrayList<>(Account.keys(delivery.addressee()));
    delivery.mailKey().ifPresent(keys::add);
    return keys;
  }

  /**
   * Returns the keys of what the addressee has done.
   *
   * @param items read with {@link #keys}
   */
  static List<Key> keys(Delivery delivery, Items items) {
    return person(delivery, items).stream()
        .flatMap(person ->
            delivery
                .item()
                .document()
                .map(document ->
                    List.of(
                        TableKeys.notice(person, delivery.event()),
                        DeliveryKeys.downloaded(delivery.client(), document, person)))
                .orElseGet(() -> List.of(TableKeys.notice(person, delivery.event())))
                .stream())
        .toList();
  }

  /** Returns who they were then, or are by now. */
  private static Optional<PersonId> person(Delivery delivery, Items items) {
    return delivery
        .person()
        .or(() ->
            items
                .at(TableKeys.account(delivery.addressee()))
                .map(Account::fromItem)
                .flatMap(Account::person));
  }

  /**
   * Returns a delivery as it is shown.
   *
   * @param items read with {@link #keys(Delivery)}
   * @param done read with {@link #keys(Delivery, Items)}
   */
  static ShownDelivery of(Delivery delivery, Items items, Items done) {
    Optional<PersonId> person = person(delivery, items);
    return new ShownDelivery(
        delivery,
        Holders.name(delivery.addressee(), items).orElseThrow(),
        delivery.mailKey().map(key -> MailRecord.of(key, items)).orElse(MailRecord.QUEUED),
        person
            .flatMap(is -> done.at(TableKeys.notice(is, delivery.event())))
            .flatMap(Notice::readAt),
        person
            .flatMap(is ->
                delivery
                    .item()
                    .document()
                    .flatMap(document ->
                        done.at(DeliveryKeys.downloaded(delivery.client(), document, is))))
            .map(item -> item.fields().instant("at"))
            .filter(at -> !at.isBefore(delivery.at())));
  }

  /** Tells whether it is of a document, which the addressee has not downloaded since. */
  boolean isNotDownloaded() {
    return delivery.item().document().isPresent() && downloadedAt.isEmpty();
  }

  /** Tells whether what is new was said by a text message instead of the mail. */
  boolean isTexted() {
    return mail.texted() && delivery.type().filter(type -> type.isOfNote()).isPresent();
  }

  /** Tells whether the mail that was sent does not have it. */
  boolean isLeftOut() {
    return mail.leftOut().contains(delivery.event());
  }
}
