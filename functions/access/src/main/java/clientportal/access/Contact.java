package clientportal.access;

import clientportal.access.ids.ContactId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * A person related to one client.
 *
 * @param phone E.164
 * @param relationship what the person is to the client, 1 to 60 characters
 * @param webPortal the relationship's permission for the portal; never a default
 * @param person who came in by the invitation, if somebody has
 */
public record Contact(
    ClientPath client,
    ContactId id,
    String name,
    Optional<EmailAddress> email,
    Optional<String> phone,
    String relationship,
    boolean webPortal,
    AccountStatus account,
    Optional<PersonId> person,
    Instant createdAt,
    long revision) {

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("email", email.map(EmailAddress::value))
        .with("phone", phone)
        .with("relationship", relationship)
        .with("webPortal", webPortal)
        .with(Account.ACCOUNT_STATUS, account.text())
        .with("personId", person.map(PersonId::value))
        .with("createdAt", createdAt)
        .with(Item.REVISION, revision)
        .with("namesPartition", TableKeys.contactNames(client))
        .with("namesSort", TableKeys.nameSort(name, id.value()))
        .at(TableKeys.contact(client, id));
  }

  public static Contact fromItem(ClientPath client, Item item) {
    Fields fields = item.fields();
    return new Contact(
        client,
        new ContactId(item.key().sk().substring("CONTACT#".length())),
        fields.text("name"),
        fields.optionalText("email").map(EmailAddress::new),
        fields.optionalText("phone"),
        fields.text("relationship"),
        fields.flag("webPortal"),
        Account.statusOf(fields),
        fields.optionalText("personId").map(PersonId::new),
        fields.instant("createdAt"),
        fields.number(Item.REVISION));
  }
}
