package clientportal.access.shares;

import clientportal.access.decision.Recipient;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Member;
import java.util.List;

/** The names of recipients as staff see them. */
public record RecipientNames(Client client, List<Contact> contacts, List<Member> members) {
  /** The name of all authorized. */
  public static final String ALL_AUTHORIZED = "All authorized";

  public String of(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Client _ -> client.name();
      case Recipient.AllAuthorized _ -> ALL_AUTHORIZED;
      case Recipient.Contact(var id) ->
          contacts.stream()
              .filter(contact -> contact.id().equals(id))
              .map(Contact::name)
              .findFirst()
              .orElse(id.value());
      case Recipient.Member(var id) ->
          members.stream()
              .filter(member -> member.id().equals(id))
              .map(Member::name)
              .findFirst()
              .orElse(id.value());
    };
  }
}
