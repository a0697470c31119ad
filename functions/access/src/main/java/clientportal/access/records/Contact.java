package clientportal.access.records;

import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact: a person related to one client.
 *
 * @param emailConfirmedAt when staff with {@code webPortal} set the email address or confirmed it;
 *     only then does whoever registers with it get the account without staff's decision
 * @param phone E.164
 * @param relationship the person's relationship to the client, 1 to 60 characters
 * @param webPortal the permission for the portal; never granted by default
 * @param person the person who activated the account, if it is active
 */
public record Contact(
    ClientPath client,
    ContactId id,
    String name,
    Optional<EmailAddress> email,
    Optional<Instant> emailConfirmedAt,
    Optional<String> phone,
    String relationship,
    boolean webPortal,
    AccountStatus account,
    Optional<PersonId> person,
    Instant createdAt,
    long revision) {

  public ContactPath path() {
    return new ContactPath(client, id);
  }

  /** Changes the details, and the account's status that follows from them. */
  public Contact withDetails(
      String otherName,
      Optional<EmailAddress> otherEmail,
      Optional<Instant> confirmedAt,
      Optional<String> otherPhone,
      String otherRelationship,
      boolean permitted,
      AccountStatus status) {
    return new Contact(
        client,
        id,
        otherName,
        otherEmail,
        confirmedAt,
        otherPhone,
        otherRelationship,
        permitted,
        status,
        person,
        createdAt,
        revision + 1);
  }

  /** Updates only the details of the stored contact, which must be the one before. */
  public Write saveDetails() {
    return Write.update(TableKeys.contact(client, id))
        .set(details().build(), "email", Account.EMAIL_CONFIRMED_AT, "phone")
        .when(Condition.revision(revision - 1));
  }

  private Fields.Builder details() {
    return Fields.of()
        .with("name", name)
        .with("email", email.map(EmailAddress::value))
        .with(Account.EMAIL_CONFIRMED_AT, emailConfirmedAt)
        .with("phone", phone)
        .with("relationship", relationship)
        .with("webPortal", webPortal)
        .with(Account.ACCOUNT_STATUS, account.text())
        .with(Item.REVISION, revision)
        .with("namesSort", TableKeys.nameSort(name, id.value()));
  }

  public Item toItem() {
    return details()
        .with("personId", person.map(PersonId::value))
        .with("createdAt", createdAt)
        .with("namesPartition", TableKeys.contactNames(client))
        .at(TableKeys.contact(client, id));
  }

  public static Contact fromItem(Item item) {
    Fields fields = item.fields();
    ContactPath path = TableKeys.contactOf(item.key());
    return new Contact(
        path.client(),
        path.contact(),
        fields.text("name"),
        fields.optionalText("email").map(EmailAddress::new),
        fields.optionalInstant(Account.EMAIL_CONFIRMED_AT),
        fields.optionalText("phone"),
        fields.text("relationship"),
        fields.flag("webPortal"),
        Account.statusOf(fields),
        fields.optionalText("personId").map(PersonId::new),
        fields.instant("createdAt"),
        fields.number(Item.REVISION));
  }
}
