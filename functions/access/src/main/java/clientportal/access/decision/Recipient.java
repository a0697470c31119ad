package clientportal.access.decision;

import clientportal.access.ids.ContactId;
import clientportal.access.ids.MemberId;
import java.util.Optional;

/** With whom an item can be shared. */
public sealed interface Recipient {

  /** A recipient who can have an account. */
  sealed interface Party extends Recipient {}

  /** The client, or one of its contacts. */
  sealed interface OfClient extends Party {}

  /** The client. */
  record Client() implements OfClient {
    @Override
    public String text() {
      return "client";
    }
  }

  /** One contact of the client. */
  record Contact(ContactId id) implements OfClient {
    @Override
    public String text() {
      return id.value();
    }
  }

  /** One member of the client's portals. */
  record Member(MemberId id) implements Party {
    private static final String PREFIX = "member:";

    @Override
    public String text() {
      return PREFIX + id;
    }

    private static Optional<Recipient> parse(String text) {
      return MemberId.parse(text.substring(PREFIX.length())).map(Member::new);
    }
  }

  /** The client and every contact whose relationship has {@code webPortal}, now and later. */
  record AllAuthorized() implements Recipient {
    @Override
    public String text() {
      return "all-authorized";
    }
  }

  OfClient CLIENT = new Client();
  Recipient ALL_AUTHORIZED = new AllAuthorized();

  /** Returns the recipient as requests, responses and items spell it. */
  String text();

  /** Reads a recipient; empty if the text is not one. */
  static Optional<Recipient> parse(String text) {
    return switch (text) {
      case "client" -> Optional.of(CLIENT);
      case "all-authorized" -> Optional.of(ALL_AUTHORIZED);
      default ->
          text.startsWith(Member.PREFIX)
              ? Member.parse(text)
              : ContactId.parse(text).map(Contact::new);
    };
  }

  /** Reads a recipient from the table. */
  static Recipient of(String text) {
    return parse(text).orElseThrow(() -> new IllegalStateException("no recipient: " + text));
  }

  /** Reads the client or a contact from the table. */
  static OfClient ofClient(String text) {
    return switch (of(text)) {
      case OfClient party -> party;
      case Member member -> throw new IllegalStateException("not of the client: " + member.text());
      case AllAuthorized all -> throw new IllegalStateException("no party: " + all.text());
    };
  }

  /** Reads a party from the table. */
  static Party party(String text) {
    return switch (of(text)) {
      case Party party -> party;
      case AllAuthorized all -> throw new IllegalStateException("no party: " + all.text());
    };
  }
}
