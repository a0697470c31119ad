package clientportal.access.decision;

import clientportal.access.ids.ContactId;
import java.util.Optional;

/** With whom an item can be shared. */
public sealed interface Recipient {

  /** A recipient who can have an account: the client, or one of its contacts. */
  sealed interface Party extends Recipient {}

  /** The client. */
  record Client() implements Party {
    @Override
    public String text() {
      return "client";
    }
  }

  /** One contact of the client. */
  record Contact(ContactId id) implements Party {
    @Override
    public String text() {
      return id.value();
    }
  }

  /** The client and every contact whose relationship has {@code webPortal}, now and later. */
  record AllAuthorized() implements Recipient {
    @Override
    public String text() {
      return "all-authorized";
    }
  }

  Party CLIENT = new Client();
  Recipient ALL_AUTHORIZED = new AllAuthorized();

  /** Returns the recipient as requests, responses and items spell it. */
  String text();

  /** Reads a recipient; empty if the text is not one. */
  static Optional<Recipient> parse(String text) {
    return switch (text) {
      case "client" -> Optional.of(CLIENT);
      case "all-authorized" -> Optional.of(ALL_AUTHORIZED);
      default -> ContactId.parse(text).map(Contact::new);
    };
  }

  /** Reads a recipient from the table. */
  static Recipient of(String text) {
    return parse(text).orElseThrow(() -> new IllegalStateException("no recipient: " + text));
  }

  /** Reads a party from the table. */
  static Party party(String text) {
    return switch (of(text)) {
      case Party party -> party;
      case AllAuthorized all -> throw new IllegalStateException("no party: " + all.text());
    };
  }
}
