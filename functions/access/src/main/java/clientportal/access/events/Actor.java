package clientportal.access.events;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Fields;
import java.util.Locale;
import java.util.Optional;

/**
 * The author of a change, as events and documents name it.
 *
 * @param person the signed-in person; empty for the portal itself
 * @param id the id of the staff member, client, contact or member, or {@code operator} or {@code
 *     portal}
 */
public record Actor(Optional<PersonId> person, As as, String id, String name) {

  /** The capacity of the actor. */
  public enum As {
    STAFF,
    CLIENT,
    CONTACT,
    MEMBER,
    OPERATOR,
    PORTAL;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The portal itself. */
  public static final Actor PORTAL = new Actor(Optional.empty(), As.PORTAL, "portal", "");

  public static Actor operator(PersonId person) {
    return new Actor(Optional.of(person), As.OPERATOR, "operator", "");
  }

  /** Returns the account holder that acted for a client; empty for an operator or the portal. */
  public Optional<Holder> holder(ClientPath client) {
    return switch (as) {
      case STAFF -> Optional.of(new Holder.Staff(client.firm(), new StaffId(id)));
      case CLIENT -> Optional.of(new Holder.Party(client, Recipient.CLIENT));
      case CONTACT -> Optional.of(new Holder.Party(client, Recipient.ofClient(id)));
      case MEMBER -> Optional.of(new Holder.Member(client.firm(), new MemberId(id)));
      case OPERATOR, PORTAL -> Optional.empty();
    };
  }

  public Fields toFields() {
    return Fields.of()
        .with("personId", person.map(PersonId::value))
        .with("as", as.text())
        .with("id", id)
        .with("name", name)
        .build();
  }

  public static Actor fromFields(Fields fields) {
    return new Actor(
        fields.optionalText("personId").map(PersonId::new),
        As.valueOf(fields.text("as").toUpperCase(Locale.ROOT)),
        fields.text("id"),
        fields.text("name"));
  }
}
