package clientportal.access.decision;

import clientportal.access.ids.ContactId;
import java.util.Optional;

/** Whom a grant names. */
public sealed interface Recipient {

  /** One who can have an account with a client: the client, or one of its contacts. */
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

  /** Returns the recipient as requests, answers and items spell it. */
  String text();

  /** Reads a recipient; empty if the text is none. */
  static Optional<Recipient> parse(String text) {
    return switch (text) {
      case "client" -> Optional.of(CLIENT);
      case "all-authorized" -> Optional.of(ALL_AUTHORIZED);
      default -> ContactId.parse(text).map(Contact::new);
    };
  }

  /** Reads a recipient that we wrote. */
  static Recipient of(String text) {
    return parse(text).orElseThrow(() -> new IllegalStateException("no recipient: " + text));
  }

  /** Reads a party that we wrote. */
  static Party party(String text) {
    return switch (of(text)) {
      case Party party -> party;
      case AllAuthorized all -> throw new IllegalStateException("no party: " + all.text());
    };
  }
}
